// MapLibre as its makers built it: its worker is made of its own text, which a bundler's rewriting would break. Fetched when a map is shown.
import type * as MapLibre from "maplibre-gl";
import url from "maplibre-gl/dist/maplibre-gl.js?url";

let loading: Promise<typeof MapLibre> | undefined;

/** The library; the same for all maps of a page. Fails when the file cannot be had or this browser cannot read it. */
export function loadLibrary(): Promise<typeof MapLibre> {
  loading ??= new Promise<typeof MapLibre>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => {
      const { maplibregl } = window as unknown as { maplibregl?: typeof MapLibre };
      if (maplibregl) {
        resolve(maplibregl);
      } else {
        reject(new Error("MapLibre did not start"));
      }
    };
    script.onerror = () => {
      script.remove();
      loading = undefined;
      reject(new Error("MapLibre could not be fetched"));
    };
    document.head.append(script);
  });
  return loading;
}

import type * as MapLibre from "maplibre-gl";

/**
 * MapLibre's map on a canvas that nobody can see through. It asks for a transparent one and has no option for it; behind a transparent
 * canvas the browser draws the page anew for each frame, which a computer without a graphics card feels.
 */
export function opaqueMap(library: typeof MapLibre): typeof MapLibre.Map {
  return class extends library.Map {
    override _setupContainer(): void {
      super._setupContainer();
      const canvas = this._canvas;
      const give = canvas.getContext.bind(canvas) as (kind: string, attributes?: object) => RenderingContext | null;
      canvas.getContext = ((kind: string, attributes?: object) => give(kind, { ...attributes, alpha: false })) as typeof canvas.getContext;
    }
  };
}

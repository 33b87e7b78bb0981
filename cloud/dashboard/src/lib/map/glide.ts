import type { LngLat, Map as Library } from "maplibre-gl";

/** Milliseconds for one picture of the map above which a drag would stutter: half of what fifty a second leave, the browser takes the rest. */
const slow = 10;
/** How much of its width and height a gliding map is drawn beyond each side of what is seen of it. */
const beyond = 0.25;
/** The picture is drawn anew when a zoom has made it this many times as large: signs and lines grow with it until then. */
const growMax = 1.8;
/** How many milliseconds after the first picture it is measured what a picture costs: others are in more of a hurry before. */
const measureAfter = 1_000;

/**
 * Lets a map that is slow to draw move smoothly under a hand, as on a computer without a graphics card: its picture is drawn larger than
 * what is seen of it, and while the map moves, this picture is shifted and scaled. It is drawn anew when something that it lacks comes into
 * sight, and when the map has come to rest. A map that is drawn in less than 10 ms is left as it is.
 * `box` is the element MapLibre was given; `onMargin` is told how many pixels of it lie beyond each side of what is seen.
 */
export function glide(map: Library, box: HTMLElement, onMargin: (margin: { x: number; y: number }) => void): void {
  const canvas = map.getCanvas();
  let margin = { x: 0, y: 0 };
  let isMeasuring = false;
  let isSlow = false;
  let shown: { at: LngLat; zoom: number } | null = null;

  takeBrush();
  // After a graphics card went away and came back, MapLibre has another painter.
  map.on("webglcontextrestored", takeBrush);
  map.on("resize", () => {
    shown = null;
    placeMargin();
  });
  map.on("moveend", () => map.triggerRepaint());
  map.once("idle", () => setTimeout(() => {
    isMeasuring = true;
    map.triggerRepaint();
  }, measureAfter));

  function takeBrush(): void {
    const { painter } = map;
    const draw = painter.render.bind(painter);
    shown = null;
    painter.render = (style, options) => {
      if (isSlow && options.moving && shift()) {
        return;
      }
      const begin = performance.now();
      draw(style, options);
      canvas.style.transform = "";
      shown = { at: map.getCenter(), zoom: map.getZoom() };
      if (isMeasuring && !options.moving) {
        isMeasuring = false;
        waitUntilDrawn();
        if (performance.now() - begin > slow) {
          isSlow = true;
          queueMicrotask(enlarge);
        }
      }
    };
  }

  /** Shifts the picture to where the map is now; false when it does not reach. */
  function shift(): boolean {
    if (!shown) {
      return false;
    }
    const middle = { x: box.clientWidth / 2, y: box.clientHeight / 2 };
    const now = map.project(shown.at);
    const [x, y] = [now.x - middle.x, now.y - middle.y];
    const scale = 2 ** (map.getZoom() - shown.zoom);
    const reaches = Math.abs(x) + middle.x - margin.x <= middle.x * scale && Math.abs(y) + middle.y - margin.y <= middle.y * scale;
    if (!reaches || scale > growMax) {
      return false;
    }
    // By whole pixels a picture stays as sharp as it was drawn.
    canvas.style.transform = scale === 1 ? `translate3d(${Math.round(x)}px, ${Math.round(y)}px, 0)` : `translate3d(${x}px, ${y}px, 0) scale(${scale})`;
    return true;
  }

  /** To ask for a pixel is the only way to wait for a picture. */
  function waitUntilDrawn(): void {
    const gl = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
    gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  }

  function enlarge(): void {
    canvas.style.willChange = "transform";
    // MapLibre reckons a pointer's place from the canvas, which it believes to stand still.
    canvas.getBoundingClientRect = () => box.getBoundingClientRect();
    box.style.inset = `${-beyond * 100}%`;
    const [[west, south], [east, north]] = map.getMaxBounds()!.toArray();
    const [wide, high] = [(east - west) * beyond, (north - south) * beyond];
    map.setMaxBounds([west - wide, south - high, east + wide, north + high]);
    map.resize();
  }

  function placeMargin(): void {
    if (!isSlow) {
      return;
    }
    const share = beyond / (1 + (2 * beyond));
    margin = { x: box.clientWidth * share, y: box.clientHeight * share };
    // What is asked to be seen whole is not to lie beyond the sides.
    map.setPadding({ left: margin.x, right: margin.x, top: margin.y, bottom: margin.y });
    onMargin(margin);
  }
}

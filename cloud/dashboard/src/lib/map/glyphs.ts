// The signs of levels as pictures for the map, drawn once as distance fields so that the map colours them itself.
import type { Shape } from "../levels";

export const shapes: readonly Shape[] = ["circle", "triangle", "diamond", "square", "cross", "ring"];

const size = 32;
const buffer = 6;

/** Draws a shape within -1..1: what lies inside is painted. */
function paint(context: CanvasRenderingContext2D, shape: Shape, centre: number, radius: number): void {
  const at = (x: number, y: number): [number, number] => [centre + x * radius, centre + y * radius];
  const through = (...points: [number, number][]): void => {
    context.beginPath();
    points.forEach(([x, y], i) => (i === 0 ? context.moveTo(...at(x, y)) : context.lineTo(...at(x, y))));
    context.closePath();
    context.fill();
  };
  if (shape === "circle" || shape === "ring") {
    context.beginPath();
    context.arc(centre, centre, radius * 0.88, 0, 2 * Math.PI);
    if (shape === "circle") {
      context.fill();
    } else {
      context.lineWidth = radius * 0.42;
      context.arc(centre, centre, radius * 0.7, 0, 2 * Math.PI);
      context.beginPath();
      context.arc(centre, centre, radius * 0.68, 0, 2 * Math.PI);
      context.stroke();
    }
  } else if (shape === "triangle") {
    through([0, -1], [0.98, 0.82], [-0.98, 0.82]);
  } else if (shape === "diamond") {
    through([0, -1.05], [1.05, 0], [0, 1.05], [-1.05, 0]);
  } else if (shape === "square") {
    through([-0.8, -0.8], [0.8, -0.8], [0.8, 0.8], [-0.8, 0.8]);
  } else {
    context.lineWidth = radius * 0.62;
    context.beginPath();
    for (const [x, y] of [[-0.8, -0.8], [-0.8, 0.8]] as const) {
      context.moveTo(...at(x, y));
      context.lineTo(...at(-x, -y));
    }
    context.stroke();
  }
}

/** A picture whose alpha is the distance to the edge, as MapLibre wants for pictures that it colours. */
export function glyphOf(shape: Shape): { width: number; height: number; data: Uint8ClampedArray } {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  paint(context, shape, size / 2, size / 2 - buffer);
  const painted = context.getImageData(0, 0, size, size).data;
  const isIn = (x: number, y: number): boolean => (painted[(y * size + x) * 4 + 3] ?? 0) > 127;
  const data = new Uint8ClampedArray(size * size * 4);
  // Small and made once: the nearest pixel of the other kind is looked for around each.
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let nearest = 8;
      for (let dy = -8; dy <= 8; dy++) {
        for (let dx = -8; dx <= 8; dx++) {
          const [px, py] = [x + dx, y + dy];
          const other = px >= 0 && py >= 0 && px < size && py < size && isIn(px, py);
          if (other !== isIn(x, y)) {
            nearest = Math.min(nearest, Math.hypot(dx, dy));
          }
        }
      }
      const signed = isIn(x, y) ? nearest - 0.5 : 0.5 - nearest;
      data[(y * size + x) * 4 + 3] = Math.round(255 * (0.75 + signed / 32));
    }
  }
  return { width: size, height: size, data };
}

/** The same shape as a path of SVG in a box of 24, for legends and tables. */
export const shapePaths: Record<Shape, string> = {
  circle: "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18Z",
  ring: "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18ZM12 8a4 4 0 1 1 0 8a4 4 0 1 1 0-8Z",
  triangle: "M12 2L22 20H2Z",
  diamond: "M12 1.5L22.5 12L12 22.5L1.5 12Z",
  square: "M4 4H20V20H4Z",
  cross: "M6.5 2.5L12 8L17.5 2.5L21.5 6.5L16 12L21.5 17.5L17.5 21.5L12 16L6.5 21.5L2.5 17.5L8 12L2.5 6.5Z",
};

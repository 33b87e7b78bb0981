// The signs of levels: as a picture with all of them for the map, and as paths for legends and tables.
import type { Shape } from "../levels";

export const shapes: readonly Shape[] = ["circle", "triangle", "diamond", "square", "cross", "ring"];

/** The width of a sign in the picture, in pixels, and how much of it is left free for its edge. */
const cell = 64;
const free = 8;
/** How wide the edge is drawn; half of it lies outside the shape. */
const edge = 9;

/** Draws a shape within -1..1 about a centre: first its edge, then what lies inside. */
function paint(context: CanvasRenderingContext2D, shape: Shape, x: number, y: number, radius: number): void {
  context.beginPath();
  const through = (...points: [number, number][]): void => {
    points.forEach(([dx, dy], i) => (i === 0 ? context.moveTo(x + dx * radius, y + dy * radius) : context.lineTo(x + dx * radius, y + dy * radius)));
    context.closePath();
  };
  if (shape === "circle") {
    context.arc(x, y, radius * 0.88, 0, 2 * Math.PI);
  } else if (shape === "ring") {
    context.arc(x, y, radius * 0.89, 0, 2 * Math.PI);
    context.moveTo(x + radius * 0.47, y);
    context.arc(x, y, radius * 0.47, 0, 2 * Math.PI, true);
  } else if (shape === "triangle") {
    through([0, -1], [0.98, 0.82], [-0.98, 0.82]);
  } else if (shape === "diamond") {
    through([0, -1.05], [1.05, 0], [0, 1.05], [-1.05, 0]);
  } else if (shape === "square") {
    through([-0.8, -0.8], [0.8, -0.8], [0.8, 0.8], [-0.8, 0.8]);
  } else {
    const [thin, long] = [0.31, 1.02];
    const arm = (u: number, v: number): [number, number] => [(u - v) * Math.SQRT1_2, (u + v) * Math.SQRT1_2];
    through(arm(-thin, -long), arm(thin, -long), arm(thin, -thin), arm(long, -thin), arm(long, thin), arm(thin, thin),
      arm(thin, long), arm(-thin, long), arm(-thin, thin), arm(-long, thin), arm(-long, -thin), arm(-thin, -thin));
  }
  context.strokeStyle = "#f00";
  context.stroke();
  context.fillStyle = "#ff0";
  context.fill();
}

/** All signs beside one another in the order of `shapes`: red is the sign with its edge, green what lies inside the edge. */
export function signSheet(): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = cell * shapes.length;
  canvas.height = cell;
  const context = canvas.getContext("2d")!;
  context.fillStyle = "#000";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.lineWidth = edge;
  context.lineJoin = "round";
  shapes.forEach((shape, i) => paint(context, shape, (i + 0.5) * cell, cell / 2, cell / 2 - free));
  return canvas;
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

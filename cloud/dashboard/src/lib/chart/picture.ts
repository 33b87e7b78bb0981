// The chart as a picture that speaks for itself: its title, its series and its sentence beside the plot.
import type uPlot from "uplot";
import type { Ink } from "./plot";

export async function pictureOf(plot: uPlot, title: string, legend: { label: string; color: string }[], sentence: string, ink: Ink): Promise<Blob> {
  const source = plot.ctx.canvas;
  const pixel = devicePixelRatio;
  const line = 22 * pixel;
  const head = line * (2 + Math.ceil(legend.length / 3));
  const canvas = document.createElement("canvas");
  canvas.width = source.width;
  canvas.height = source.height + head + line;
  const ctx = canvas.getContext("2d");
  if (!ctx) {
    throw new Error("canvas");
  }
  ctx.fillStyle = ink.card;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.fillStyle = ink.ink;
  ctx.font = `700 ${16 * pixel}px Sarabun, sans-serif`;
  ctx.fillText(title, 8 * pixel, line, canvas.width - 16 * pixel);
  ctx.font = `${13 * pixel}px Sarabun, sans-serif`;
  legend.forEach((one, i) => {
    const x = 8 * pixel + (i % 3) * (canvas.width / 3);
    const y = line * (2 + Math.floor(i / 3));
    ctx.fillStyle = one.color;
    ctx.fillRect(x, y - 6 * pixel, 18 * pixel, 4 * pixel);
    ctx.fillStyle = ink.ink;
    ctx.fillText(one.label, x + 24 * pixel, y, canvas.width / 3 - 32 * pixel);
  });
  ctx.drawImage(source, 0, head);
  ctx.fillStyle = ink.soft;
  ctx.font = `${11 * pixel}px Sarabun, sans-serif`;
  ctx.fillText(`EnviAgriNet · ${sentence}`, 8 * pixel, canvas.height - 7 * pixel, canvas.width - 16 * pixel);
  return await new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("canvas"))), "image/png"));
}

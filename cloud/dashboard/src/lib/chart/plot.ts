// Makes the options of uPlot from what a chart is given.
import uPlot from "uplot";
import { numberText, timeText, unitText } from "../times";
import { columnOf, join, looks, type ChartLimit, type ChartMark, type ChartSeries, type Column } from "./series";

export type Ink = { ink: string; soft: string; line: string; card: string; bad: string; isDark: boolean };

/** Columns of uPlot for each series, in this order. */
export const columnsPerSeries = 5;

export function inkOf(element: Element): Ink {
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ink: read("--ink"), soft: read("--soft"), line: read("--line"), card: read("--card"), bad: read("--bad"),
    isDark: getComputedStyle(document.documentElement).colorScheme === "dark",
  };
}

export function colorOf(i: number, isDark: boolean): string {
  const look = looks[i % looks.length] ?? { light: "#000", dark: "#fff" };
  return isDark ? look.dark : look.light;
}

export function dataOf(series: readonly ChartSeries[]): uPlot.AlignedData {
  const { t, index } = join(series);
  const columns: Column[] = series.flatMap((one, i) =>
    [one.max, one.min, one.value, one.doubtMax, one.doubtMin].map((values) => columnOf(t, index[i] ?? new Map(), values)));
  return [t, ...columns] as uPlot.AlignedData;
}

const hour = 3600;
const day = 24 * hour;

function timeTicks(splits: number[], step: number): string[] {
  return splits.map((at) => {
    const isMidnight = (at + 7 * hour) % day === 0;
    return step >= day || isMidnight ? timeText(at * 1000, "day").replace(/\s?(พ\.ศ\.\s?)?\d{4}$/, "") : timeText(at * 1000, "time").replace(" น.", "");
  });
}

// Steps of a day fall on Thai midnights, not on those of Greenwich.
function timeSplits(_: uPlot, __: number, low: number, high: number, step: number): number[] {
  const size = Math.max(60, step);
  const shift = 7 * hour;
  const splits: number[] = [];
  for (let at = Math.ceil((low + shift) / size) * size - shift; at <= high && splits.length < 60; at += size) {
    splits.push(at);
  }
  return splits;
}

const steps = [60, 300, 600, 900, 1800, hour, 2 * hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day, 7 * day, 14 * day, 30 * day, 60 * day, 90 * day, 365 * day];

function lowestHighest(low: number | null, high: number | null, limits: readonly ChartLimit[]): [number, number] {
  const all = [low, high, ...limits.map((limit) => limit.value)].filter((value): value is number => value !== null && Number.isFinite(value));
  if (all.length === 0) {
    return [0, 1];
  }
  const [min, max] = [Math.min(...all), Math.max(...all)];
  const room = (max - min || Math.abs(max) || 1) * 0.06;
  return [min >= 0 && min - room < 0 ? 0 : min - room, max + room];
}

function drawAcross(limits: readonly ChartLimit[], marks: readonly ChartMark[], ink: Ink): (u: uPlot) => void {
  return (u) => {
    const { ctx } = u;
    const { left, top, width, height } = u.bbox;
    const pixel = devicePixelRatio;
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, top, width, height);
    ctx.clip();
    ctx.font = `${12 * pixel}px Sarabun, sans-serif`;
    ctx.lineWidth = 1.5 * pixel;
    ctx.setLineDash([6 * pixel, 4 * pixel]);
    for (const limit of limits) {
      const y = u.valToPos(limit.value, "y0", true);
      ctx.strokeStyle = limit.color ?? ink.bad;
      ctx.fillStyle = ink.ink;
      ctx.beginPath();
      ctx.moveTo(left, y);
      ctx.lineTo(left + width, y);
      ctx.stroke();
      ctx.fillText(limit.label, left + 6 * pixel, y - 4 * pixel);
    }
    for (const mark of marks) {
      const x = u.valToPos(mark.at, "x", true);
      ctx.strokeStyle = ink.soft;
      ctx.fillStyle = ink.ink;
      ctx.beginPath();
      ctx.moveTo(x, top);
      ctx.lineTo(x, top + height);
      ctx.stroke();
      ctx.fillText(mark.label, x + 4 * pixel, top + 14 * pixel);
    }
    ctx.restore();
  };
}

export type PlotInput = {
  series: readonly ChartSeries[]; limits: readonly ChartLimit[]; marks: readonly ChartMark[];
  from: number | null; to: number | null; width: number; height: number; hidden: ReadonlySet<number>; syncKey: string | null;
  onZoom: (from: number, to: number) => void; onCursor: (row: number | null) => void;
};

function seriesOf(input: PlotInput, ink: Ink, scaleOf: (unit: string) => string): uPlot.Series[] {
  return input.series.flatMap((one, i) => {
    const color = colorOf(i, ink.isDark);
    const common = { scale: scaleOf(one.unit), show: !input.hidden.has(i), spanGaps: false };
    const edge = { ...common, stroke: `${color}66`, width: 0.5, points: { show: false } };
    const doubt = { ...common, paths: () => null, points: { show: true, size: 7, stroke: ink.bad, fill: ink.card, width: 1.5 } };
    const dash = looks[i % looks.length]?.dash ?? [];
    const isSparse = one.value.filter((value) => value !== null).length < 40;
    return [edge, edge, { ...common, stroke: color, width: 2, dash, points: { show: isSparse, size: 5, fill: color } }, doubt, doubt];
  });
}

export function optionsOf(input: PlotInput, ink: Ink): uPlot.Options {
  const units = [...new Set(input.series.map((one) => one.unit))];
  const scaleOf = (unit: string): string => `y${Math.min(1, Math.max(0, units.indexOf(unit)))}`;
  const axis = { stroke: ink.soft, font: "12px Sarabun, sans-serif", ticks: { stroke: ink.line, width: 1, size: 4 }, grid: { stroke: `${ink.line}88`, width: 1 } };
  const decimals = (scale: string): number => Math.max(0, ...input.series.filter((one) => scaleOf(one.unit) === scale).map((one) => one.decimals));
  const yAxes = units.slice(0, 2).map((unit, i): uPlot.Axis => ({
    ...axis, scale: `y${i}`, side: i === 0 ? 3 : 1, size: 52, ...(i === 0 ? {} : { grid: { show: false } }), label: unitText(unit), labelSize: 18,
    labelFont: "12px Sarabun, sans-serif", values: (_, splits) => splits.map((value) => numberText(value, splits.some((at) => at % 1 !== 0) ? Math.max(1, decimals(`y${i}`)) : 0)),
  }));
  return {
    width: input.width, height: input.height, series: [{}, ...seriesOf(input, ink, scaleOf)],
    bands: input.series.flatMap((one, i) => one.min && one.max && !input.hidden.has(i)
      ? [{ series: [i * columnsPerSeries + 1, i * columnsPerSeries + 2] as [number, number], fill: `${colorOf(i, ink.isDark)}33` }] : []),
    scales: {
x: { time: true, range: (_, low, high) => [low, high === low ? low + hour : high] },
      y0: { range: (_, low, high) => lowestHighest(low, high, input.limits) }, y1: { range: (_, low, high) => lowestHighest(low, high, []) },
    },
    axes: [{ ...axis, incrs: steps, space: 64, splits: timeSplits, values: (_, splits, __, ___, step) => timeTicks(splits, step) }, ...yAxes],
    legend: { show: false },
    cursor: {
      drag: { x: true, y: false, setScale: false }, points: { show: cursorPoint },
      ...(input.syncKey === null ? {} : { sync: { key: input.syncKey, setSeries: false } }),
    },
    hooks: {
      draw: [drawAcross(input.limits, input.marks, ink)], setCursor: [(u) => input.onCursor(u.cursor.idx ?? null)],
      setSelect: [(u) => {
        if (u.select.width > 8) {
          input.onZoom(u.posToVal(u.select.left, "x"), u.posToVal(u.select.left + u.select.width, "x"));
        }
        u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
      }],
    },
  };
}

// Only the line itself gets a point under the cursor, not the edges of its band.
function cursorPoint(_: uPlot, column: number): HTMLElement {
  const point = document.createElement("div");
  point.hidden = (column - 1) % columnsPerSeries !== 2;
  return point;
}

// How the classes of what a map shows look and what they are called. Each has a colour, a sign and a word.
import { airLooks, airWords, severityLooks, severityWords, type AirClass, type Look, type Severity } from "../levels";
import { settings } from "../settings.svelte";
import { numberText } from "../times";

/** A class of a scale as the cloud sends it. */
export type ScaleClass = { code: string; from: number | null; included: boolean };
export type Scale = { name: string; classes: ScaleClass[] };

/** A class as it is shown: `rank` rises with the value, from 0. */
export type Step = { code: string; from: number | null; included: boolean; look: Look; word: string; limits: string; rank: number };

const signs: Pick<Look, "sign" | "shape">[] = [
  { sign: "●", shape: "circle" }, { sign: "■", shape: "square" }, { sign: "◆", shape: "diamond" }, { sign: "▲", shape: "triangle" }, { sign: "✖", shape: "cross" },
];

// Light to dark without a turn, so that the order is seen in grey as well.
const ramp: Pick<Look, "color" | "ink">[] = [
  { color: "#fff0b8", ink: "#1c1a00" }, { color: "#f7bd5f", ink: "#1c1300" }, { color: "#dd7a52", ink: "#000000" },
  { color: "#a2437a", ink: "#ffffff" }, { color: "#46206b", ink: "#ffffff" },
];
const heatRamp = ["#cfe3ea", "#ffe08a", "#f5a742", "#d9481c", "#7a0c26"];
const rainRamp = ["#f0eee4", "#b5dcea", "#5fa9d6", "#2a62b0", "#3b1f7a"];
// ThaiWater's colours of the five situations.
const bankRamp = ["#db802b", "#ffc000", "#00b050", "#003cfa", "#ff0000"];

const ownWords: Record<string, Record<string, { th: string; en: string }>> = {
  heat: {
    none: { th: "ไม่ร้อน", en: "Below watch" }, watch: { th: "เฝ้าระวัง", en: "Watch" }, warning: { th: "เตือนภัย", en: "Warning" },
    danger: { th: "อันตราย", en: "Danger" }, "extreme-danger": { th: "อันตรายมาก", en: "Extreme danger" },
  },
  rain24: {
    none: { th: "ไม่มีฝน", en: "No rain" }, light: { th: "ฝนเล็กน้อย", en: "Light" }, moderate: { th: "ฝนปานกลาง", en: "Moderate" },
    heavy: { th: "ฝนหนัก", en: "Heavy" }, very_heavy: { th: "ฝนหนักมาก", en: "Very heavy" },
  },
  bank: {
    critical: { th: "น้ำน้อยวิกฤต", en: "Critically low" }, low: { th: "น้ำน้อย", en: "Low" }, normal: { th: "น้ำปกติ", en: "Normal" },
    high: { th: "น้ำมาก", en: "High" }, over: { th: "ล้นตลิ่ง", en: "Over the bank" },
  },
};

export const unknownLook: Look = severityLooks.Unknown;

export function unknownWord(): string {
  return severityWords[settings.language].Unknown;
}

/** The steps of a scale; of none, five even ones over most of the values. */
export function stepsOf(scale: Scale | null, values: readonly number[], decimals: number): Step[] {
  const classes = scale?.classes ?? evenClasses(values, decimals);
  return classes.map((one, rank) => ({
    ...one,
    rank,
    look: lookOf(scale?.name ?? null, one.code, rank),
    word: wordOf(scale?.name ?? null, one.code),
    limits: scale?.name === "severity" ? "" : limitsOf(classes, rank, decimals),
  }));
}

/** The step a value falls into. */
export function stepAt(steps: readonly Step[], value: number): Step | undefined {
  let found: Step | undefined;
  for (const step of steps) {
    if (step.from === null || (step.included ? value >= step.from : value > step.from)) {
      found = step;
    }
  }
  return found;
}

function lookOf(scale: string | null, code: string, rank: number): Look {
  if (scale === "aqi" || scale === "pollutant") {
    return airLooks[code as AirClass] ?? unknownLook;
  }
  if (scale === "severity") {
    return severityLooks[code as Severity] ?? unknownLook;
  }
  const sign = signs[Math.min(rank, signs.length - 1)]!;
  const own = scale === "heat" ? heatRamp : scale === "rain24" ? rainRamp : scale === "bank" ? bankRamp : null;
  if (own) {
    const color = own[rank] ?? own[own.length - 1]!;
    return { ...sign, color, ink: isDark(color) ? "#ffffff" : "#000000" };
  }
  return { ...sign, ...ramp[Math.min(rank, ramp.length - 1)]! };
}

function isDark(color: string): boolean {
  const [r, g, b] = [1, 3, 5].map((at) => (parseInt(color.slice(at, at + 2), 16) / 255) ** 2.2) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b < 0.18;
}

function wordOf(scale: string | null, code: string): string {
  const language = settings.language;
  return scale === "aqi" || scale === "pollutant" ? (airWords[language][code as AirClass] ?? code)
    : scale === "severity" ? (severityWords[language][code as Severity] ?? code)
    : scale !== null ? (ownWords[scale]?.[code]?.[language] ?? code)
    : "";
}

function limitsOf(classes: readonly ScaleClass[], rank: number, decimals: number): string {
  const digits = (value: number): string => numberText(value, Number.isInteger(value) ? 0 : Math.max(1, Math.min(decimals, 3)));
  const [one, next] = [classes[rank]!, classes[rank + 1]];
  const from = one.from === null ? null : `${one.included ? "≥ " : "> "}${digits(one.from)}`;
  const to = next?.from === undefined || next.from === null ? null : `${next.included ? "< " : "≤ "}${digits(next.from)}`;
  return from && to ? `${from}, ${to}` : (from ?? to ?? "");
}

function evenClasses(values: readonly number[], decimals: number): ScaleClass[] {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) {
    return [];
  }
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  const [low, high] = [at(0.05), at(0.95)];
  const step = niceStep((high - low) / 5, decimals);
  if (step === 0) {
    return [{ code: "all", from: null, included: false }];
  }
  const first = Math.floor(low / step) * step + step;
  return [0, 1, 2, 3, 4].map((rank) => ({ code: `${rank}`, from: rank === 0 ? null : round(first + (rank - 1) * step), included: true }));
}

function niceStep(rough: number, decimals: number): number {
  if (!(rough > 0)) {
    return 0;
  }
  const least = 10 ** -decimals;
  const power = 10 ** Math.floor(Math.log10(rough));
  const nice = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough)! * power;
  return Math.max(least, nice);
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

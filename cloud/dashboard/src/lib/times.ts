// Times as people read them: Thai time, in Thai with the Buddhist year.
import { settings } from "./settings.svelte";

const zone = "Asia/Bangkok";
// Making one costs a hundred times what using one does, and a map of all stations uses thousands.
const formats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<number, Intl.NumberFormat>();

export type TimeStyle = "full" | "day" | "time" | "short";

const styles: Record<TimeStyle, Intl.DateTimeFormatOptions> = {
  full: { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  day: { day: "numeric", month: "short", year: "numeric" },
  short: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
};

export function locale(): string {
  return settings.language === "th" ? "th-TH-u-ca-buddhist-nu-latn" : "en-GB";
}

/** A time as text: `23 พ.ย. 2569 10:42 น.` or `23 Nov 2026, 10:42`. */
export function timeText(time: string | number | Date, style: TimeStyle = "full"): string {
  const key = `${settings.language}/${style}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale(), { ...styles[style], timeZone: zone });
    formats.set(key, format);
  }
  const text = format.format(new Date(time));
  return settings.language === "th" && style !== "day" ? `${text} น.` : text;
}

/** The language of numbers and spans of time: Thai words with Arabic digits. */
function spanLocale(): string {
  return settings.language === "th" ? "th-TH-u-nu-latn" : "en-GB";
}

/** How long ago, or in how long: `3 นาทีที่ผ่านมา`. */
export function agoText(time: string | number | Date, now: string | number | Date = Date.now()): string {
  const seconds = (new Date(time).getTime() - new Date(now).getTime()) / 1000;
  const size = Math.abs(seconds);
  const [count, unit]: [number, Intl.RelativeTimeFormatUnit] = size < 90 ? [seconds, "second"] : size < 5400 ? [seconds / 60, "minute"]
    : size < 172_800 ? [seconds / 3600, "hour"] : [seconds / 86_400, "day"];
  return new Intl.RelativeTimeFormat(spanLocale(), { numeric: "auto" }).format(Math.round(count), unit);
}

/** How long something lasts: `3 ชั่วโมง`; minutes up to an hour and a half, hours up to two days. */
export function lengthText(seconds: number): string {
  const [count, unit] = seconds < 5400 ? [seconds / 60, "minute"] : seconds < 172_800 ? [seconds / 3600, "hour"] : [seconds / 86_400, "day"];
  return new Intl.NumberFormat(spanLocale(), { style: "unit", unit: `${unit}`, unitDisplay: "long", maximumFractionDigits: 1 }).format(Number(count));
}

/** A running clock: `2:05` minutes and seconds, `1:02:05` with hours; never below zero. */
export function clockText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, i) => (i === 0 ? `${part}` : `${part}`.padStart(2, "0"))).join(":");
}

/** A number as people write it: digits grouped, so many decimals. */
export function numberText(value: number, decimals = 0): string {
  let format = numberFormats.get(decimals);
  if (!format) {
    format = new Intl.NumberFormat("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    numberFormats.set(decimals, format);
  }
  return format.format(value);
}

const unitNames: Record<string, string> = {
  "ug/m3": "µg/m³", Cel: "°C", "m3/s": "m³/s", deg: "°", "W/m2": "W/m²", "[pH]": "pH", "uS/cm": "µS/cm", "dB[mW]": "dBm",
};

/** A UCUM unit as people write it. */
export function unitText(unit: string): string {
  return unitNames[unit] ?? unit.replace(/[[\]]/g, "");
}

// Forecasts of prices as the cloud sends them, and how they are written.
import { locale, numberText } from "../times";
import { settings } from "../settings.svelte";
import { knows, sayer } from "../words";
import { table } from "./words";

export type Unit = { th: string; en: string; kilograms: number };
export type Series = {
  commodity: string; name_th: string; name_en: string; market: string; region: string | null; kind: string; frequency: string; source: string; grade: string | null; unit: Unit;
};
export type Line = Series & { id: number; made_at: string; data_to: string; last_step: string };
export type Step = { date: string; median: number; low80: number; high80: number; low95: number; high95: number };
export type PastPoint = [string, number | null];
type ErrorRow = { name: string; smape: number | null; coverage80: number | null; coverage95: number | null };
export type Card = {
  data_from: string; data_to: string; points: number; filled: number; outliers: number; weights: { description: string; weight: number }[];
  last_year: { rows: ErrorRow[] }; is_naive: boolean; reason: string;
};
export type Track = { forecasts: number; compared: number; smape: number | null; coverage80: number | null };
export type Forecast = Series & { id: number; made_at: string; steps: Step[]; card: Card; risks: string[]; track_record: Track; history: PastPoint[] };
export type Balance = {
  region: string | null; name_th: string; name_en: string; verdict: "shortage" | "balance" | "surplus"; is_sure: boolean;
  expected: { low: number; median: number; high: number }; low_usual: number; high_usual: number; years: number[]; is_by_use: boolean; sources: string[];
};
export type CropName = { code: string; th: string; en: string };
export type Balances = { crops: CropName[]; crop: string | null; balances: Balance[] };

const say = sayer(table);

export function nameOf(one: { name_th: string; name_en: string }): string {
  return settings.language === "th" ? one.name_th : one.name_en;
}

/** A word where there is one, else the code itself: markets are names that came from outside. */
export function wordOf(code: string): string {
  return knows(table, code) ? say(code) : code;
}

export function marketText(one: Series): string {
  return [wordOf(one.market), one.grade, wordOf(one.kind), wordOf(one.frequency), `${say("source")} ${one.source}`].filter(Boolean).join(" · ");
}

/** A day of Bangkok; months have no day. */
export function dayText(day: string, frequency = "daily"): string {
  return new Date(`${day.slice(0, 10)}T00:00:00Z`).toLocaleDateString(locale(), {
    timeZone: "UTC", year: "numeric", month: "short", ...(frequency === "monthly" ? {} : { day: "numeric" as const }),
  });
}

/** A price as people know it: whole baht where a thousand is paid, satang below. */
export function priceText(price: number): string {
  return numberText(price, Math.abs(price) >= 1000 ? 0 : 2);
}

export function percentText(share: number | null | undefined): string {
  return share === null || share === undefined ? "–" : numberText(share * 100, 0);
}

export function sizeText(value: number | null | undefined): string {
  return value === null || value === undefined ? "–" : numberText(value, 1);
}

/** Tons, or thousands of them. */
export function tonsText(tons: number): string {
  return numberText(tons >= 100_000 ? Math.round(tons / 1000) * 1000 : Math.round(tons));
}

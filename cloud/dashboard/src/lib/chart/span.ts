// The span of time a page looks at: the last hours or days, or one that a reader chose; it stands in the address, so that it can be shared.
import { router } from "../router.svelte";

export type RangeKey = "6h" | "24h" | "7d" | "30d" | "1y";

const hour = 3600;
export const ranges: Record<RangeKey, number> = { "6h": 6 * hour, "24h": 24 * hour, "7d": 7 * 24 * hour, "30d": 30 * 24 * hour, "1y": 365 * 24 * hour };
export const rangeKeys = Object.keys(ranges) as RangeKey[];

export type Span = { from: number; to: number; range: RangeKey | null };

const spanMax = 731 * 24 * hour;

/** The span of the address, as of a time (unix seconds). */
export function spanOf(query: URLSearchParams, now: number): Span {
  const [from, to] = [Number(query.get("from") ?? "-"), Number(query.get("to") ?? "-")];
  if (Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to - from >= 60 && to - from <= spanMax) {
    return { from, to, range: null };
  }
  const asked = query.get("range");
  const range = rangeKeys.find((key) => key === asked) ?? "24h";
  return { from: now - ranges[range], to: now, range };
}

export function askRange(range: RangeKey): void {
  router.ask({ range, from: null, to: null });
}

export function askSpan(from: number, to: number): void {
  const middle = (from + to) / 2;
  const half = Math.max(60, (to - from) / 2);
  router.ask({ range: null, from: `${Math.round(middle - half)}`, to: `${Math.round(middle + half)}` });
}

/** The same length, one step earlier or later. */
export function askStep(span: Span, direction: -1 | 1): void {
  const length = span.to - span.from;
  askSpan(span.from + direction * length, span.to + direction * length);
}

export const isoOf = (at: number): string => new Date(Math.round(at) * 1000).toISOString();

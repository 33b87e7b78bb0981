import { stepAt, type Step } from "../../lib/map/scales";
import type { Spot } from "./situation.svelte";

/** A province as the map colours it: by the mean of what is known, or the gravest level of a hazard. */
export type RegionRow = { code: string; stations: number; known: number; value: number | null; max: number | null; step: Step | null };

export function regionsOf(spots: readonly Spot[], steps: readonly Step[], isHazard: boolean): RegionRow[] {
  const rows = new Map<string, { stations: number; values: number[] }>();
  for (const spot of spots) {
    const code = spot.region.slice(0, 2);
    const row = rows.get(code) ?? { stations: 0, values: [] };
    row.stations++;
    if (spot.step && spot.value !== null) {
      row.values.push(spot.value);
    }
    rows.set(code, row);
  }
  return [...rows].map(([code, { stations, values }]) => {
    const max = values.length === 0 ? null : values.reduce((a, b) => Math.max(a, b));
    const value = max === null || isHazard ? max : values.reduce((a, b) => a + b, 0) / values.length;
    return { code, stations, known: values.length, value, max, step: value === null ? null : (stepAt(steps, value) ?? null) };
  });
}

// Rules as the cloud sends them.
import type { Named } from "../../lib/words";

export type Condition = { measure: string; is: string; value: number } | { any: Condition[] } | { all: Condition[] };
export type Line = {
  id: string; version: number; hazard: string; state: "draft" | "tried" | "on" | "off"; confirmed: boolean; name: Named; by: string; at: string | null; reason: string; trial: string | null;
};
type Level = { raise: Condition; hold: Condition };
export type Whole = Line & {
  rule: {
    source: string; note: string; scope: { regions: string[]; zones: string[] }; moderate: Level; severe?: Level; raise_between?: { from: string; until: string };
    timing: Record<"onset_hold" | "clear_hold" | "silence_after" | "validity" | "extend_ahead" | "all_clear_validity", string>;
  };
  steps: { at: string; version: number; step: string; by: string; reason: string }[];
};
export type Rules = { rules: Line[]; unreadable: string[] };

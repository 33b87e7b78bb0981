// Cases as the cloud sends them.
import type { Look } from "../../lib/levels";

export type CaseState = "new" | "assigned" | "on-the-way" | "done" | "cannot" | "duplicate";
export type Case = {
  number: string; kind: string; state: CaseState; way: string; region: string | null; place: string | null; people: number | null; needs: string[];
  assignee: string | null; messages: number; can_answer: boolean; opened_at: string; heard_at: string; changed_at: string;
};
export type Count = { help: boolean; state: CaseState; count: number; oldest_at: string };
export type CaseList = { change: number; new_help: number; counts: Count[]; most: number; cases: Case[] };
export type Step = { at: string; actor: string; what: string; state: CaseState; text: string | null; latitude: number | null; longitude: number | null };
export type WholeCase = Case & { phone: string | null; steps: Step[] };
export type Point = { number: string; kind: string; state: CaseState; latitude: number; longitude: number; exact: boolean };
export type Points = { points: Point[]; unplaced: number };
export type Hands = { officers: string[]; agencies: string[] };

export const needCodes = ["boat", "medicine", "water", "food", "shelter"] as const;
export const kindCodes = ["help", "smoke", "odour", "wastewater", "noise", "garbage", "other"] as const;

/** How a state looks: what waits stands out, what is done is quiet. */
export const stateLooks: Record<CaseState, Look> = {
  new: { color: "#b3181d", ink: "#ffffff", sign: "▲", shape: "triangle" },
  assigned: { color: "#e08a00", ink: "#1c1300", sign: "◆", shape: "diamond" },
  "on-the-way": { color: "#2f6fa8", ink: "#ffffff", sign: "●", shape: "circle" },
  done: { color: "#d5dedb", ink: "#14231f", sign: "✓", shape: "square" },
  cannot: { color: "#d5dedb", ink: "#14231f", sign: "✖", shape: "cross" },
  duplicate: { color: "#d5dedb", ink: "#14231f", sign: "=", shape: "square" },
};

export function isClosed(state: CaseState): boolean {
  return state === "done" || state === "cannot" || state === "duplicate";
}

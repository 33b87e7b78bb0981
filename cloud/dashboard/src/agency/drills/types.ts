// What the cloud answers about drills and back-tests.
import type { Proof } from "../alerts/types";
import type { Named } from "../../lib/words";

export type RunState = "running" | "done" | "failed" | "stopped";
export type Call = {
  from?: string; to?: string; hazard?: string; region?: string; station?: string; people?: number; rule?: string; level?: string; reached?: string; within?: number;
};
export type Run = {
  number: number; kind: string; call: Call; by: string; reason: string; started_at: string; ended_at: string | null; state: RunState; note: string;
};
export type PastEvent = { event: string; hazard: string; region: string; place: Named; onset: string; ended_at: string | null; level: string };
export type Runs = {
  running: number | null; limits: { drill_days: number; backtest_days: number; people: number; minutes: number }; runs: Run[]; events: PastEvent[];
};

export type DrilledText = { sms: string; detail: string; headline: string; instruction: string };
export type DrilledAlert = {
  waits_for_officer: boolean; outcome: string | null; cap_status: string; texts: Record<string, DrilledText>; queue_seconds: number | null; proof: Proof;
};
export type DrillResult = {
  from: string | null; to: string; readings: number; stations: number; alerts: DrilledAlert[];
  events: { event: string; hazard: string; region: string; versions: number; raised_at: string; severe_at: string | null; ended_at: string | null; lead_minutes: number | null }[];
  channels: { name: string; rate_per_second: number; messages: number }[];
};

export type Totals = { events: number; hits: number; late: number; false_alarms: number; missed: number; hours_under_warning: number; median_lead_hours: number | null };
export type BacktestResult = {
  rule: string; hazard: string; from: string; to: string; level: string; reached: { measure: string; is: string; value: number } | null; within_hours: number; readings: number;
  events: { place: string; event: string; raised: string; severe_at: string | null; over: string | null; outcome: string; highest: string; hours: number; reached: string | null; lead_hours: number | null; result: "hit" | "late" | "false_alarm" | null }[];
  missed: { place: string; reached: string; until: string; furthest: number }[]; places: (Totals & { place: string })[]; totals: Totals;
};
export type Found<T> = Run & { result: T | null };

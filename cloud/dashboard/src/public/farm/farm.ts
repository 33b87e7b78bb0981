// A farm as the cloud sends it, and the ticket that opens it. The ticket lasts twenty minutes and stays in this tab: a phone that drops the page
// from its memory must not cost another SMS.
import { ApiError, send } from "../../lib/api";
import { settings } from "../../lib/settings.svelte";
import { knows, sayer } from "../../lib/words";
import { table } from "./words";

export type Plot = {
  id: number; crop: string; variety: string | null; region: string; planted_on: string | null; soil: string | null; rai: number | null; irrigated: boolean | null;
  name_th: string; name_en: string; outlook_th: string[]; outlook_en: string[];
};
export type Price = {
  commodity: string; name_th: string; name_en: string; unit_th: string; unit_en: string; now_th: string; now_en: string; ahead_th: string; ahead_en: string; naive: boolean;
  past: [string, number][]; steps: [string, number, number, number, number, number][];
};
export type Advice = { id: number; plot: number | null; kind: string; text: string; asks: boolean; given_at: string; done_at: string | null };
export type Choice = { code: string; th: string; en: string };
export type Farm = {
  plots: Plot[]; prices: Price[]; advice: Advice[]; crops: Choice[]; varieties: Choice[]; soils: string[]; shared_since: string | null; language: string;
  useful: { may: boolean; score: number | null; said_at: string | null }; looks: string[];
};
export type Start = { consent: { version: string; th: string; en: string }; provinces: Choice[]; crops: Choice[]; hotline: string };
export type Asked = { registration: string; sent_to: string; seconds: number };

const say = sayer(table);
const key = "farm-ticket";

export const ticket = {
  read(): string | null {
    try {
      return sessionStorage.getItem(key);
    } catch {
      return null;
    }
  },
  keep(value: string | null): void {
    try {
      if (value === null) {
        sessionStorage.removeItem(key);
      } else {
        sessionStorage.setItem(key, value);
      }
    } catch {
      // Then it lasts as long as the page.
    }
  },
};

export function post<T>(path: string, body: Record<string, unknown>): Promise<T> {
  return send<T>("POST", path, { lang: settings.language, ...body });
}

/** A refusal as a farmer reads it: what to correct by field, what to wait for. */
export function faultText(reason: unknown): string {
  if (!(reason instanceof ApiError)) {
    return say("failed");
  }
  const body = reason.body as { faults?: Record<string, string>; tries_left?: number } | null;
  if (body?.faults) {
    return say("wrong", { fields: Object.keys(body.faults).map((field) => (knows(table, field) ? say(field) : field)).join(", ") });
  }
  return reason.isOffline ? say("offline") : reason.status === 429 ? say("many") : body?.tries_left !== undefined ? say("tries", { count: body.tries_left }) : say("failed");
}

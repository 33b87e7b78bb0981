// What the cloud answers about warnings, as /api/officer sends it.
import type { Named } from "../../lib/words";

export type Texts = Named & Record<string, string>;

export type Waiting = {
  number: number; event: string; version: number; hazard: string; severity: string; state: string; region: string; place: Named;
  since: string; ends: string; seconds_left: number; then: End; persons: number; approvals: string[]; by: string; why: string;
  is_manual: boolean; replaces: number | null; expires_at: string; people: number; centres: number; siren: boolean; mark: string; headline: Texts;
};
export type End = "send" | "drop" | "expire";

export type Open = {
  number: number; event: string; version: number; type: string; hazard: string; severity: string; region: string; place: Named;
  measured_at: string; sent_at: string; expires_at: string; is_manual: boolean; people_version: number | null; people: number | null;
  reached: number | null; queued: number | null; headline: Texts;
};

export type Ended = {
  number: number; type: string; all_clear: boolean; hazard: string; severity: string; state: string; region: string; place: Named; sent_at: string;
  headline: Texts;
};

export type Policy = { hazard: string; severity: string; wait_minutes: number | null; then: "send" | "drop"; persons: number | null };

export type Desk = {
  now: string; is_replay: boolean; waiting: Waiting[]; open: Open[]; ended: Ended[]; policies: Policy[]; hazards: string[];
};

export type Sms = { text: string; encoding: string; units: number; units_max: number; parts: number; splits: string[] };

export type PhoneText = {
  language: string; name: string; told_in: string; sms: Sms; detail: Sms | null; headline: string; description: string; instruction: string;
  area: string; sender_name: string; contacts: number;
};

export type Trial = {
  fate: string; text: string; goes: "now" | "waits" | "nothing"; persons_missing: number; number: number | null; severity: string | null;
  siren: boolean; expires_at: string | null; people: number; centres: number; phones: PhoneText[];
};

export type Answer = { fate: string; text: string; number: number | null; identifier: string | null; state: string | null };

export type Hold = { since: string; ends: string; seconds_left: number; then: End; persons: number; approvals: string[] };

export type Version = {
  number: number; identifier: string; version: number; type: string; all_clear: boolean; severity: string; state: string; sent_at: string;
};

export type Step = { at: string; who: string; action: string; detail: string };

export type OrderName = "release" | "drop" | "edit" | "cancel" | "all-clear" | "extend";

export type Sheet = {
  now: string; is_replay: boolean; number: number; identifier: string; event: string; version: number; type: string; all_clear: boolean;
  hazard: string; severity: string; state: string; region: string; place: Named; is_manual: boolean; measured_at: string; sent_at: string;
  expires_at: string; siren: boolean; mark: string; hold: Hold | null; told: number | null; people: number; centres: number; phones: PhoneText[];
  versions: Version[]; steps: Step[]; can: OrderName[];
};

export type Tally = {
  name: string; part: number; targeted: number | null; sent: number | null; received: number | null; failed: number | null; expired: number | null;
  unknown: number | null; waiting: number | null; is_few: boolean;
};
export type Minute = { minute: number; at: string; sent: number; received: number; failed: number; people_reached: number; share: number | null };
export type Proof = {
  number: number; event: string; version: number; type: string; all_clear: boolean; hazard: string; severity: string; state: string; region: string;
  headline: Texts; people: number; people_reached: number; share_reached: number | null;
  times: Record<"measured_at" | "decided_at" | "released_at" | "queued_at" | "first_sent_at" | "last_sent_at" | "first_receipt_at" | "half_receipt_at"
    | "most_receipt_at", string | null>;
  hold: { since: string; until: string | null; outcome: string | null; ended_at: string | null } | null;
  delays_s: Partial<Record<"decision" | "release" | "queueing" | "first_sent" | "first_receipt" | "receipt_p50" | "receipt_p95", number | null>> | null;
  channels: Tally[]; places: Tally[]; reasons: { channel: string; state: string; reason: string; count: number }[]; minutes: Minute[];
  versions: Version[]; steps: Step[];
};

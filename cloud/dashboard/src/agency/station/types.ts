// What the cloud answers about one station.
export type StationSeries = {
  series: string; quantity: string; name_th: string; name_en: string; unit: string; decimals: number; value: number; taken_at: string; quality: number;
  test: string | null; silent: boolean; computed: boolean;
};
export type StationView = {
  id: string; registered: boolean; name_th: string | null; name_en: string | null; region: string | null; places: { region: string; name_th: string; name_en: string }[];
  latitude: number | null; longitude: number | null; bank_level: number | null; ground_level: number | null; network_time: string | null; silent_after_s: number;
  series: StationSeries[]; first_heard: string | null; days: { day: string; hours: number; of_hours: number; readings: number; usable: number }[];
};
export type HealthView = {
  line: "online" | "offline" | "unknown"; heard_at: string | null; silent_after_s: number;
  report: { reported_at: string | null; outbox: string; last_sequence: number; depth: number; bytes: number; hours_left: number | null; clock: string; version: string; config?: number | null; config_refused?: number | null; config_faults?: string | null } | null;
  days: { day: string; online_s: number; offline_s: number; unknown_s: number }[]; changes: { at: string; line: "online" | "offline" | "unknown" }[];
};
export type LedgerView = {
  outboxes: {
    outbox: string; computed: boolean; last_sequence: number; packs_stored: number; packs_late: number; packs_rejected: number; packs_dropped: number;
    packs_missing: number; repeats: number; readings_stored: number; readings_late: number; readings_duplicate: number; readings_dropped: number; readings_rejected: Record<string, number>;
  }[];
};
export type LogView = {
  rows: { number: number; stored_at: string; at: string | null; kind: string; first: number; last: number; readings: number; alert: string | null; reason: string | null }[]; before: number | null;
};
export type WordsView = {
  live_version: number | null; live_since: string | null;
  calibrations: { series: string; of: string | null; coefficients: number[]; by: string; since: string; holds: boolean }[];
  words: { version: number; made_at: string; by: string; reason: string; series: string | null; flag: number | null; from: string; to: string | null }[];
};

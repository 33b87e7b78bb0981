// The answer of /api/place/{region}, as the cloud sends it.
export type Texts = Record<string, string>;
export type PlaceName = { region: string; th: string | null; en: string | null };
export type Speaker = { id: string; th: string; en: string; within: "here" | "subdistrict" | "district" | "province" };
export type Shelter = { th: string; en: string; phone: string | null; latitude: number | null; longitude: number | null; capacity: number | null };
export type Warning = {
  identifier: string; hazard: string; severity: string; region: string; since: string; sent_at: string; expires_at: string;
  headline: Texts; description: Texts; instruction: Texts; area: Texts; said_by: Texts; shelters: Shelter[]; cap: string; source: string | null;
};
export type Ended = { identifier: string; hazard: string; sent_at: string; headline: Texts };
export type Elsewhere = { hazard: string; severity: string; region: string; headline: Texts };
export type Air = { station: Speaker; at: string | null; known: boolean; aqi: number | null; above_scale: boolean; pm25: number | null };
export type Rain = { station: Speaker; at: string | null; known: boolean; mm: number; whole: boolean; class: string | null };
export type River = {
  station: Speaker; at: string | null; known: boolean; level: number; percent: number | null; to_bank: number | null; over_bank: boolean | null;
  rise_per_hour: number | null;
};
export type Heat = { station: Speaker; at: string | null; known: boolean; temperature: number; index: number | null; class: string | null };
export type Price = {
  commodity: string; th: string; en: string; unit_th: string; unit_en: string; last_on: string; last: number; ahead_on: string | null;
  low: number | null; median: number | null; high: number | null; direction: "up" | "down" | "unclear";
};
export type CropOutlook = { crop: string; th: string; en: string; verdict: "shortage" | "balance" | "surplus"; sure: boolean; last_year: number };
export type PlaceView = {
  region: string; path: PlaceName[]; network_time: string | null; silent_after_s: number; hotline: string; warnings: Warning[]; ended: Ended[];
  elsewhere: Elsewhere[]; stations: number; air: Air | null; rain: Rain | null; river: River | null; heat: Heat | null; prices: Price[]; crops: CropOutlook[];
};
export type Found = { region: string; th: string; en: string; in_th: string; in_en: string; km: number | null };

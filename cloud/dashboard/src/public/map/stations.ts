// Stations and warnings as the public map and the story show them.
import { severities, severityLooks, severityOf, type Severity, type Shape } from "../../lib/levels";
import { named } from "../../lib/words";

export type Value = { station: string; series: string; name_th: string; name_en: string; unit: string; decimals: number; value: number; taken_at: string; quality: number };
export type Station = {
  id: string; registered: boolean; region: string | null; province: string | null; name_th: string | null; name_en: string | null; latitude: number | null;
  longitude: number | null; values: Value[];
};
export type StationsView = { network_time: string | null; silent_after_s: number; stations: Station[] };
export type Alert = {
  identifier: string; event: string; version: number; type: string; all_clear: boolean; hazard: string; severity: string; state: string; region: string; since: string;
  sent_at: string; expires_at: string; headline: Record<string, string>; instruction: Record<string, string>; source: string | null;
};
export type AlertsView = { network_time: string | null; alerts: Alert[] };
export type Point = { id: string; lat: number; lon: number; color: string; shape: Shape; label: string; rank: number };

const waiting = ["Draft", "Waiting", "Dropped", "Recorded"];

/** Only what was released is anybody's business here. */
export const isOut = (alert: Alert): boolean => !waiting.includes(alert.state);

const touches = (region: string, place: string): boolean => region !== "" && (place.startsWith(region) || region.startsWith(place));

/** The gravest open warning that touches a station; none where there is none, unknown for a station that says nothing. */
export function stateOf(station: Station, alerts: readonly Alert[], now: number, silentAfterS: number): Severity {
  const here = alerts.filter((alert) => isOut(alert) && !alert.all_clear && station.region !== null && touches(alert.region, station.region))
    .map((alert) => severityOf(alert.severity)).sort((a, b) => severities.indexOf(a) - severities.indexOf(b))[0];
  return here ?? (isSilent(station, now, silentAfterS) ? "Unknown" : "None");
}

export const isSilent = (station: Station, now: number, silentAfterS: number): boolean =>
  !station.values.some((value) => now - new Date(value.taken_at).getTime() <= silentAfterS * 1000);

export const nameOf = (station: Station): string => named({ th: station.name_th, en: station.name_en }, station.id);

export function pointsOf(stations: readonly Station[], state: (station: Station) => Severity): Point[] {
  return stations.flatMap((station) => {
    if (station.latitude === null || station.longitude === null) {
      return [];
    }
    const severity = state(station);
    const look = severityLooks[severity];
    return [{ id: station.id, lat: station.latitude, lon: station.longitude, color: look.color, shape: look.shape, label: nameOf(station), rank: severities.length - severities.indexOf(severity) }];
  });
}

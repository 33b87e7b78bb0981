// The four things of a place in words, for the page, the poster's screen and the kiosk alike.
import { airClassOf, airLooks, airWords, severityLooks, type Look } from "../../lib/levels";
import { numberText } from "../../lib/times";
import { knows, sayer } from "../../lib/words";
import type { PlaceView, Speaker } from "./view";
import { table } from "./words";

export type Shown = {
  kind: "air" | "rain" | "river" | "heat";
  /** What is said largest; null when nothing is known. */
  value: string | null;
  level: string;
  look: Look;
  lines: string[];
  at: string | null;
  station: Speaker | null;
  isKnown: boolean;
};

const say = sayer(table);
const sayAir = sayer(airWords);
const none = severityLooks.None;
const unknown = severityLooks.Unknown;

function nothing(kind: Shown["kind"], of: { at: string | null; station: Speaker } | null): Shown {
  return { kind, value: null, level: say("unknown"), look: unknown, lines: of ? [] : [say("notMeasured")], at: of?.at ?? null, station: of?.station ?? null, isKnown: false };
}

function air(view: PlaceView): Shown {
  const found = view.air;
  if (!found?.known) {
    return nothing("air", found);
  }
  const kind = airClassOf(found.aqi);
  return {
    kind: "air",
    value: found.aqi === null ? (found.pm25 === null ? null : say("pm25", { value: numberText(found.pm25, 1) }))
      : say("aqi", { value: found.above_scale ? ">200" : found.aqi }),
    level: sayAir(kind),
    look: airLooks[kind],
    lines: [found.aqi === null ? say("tooFew") : found.pm25 === null ? "" : say("pm25", { value: numberText(found.pm25, 1) })].filter(Boolean),
    at: found.at, station: found.station, isKnown: true,
  };
}

function rain(view: PlaceView): Shown {
  const found = view.rain;
  if (!found?.known) {
    return nothing("rain", found);
  }
  const kind = found.class === "none" ? "none_rain" : found.class ?? "unknown";
  return {
    kind: "rain",
    value: say(found.whole ? "mm" : "atLeast", { value: numberText(found.mm, 1) }),
    level: knows(table, kind) ? say(kind) : say("unknown"),
    look: kind === "very_heavy" ? severityLooks.Severe : kind === "heavy" ? severityLooks.Moderate : none,
    lines: [], at: found.at, station: found.station, isKnown: true,
  };
}

function river(view: PlaceView): Shown {
  const found = view.river;
  if (!found?.known) {
    return nothing("river", found);
  }
  const { percent, to_bank: toBank, rise_per_hour: rise } = found;
  const isOver = found.over_bank === true;
  const distance = toBank === null ? [] : [say(isOver ? "over" : "below", { value: numberText(toBank, 2) })];
  const motion = rise === null ? [] : [Math.abs(rise) < 0.02 ? say("steady") : say(rise > 0 ? "rising" : "falling", { value: numberText(Math.abs(rise), 2) })];
  return {
    kind: "river",
    value: percent === null ? say("level", { value: numberText(found.level, 2) }) : say("percent", { value: numberText(percent) }),
    level: percent === null ? say("notSurveyed") : isOver ? say("river_over") : percent > 70 ? say("river_high") : percent <= 30 ? say("river_low") : say("river_normal"),
    look: percent === null ? unknown : isOver ? severityLooks.Severe : percent > 70 ? severityLooks.Moderate : none,
    lines: [...distance, ...motion], at: found.at, station: found.station, isKnown: true,
  };
}

function heat(view: PlaceView): Shown {
  const found = view.heat;
  if (!found?.known) {
    return nothing("heat", found);
  }
  const kind = found.class === "none" ? "heat_none" : found.class ?? "unknown";
  const looks: Record<string, Look> = {
    heat_none: none, watch: severityLooks.Minor, warning: severityLooks.Moderate, danger: severityLooks.Severe, "extreme-danger": severityLooks.Extreme,
  };
  return {
    kind: "heat",
    value: say("degrees", { value: numberText(found.temperature, 1) }),
    level: knows(table, kind) ? say(kind) : say("unknown"),
    look: looks[kind] ?? unknown,
    lines: found.index === null ? [] : [say("feels", { value: numberText(found.index, 1) })],
    at: found.at, station: found.station, isKnown: true,
  };
}

export const measuresOf = (view: PlaceView): Shown[] => [air(view), rain(view), river(view), heat(view)];

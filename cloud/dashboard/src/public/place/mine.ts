// The reader's own place and the last state of the places looked at. Kept in this browser alone; the cloud is never told whose place it is.
import type { PlaceView } from "./view";

export type Kept = { at: number; skew: number; view: PlaceView };

/** How many places a phone keeps; the one not looked at for longest goes first. */
const placesKeptMax = 5;

function read<T>(key: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as T | null;
  } catch {
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

export const isRegion = (text: unknown): text is string => typeof text === "string" && /^[1-9]\d(\d\d){0,2}$/.test(text);

/** The region that is the reader's own, or null. */
export function myPlace(): string | null {
  const region = read<unknown>("my-place");
  return isRegion(region) ? region : null;
}

export function setMyPlace(region: string | null): void {
  if (region === null) {
    try {
      localStorage.removeItem("my-place");
    } catch {
      // Nothing was kept.
    }
  } else {
    write("my-place", region);
  }
}

/** The last state of a place that this browser has seen. */
export function lastState(region: string): Kept | null {
  const kept = read<Kept[]>("place-states")?.find((one) => one?.view?.region === region);
  return kept && typeof kept.at === "number" && Array.isArray(kept.view.warnings) && Array.isArray(kept.view.path) ? kept : null;
}

export function keepState(kept: Kept): void {
  const others = (read<Kept[]>("place-states") ?? []).filter((one) => one?.view && one.view.region !== kept.view.region);
  write("place-states", [kept, ...others].slice(0, placesKeptMax));
}

import type { Shape } from "../levels";

/** A point on a map: its colour (`#rrggbb`) and its sign say the same, so that nobody needs to tell colours apart. */
export type MapPoint = { id: string; lat: number; lon: number; color: string; shape: Shape; label: string; rank?: number };

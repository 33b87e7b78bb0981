import { loadLibrary } from "../lib/map/library";
import type { Route } from "../lib/router.svelte";

// The map's library is the largest file: it comes beside the page, not after it.
function map(): ReturnType<Route["load"]> {
  void loadLibrary().catch(() => {});
  return import("./map/Page.svelte");
}

/** Every page here, and where it is found. Each is fetched when somebody goes there. */
export const routes: readonly Route[] = [
  { path: "/agency", load: map },
  { path: "/agency/regions/:region", load: () => import("./region/Page.svelte") },
  { path: "/agency/stations/:station", load: () => import("./station/Page.svelte") },
  { path: "/agency/compare", load: () => import("./compare/Page.svelte") },
  { path: "/agency/alerts", load: () => import("./alerts/Page.svelte") },
  { path: "/agency/alerts/:number", load: () => import("./alert/Page.svelte") },
  { path: "/agency/compose", load: () => import("./compose/Page.svelte") },
  { path: "/agency/cases", load: () => import("./cases/Page.svelte") },
  { path: "/agency/drills", load: () => import("./drills/Page.svelte") },
  { path: "/agency/rules", load: () => import("./rules/Page.svelte") },
  { path: "/agency/forecasts", load: () => import("./forecasts/Page.svelte") },
  { path: "/agency/quality", load: () => import("./quality/Page.svelte") },
  { path: "/agency/audit", load: () => import("./audit/Page.svelte") },
  { path: "/agency/officers", load: () => import("./officers/Page.svelte") },
  { path: "/agency/keys", load: () => import("./keys/Page.svelte") },
  { path: "/agency/account", load: () => import("./account/Page.svelte") },
  { path: "/agency/sign-in", load: () => import("./sign-in/Page.svelte") },
];

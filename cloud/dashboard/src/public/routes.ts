import type { Route } from "../lib/router.svelte";

/** Every page here, and where it is found. Each is fetched when somebody goes there. */
export const routes: readonly Route[] = [
  { path: "/", load: () => import("./home/Page.svelte") },
  { path: "/place/:region", load: () => import("./place/Page.svelte") },
  { path: "/map", load: () => import("./map/Page.svelte") },
  { path: "/forecasts", load: () => import("./forecasts/Page.svelte") },
  { path: "/farm", load: () => import("./farm/Page.svelte") },
  { path: "/kiosk/:region", load: () => import("./kiosk/Page.svelte") },
  { path: "/poster/:region", load: () => import("./poster/Page.svelte") },
  { path: "/story", load: () => import("./story/Page.svelte") },
];

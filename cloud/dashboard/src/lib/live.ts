// Server-sent events that can be left open for a week: only what is on the screen, a sign of life, and a way back to where the line was lost.

export type LinkState = "connecting" | "up" | "down";

export type Live = { close: () => void };

/** The newest value of a series, as `/api/stations` has it. */
export type LiveValue = {
  station: string; series: string; name_th: string; name_en: string; unit: string; decimals: number;
  value: number; taken_at: string; quality: number; test: string | null;
};

/** The same for a map: station, series, value, seconds since 1970, quality. */
export type MapValue = [station: string, series: string, value: number, takenAtS: number, quality: number];

export type LiveQuestion = {
  /** At most 50; without any, all stations. With some, the first event is a snapshot. */
  stations?: readonly string[];
  /** Names of series or codes of quantities, at most 20; needed for `onMap`. */
  series?: readonly string[];
  /** The `position` that came with what the page shows already; what changed since is sent first. */
  after?: string | null;
  /** New values; in a snapshot all that was asked for: what is not in it is no more. */
  onValues?: (values: LiveValue[], isSnapshot: boolean) => void;
  onMap?: (values: MapValue[], isSnapshot: boolean) => void;
  /** The open alerts, as `/api/alerts` has them; at the beginning and whenever they change. */
  onAlerts?: (view: { network_time: string | null; alerts: unknown[] }) => void;
  /** For officers: something happened to a case, or to what waits for release. Ask for the list again. */
  onCases?: () => void;
  onWaiting?: () => void;
  /** Network time, with every event that carries it: what is old is told by this clock. */
  onTime?: (networkTime: string) => void;
  onState?: (state: LinkState) => void;
};

/** Three heartbeats: a stream that says nothing for so long is dead, whatever the browser thinks of it. */
const quietMaxMs = 30_000;
const retryMinMs = 2_000;
const retryMaxMs = 30_000;
/** A page that nobody sees holds no line; one that is looked away from for a moment keeps it. */
const hiddenMaxMs = 10_000;

/**
 * Listens to a stream until it is closed; reconnects by itself, slower each time, and goes on where it was.
 * @param path The stream's address.
 * @param take What to do with an event of a kind; the data is JSON.
 * @param onState Told whenever the line comes or goes.
 */
export function listen(path: string, take: Record<string, (data: never) => void>, onState: (state: LinkState) => void = () => {}): Live {
  let source: EventSource | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let hide: ReturnType<typeof setTimeout> | undefined;
  let waitMs = retryMinMs;
  let position = "";
  let isClosed = false;
  const heard = (): void => {
    clearTimeout(quiet);
    quiet = setTimeout(restart, quietMaxMs);
    onState("up");
  };
  function stop(): void {
    source?.close();
    source = undefined;
    clearTimeout(quiet);
    clearTimeout(retry);
  }
  function restart(): void {
    stop();
    onState("down");
    // A thousand pages that lost the same server do not come back in the same moment.
    retry = setTimeout(open, waitMs * (0.5 + Math.random()));
    waitMs = Math.min(waitMs * 2, retryMaxMs);
  }
  function open(): void {
    stop();
    if (isClosed || document.visibilityState === "hidden") {
      return;
    }
    source = new EventSource(position !== "" && path.startsWith("/api/live") ? resumed(path, position) : path);
    source.onopen = heard;
    source.onerror = restart;
    for (const [kind, act] of Object.entries<(data: never) => void>({ beat: () => {}, ...take })) {
      source.addEventListener(kind, (event: MessageEvent<string>) => {
        position = event.lastEventId || position;
        waitMs = retryMinMs;
        heard();
        act(JSON.parse(event.data) as never);
      });
    }
  }
  function onVisibility(): void {
    clearTimeout(hide);
    if (document.visibilityState === "hidden") {
      hide = setTimeout(stop, hiddenMaxMs);
    } else if (source === undefined) {
      onState("connecting");
      open();
    }
  }
  document.addEventListener("visibilitychange", onVisibility);
  onState("connecting");
  open();
  return {
    close() {
      isClosed = true;
      document.removeEventListener("visibilitychange", onVisibility);
      clearTimeout(hide);
      stop();
    },
  };
}

/** Listens to what is on the screen, and to nothing else. Ask anew when the screen shows something else. */
export function live(question: LiveQuestion): Live {
  const topics = [
    question.onValues && "values", question.onMap && "map", question.onAlerts && "alerts", question.onCases && "cases", question.onWaiting && "waiting",
  ].filter((topic) => topic !== undefined);
  const query = new URLSearchParams({ topics: topics.join(",") });
  if (question.stations?.length) {
    query.set("stations", question.stations.join(","));
  }
  if (question.series?.length) {
    query.set("series", question.series.join(","));
  }
  if (question.after) {
    query.set("after", question.after);
  }
  const timed = (view: { network_time?: string | null }): void => {
    if (view.network_time) {
      question.onTime?.(view.network_time);
    }
  };
  return listen(`${question.onCases || question.onWaiting ? "/api/live/officer" : "/api/live"}?${query}`, {
    values: (view: { network_time: string | null; snapshot: boolean; values: LiveValue[] }) => {
      timed(view);
      question.onValues?.(view.values, view.snapshot);
    },
    map: (view: { network_time: string | null; snapshot: boolean; values: MapValue[] }) => {
      timed(view);
      question.onMap?.(view.values, view.snapshot);
    },
    alerts: (view: { network_time: string | null; alerts: unknown[] }) => {
      timed(view);
      question.onAlerts?.(view);
    },
    cases: () => question.onCases?.(),
    waiting: () => question.onWaiting?.(),
    beat: timed,
  }, question.onState);
}

function resumed(path: string, position: string): string {
  const [address = "", search = ""] = path.split("?");
  const query = new URLSearchParams(search);
  query.set("after", position);
  return `${address}?${query}`;
}

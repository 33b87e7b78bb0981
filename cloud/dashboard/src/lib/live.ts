// Server-sent events that can be left open for a week: only what is on the screen, a sign of life, and a way back to where the line was lost.

export type LinkState = "connecting" | "up" | "down";

export type Live = { close: () => void };

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

function resumed(path: string, position: string): string {
  const [address = "", search = ""] = path.split("?");
  const query = new URLSearchParams(search);
  query.set("after", position);
  return `${address}?${query}`;
}

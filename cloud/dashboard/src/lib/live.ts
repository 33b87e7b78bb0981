// Server-sent events with a sign of life: a stream that says nothing for three heartbeats is dead, whatever the browser thinks of it.

export type LinkState = "connecting" | "up" | "down";

export type Live = { close: () => void };

const quietMaxMs = 30_000;
const retryMs = 2_000;

/**
 * Listens to a stream until it is closed; reconnects by itself.
 * @param path The stream's address.
 * @param take What to do with an event of a kind; the data is JSON.
 * @param onState Told whenever the line comes or goes.
 */
export function listen(path: string, take: Record<string, (data: never) => void>, onState: (state: LinkState) => void = () => {}): Live {
  let source: EventSource | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;
  const heard = (): void => {
    clearTimeout(quiet);
    quiet = setTimeout(restart, quietMaxMs);
    onState("up");
  };
  function restart(): void {
    source?.close();
    clearTimeout(quiet);
    onState("down");
    retry = setTimeout(open, retryMs);
  }
  function open(): void {
    if (isClosed) {
      return;
    }
    source = new EventSource(path);
    source.onopen = heard;
    source.onerror = restart;
    for (const [kind, act] of Object.entries<(data: never) => void>({ beat: () => {}, ...take })) {
      source.addEventListener(kind, (event: MessageEvent<string>) => {
        heard();
        act(JSON.parse(event.data) as never);
      });
    }
  }
  onState("connecting");
  open();
  return {
    close() {
      isClosed = true;
      source?.close();
      clearTimeout(quiet);
      clearTimeout(retry);
    },
  };
}

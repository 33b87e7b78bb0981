// The state of a place as a page shows it: at once what the phone saw last, then what the cloud says, asked again each minute while somebody looks.
import { ApiError, get } from "../../lib/api";
import { isRegion, keepState, lastState } from "./mine";
import type { PlaceView } from "./view";

/** How often it is asked for; unchanged answers are a few bytes. */
const askEveryMs = 60_000;
/** Older than this, what is shown is called old. */
export const oldAfterMs = 5 * 60_000;
const tickMs = 10_000;

export class PlaceState {
  view = $state.raw<PlaceView | null>(null);
  /** When the cloud last said so, by this device's clock. */
  at = $state<number | null>(null);
  fault = $state.raw<unknown>(null);
  clock = $state(Date.now());
  #skew = $state(0);
  // Not a state: an effect that asked and saw it change would ask again after every answer.
  #isAsking = false;
  #timers: ReturnType<typeof setInterval>[] = [];

  constructor(readonly region: string) {
    const kept = lastState(region);
    if (kept) {
      [this.view, this.at, this.#skew] = [kept.view, kept.at, kept.skew];
    }
  }

  /** Network time now, as far as this device can tell: ages are told by it, so that a wrong clock of the phone changes nothing. */
  readonly now = $derived(this.clock + this.#skew);
  readonly isOld = $derived(this.at !== null && this.clock - this.at > oldAfterMs);
  /** The line is gone, or the cloud is: what is shown is the last state. */
  readonly isLost = $derived(this.fault !== null && this.view !== null);

  /** Asks now and from time to time until it is called back. */
  start(): () => void {
    const ask = (): void => {
      if (document.visibilityState !== "hidden") {
        void this.ask();
      }
    };
    const told = (event: MessageEvent): void => {
      if ((event.data as { kind?: string } | null)?.kind === "warning") {
        void this.ask();
      }
    };
    this.#timers = [setInterval(ask, askEveryMs), setInterval(() => { this.clock = Date.now(); }, tickMs)];
    document.addEventListener("visibilitychange", ask);
    addEventListener("online", ask);
    navigator.serviceWorker?.addEventListener("message", told);
    void this.ask();
    return () => {
      this.#timers.forEach(clearInterval);
      document.removeEventListener("visibilitychange", ask);
      removeEventListener("online", ask);
      navigator.serviceWorker?.removeEventListener("message", told);
    };
  }

  async ask(): Promise<void> {
    if (this.#isAsking) {
      return;
    }
    this.#isAsking = true;
    try {
      if (!isRegion(this.region)) {
        throw new ApiError(404, "");
      }
      const view = await get<PlaceView>(`/api/place/${this.region}`);
      const now = Date.now();
      this.#skew = view.network_time === null ? 0 : skewOf(new Date(view.network_time).getTime(), now);
      [this.view, this.at, this.fault, this.clock] = [view, now, null, now];
      keepState({ at: now, skew: this.#skew, view });
    } catch (fault) {
      this.fault = fault;
      this.clock = Date.now();
    } finally {
      this.#isAsking = false;
    }
  }
}

// Network time is told to the minute: within two minutes the clocks agree.
function skewOf(network: number, now: number): number {
  return Math.abs(network - now) < 120_000 ? 0 : network - now;
}

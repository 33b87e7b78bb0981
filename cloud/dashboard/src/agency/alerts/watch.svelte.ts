// Asks the cloud again and again while the page is looked at, and knows how old the last answer is.
import { get } from "../../lib/api";

export class Watch<T> {
  data = $state.raw<T | null>(null);
  fault = $state.raw<unknown>(null);
  /** By this device's clock, when the last answer came. */
  heardAt = $state(0);
  /** Runs every half second, for clocks. */
  ticked = $state(Date.now());
  #path: string;
  #everyMs: number;
  #asking: AbortController | null = null;

  constructor(path: string, everyMs: number) {
    this.#path = path;
    this.#everyMs = everyMs;
  }

  /** Starts; what it answers ends it. For an effect. */
  start(): () => void {
    const ask = setInterval(() => {
      if (!document.hidden) {
        void this.ask();
      }
    }, this.#everyMs);
    const tick = setInterval(() => {
      this.ticked = Date.now();
    }, 500);
    const seen = (): void => {
      if (!document.hidden) {
        void this.ask();
      }
    };
    document.addEventListener("visibilitychange", seen);
    void this.ask();
    return () => {
      clearInterval(ask);
      clearInterval(tick);
      document.removeEventListener("visibilitychange", seen);
      this.#asking?.abort();
    };
  }

  /** Asks now. An answer to an earlier question is not taken after a later one. */
  async ask(): Promise<void> {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    const limit = setTimeout(() => asking.abort(new Error("timeout")), 15_000);
    try {
      const data = await get<T>(this.#path, asking.signal);
      if (this.#asking === asking) {
        this.data = data;
        this.fault = null;
        this.heardAt = Date.now();
        this.ticked = this.heardAt;
      }
    } catch (fault) {
      if (this.#asking === asking) {
        this.fault = fault;
      }
    } finally {
      clearTimeout(limit);
    }
  }

  /** Whether what is shown is old: several answers are missing. */
  get isStale(): boolean {
    return this.data !== null && this.ticked - this.heardAt > this.#everyMs * 3 + 4_000;
  }

  /** How long ago the answer came. */
  get ageMs(): number {
    return Math.max(0, this.ticked - this.heardAt);
  }
}

// The browser's offer to put the page on the home screen, kept until the reader takes it or says later.

type InstallEvent = Event & { prompt: () => Promise<unknown> };

class Install {
  canAsk = $state(false);
  #isRefused = $state(this.#wasRefused());
  readonly #isApple = /iPhone|iPad/.test(navigator.userAgent) && !matchMedia("(display-mode: standalone)").matches;
  #event: InstallEvent | null = null;

  readonly isOffered = $derived(!this.#isRefused && (this.canAsk || this.#isApple));

  listen(): void {
    addEventListener("beforeinstallprompt", (event) => {
      event.preventDefault();
      this.#event = event as InstallEvent;
      this.canAsk = true;
    });
    addEventListener("appinstalled", () => { this.canAsk = false; });
  }

  async ask(): Promise<void> {
    await this.#event?.prompt();
    this.canAsk = false;
  }

  refuse(): void {
    this.#isRefused = true;
    try {
      localStorage.setItem("install", "later");
    } catch {
      // Asked again next time then.
    }
  }

  #wasRefused(): boolean {
    try {
      return localStorage.getItem("install") === "later";
    } catch {
      return false;
    }
  }
}

export const install = new Install();

// Who is signed in. The cloud decides what one may; this only decides what is shown.
import { ApiError, get, send } from "./api";
import { router } from "./router.svelte";

export type Role = "viewer" | "centre" | "officer" | "releaser" | "admin" | "auditor";

export type Officer = { name: string; roles: Role[]; regions: string[] };

type SessionView = { officer: Officer | null; second_factor: boolean; passkeys: number };

const signInPath = "/agency/sign-in";

class Session {
  officer = $state<Officer | null>(null);
  isKnown = $state(false);
  /** The officer was signed in on this page and is not any more; what stands in the page's forms is still there. */
  hasEnded = $state(false);

  constructor() {
    addEventListener("eag-unauthorized", () => this.#onUnauthorized());
    // Signed in again in another tab: the page goes on where it was.
    addEventListener("focus", () => {
      if (this.hasEnded) {
        void this.load();
      }
    });
  }

  /** Asks the cloud who is signed in; without an answer nobody is. */
  async load(): Promise<void> {
    try {
      const now = (await get<SessionView>("/api/session")).officer;
      if (now !== null || !this.hasEnded) {
        this.officer = now;
        this.hasEnded = false;
      }
    } catch (fault) {
      if (!(fault instanceof ApiError)) {
        throw fault;
      }
      if (!this.hasEnded) {
        this.officer = null;
      }
    }
    this.isKnown = true;
  }

  /** Signs this browser out. */
  async end(): Promise<void> {
    await send("DELETE", "/api/session");
    this.officer = null;
    this.hasEnded = false;
    router.go(signInPath);
  }

  /** Whether a role was granted, with the roles it includes as the cloud reads them. */
  may(role: Role): boolean {
    const roles = this.officer?.roles ?? [];
    const isOfficer = roles.includes("officer") || roles.includes("releaser");
    return roles.includes(role) || (role === "viewer" && roles.length > 0) || ((role === "officer" || role === "centre") && isOfficer);
  }

  // Who was signed in keeps the page with what is written in it; who was not goes to the sign-in and comes back.
  #onUnauthorized(): void {
    if (location.pathname === signInPath || !location.pathname.startsWith("/agency")) {
      return;
    }
    if (this.officer !== null) {
      this.hasEnded = true;
    } else if (!this.hasEnded) {
      router.go(`${signInPath}?next=${encodeURIComponent(location.pathname + location.search)}`, true);
    }
  }
}

export const session = new Session();

// Who is signed in. The cloud decides what one may; this only decides what is shown.
import { ApiError, get } from "./api";

export type Role = "viewer" | "centre" | "officer" | "releaser" | "admin" | "auditor";

export type Officer = { name: string; roles: Role[]; regions: string[] };

type SessionView = { officer: Officer | null };

class Session {
  officer = $state<Officer | null>(null);
  isKnown = $state(false);

  /** Asks the cloud who is signed in; without an answer nobody is. */
  async load(): Promise<void> {
    try {
      this.officer = (await get<SessionView>("/api/session")).officer;
    } catch (fault) {
      if (!(fault instanceof ApiError)) {
        throw fault;
      }
      this.officer = null;
    }
    this.isKnown = true;
  }

  /** Whether a role was granted, with the roles it includes as the cloud reads them. */
  may(role: Role): boolean {
    const roles = this.officer?.roles ?? [];
    return roles.includes(role) || (role === "viewer" && roles.length > 0) || (role === "officer" && roles.includes("releaser"));
  }
}

export const session = new Session();

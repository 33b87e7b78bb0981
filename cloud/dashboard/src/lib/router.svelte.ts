// Paths to pages. Links are plain links: this follows those that stay inside, and leaves the others to the browser.
import type { Component } from "svelte";

export type Parameters = Record<string, string>;
/** A page takes `params`, or nothing. */
export type PageModule = { default: Component<{ params: Parameters }> | Component<Record<string, never>> };

/** A page and where it is found: `:name` stands for one part of the path. */
export type Route = { path: string; load: () => Promise<PageModule> };

class Router {
  path = $state(location.pathname);
  query = $state.raw(new URLSearchParams(location.search));
  #routes: readonly Route[] = [];

  /** The route of the path and what stands for its names; null for a path that is no page. */
  readonly match = $derived.by(() => this.find(this.path));

  start(routes: readonly Route[]): void {
    this.#routes = routes;
    this.#take();
    addEventListener("popstate", () => this.#take());
    document.addEventListener("click", (event) => this.#follow(event));
  }

  /** Goes to a path of this application, with or without a way back. */
  go(path: string, isReplacing = false): void {
    if (isReplacing) {
      history.replaceState(null, "", path);
    } else {
      history.pushState(null, "", path);
      scrollTo(0, 0);
    }
    this.#take();
  }

  /** Changes questions of the address without a new page: what is null is taken out. */
  ask(changes: Record<string, string | null>): void {
    const query = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) {
        query.delete(name);
      } else {
        query.set(name, value);
      }
    }
    this.go(query.size > 0 ? `${location.pathname}?${query}` : location.pathname, true);
  }

  find(path: string): { route: Route; params: Parameters } | null {
    const parts = path.replace(/\/+$/, "").split("/");
    for (const route of this.#routes) {
      const names = route.path.replace(/\/+$/, "").split("/");
      if (names.length === parts.length && names.every((name, i) => name.startsWith(":") ? parts[i] !== "" : name === parts[i])) {
        const params: Parameters = {};
        names.forEach((name, i) => {
          if (name.startsWith(":")) {
            params[name.slice(1)] = decodeURIComponent(parts[i] ?? "");
          }
        });
        return { route, params };
      }
    }
    return null;
  }

  #take(): void {
    this.path = location.pathname;
    this.query = new URLSearchParams(location.search);
  }

  #follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
      return;
    }
    const link = (event.target as Element | null)?.closest("a");
    if (!link || link.target !== "" || link.hasAttribute("download") || link.origin !== location.origin || this.find(link.pathname) === null
      || (link.pathname === location.pathname && link.hash !== "")) {
      return;
    }
    event.preventDefault();
    this.go(link.pathname + link.search + link.hash);
  }
}

export const router = new Router();

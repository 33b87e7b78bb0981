import { tick } from "svelte";

/**
 * An order that opened in the place of its button: it takes the focus, Escape closes it, and when it is gone the focus goes back to the
 * button, which by then stands there again. `opener` is asked only then.
 */
export function panel(node: HTMLElement, { close, opener }: { close: () => void; opener: () => HTMLElement | null | undefined }) {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape") {
      close();
    }
  };
  node.tabIndex = -1;
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: "nearest" });
  node.addEventListener("keydown", onKey);
  return {
    async destroy(): Promise<void> {
      await tick();
      // Whoever is somewhere else by now is left there.
      if (document.activeElement === null || document.activeElement === document.body) {
        opener()?.focus();
      }
    },
  };
}

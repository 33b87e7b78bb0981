namespace EnviAgriNet.Edge.Status;

/// <summary>
/// The script of the centre's screen: it keeps the page new without loading it. Only what differs is changed, so that the focus, a press
/// under way and what a screen reader is saying stay as they are. The page works without it.
/// </summary>
internal static class PageScript
{
    /// <summary>Its text, whose hash the page's policy names.</summary>
    public const string Text = """
        (() => {
          "use strict";
          const every = 10000, answerMax = 8000, oldAfter = 60000, pressMax = 2000, settleMin = 1000;
          let heard = performance.now(), changed = -settleMin, pressed = -pressMax;
          const keyOf = (element) => element && element.dataset ? element.dataset.key : undefined;
          const alerts = () => [...document.querySelectorAll("article")].map((one) => one.id).join();
          const morph = (from, to) => {
            if (from.isEqualNode(to)) return;
            if (from.nodeType !== to.nodeType || from.nodeName !== to.nodeName || from.id !== to.id) return from.replaceWith(to);
            if (from.nodeType !== 1) { from.data = to.data; return; }
            for (const { name } of [...from.attributes]) if (!to.hasAttribute(name)) from.removeAttribute(name);
            for (const { name, value } of to.attributes) if (from.getAttribute(name) !== value) from.setAttribute(name, value);
            const old = [...from.childNodes], fresh = [...to.childNodes];
            old.slice(fresh.length).forEach((node) => node.remove());
            fresh.forEach((node, i) => i < old.length ? morph(old[i], node) : from.append(node));
          };
          const take = (text) => {
            const next = new DOMParser().parseFromString(text, "text/html");
            if (!next.querySelector("main")) return;
            const key = keyOf(document.activeElement), before = alerts();
            document.title = next.title;
            morph(document.body, next.body);
            if (before !== alerts()) changed = performance.now();
            if (key && keyOf(document.activeElement) !== key)
              [...document.querySelectorAll("[data-key]")].find((one) => keyOf(one) === key)?.focus({ preventScroll: true });
          };
          const look = async () => {
            try {
              const answer = await fetch("/", { cache: "no-store", signal: AbortSignal.timeout?.(answerMax) });
              const text = await answer.text();
              if (answer.ok) {
                heard = performance.now();
                if (heard - pressed > pressMax) take(text);
              }
            } catch { /* The page says so itself when it lasts. */ }
            if (performance.now() - heard > oldAfter) document.getElementById("old").hidden = false;
            setTimeout(look, every);
          };
          addEventListener("pointerdown", () => { pressed = performance.now(); }, true);
          addEventListener("submit", (event) => { if (performance.now() - changed < settleMin) event.preventDefault(); });
          setTimeout(look, every);
        })();
        """;
}

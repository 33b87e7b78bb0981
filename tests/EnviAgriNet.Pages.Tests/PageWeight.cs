using Microsoft.Playwright;

namespace EnviAgriNet.Pages.Tests;

/// <summary>What a first visit to a page cost: what was fetched, and how far its parts moved while it loaded.</summary>
/// <param name="ScriptBytes">Scripts as they came over the wire, compressed.</param>
/// <param name="StyleBytes">Style sheets, compressed.</param>
/// <param name="Requests">All requests, the page itself and its questions to the cloud included; the live stream counts as one.</param>
/// <param name="Shift">The sum of layout shifts as browsers count them (Cumulative Layout Shift): 0 is still, above 0.1 people press what they did not mean.</param>
internal sealed record PageWeight(int ScriptBytes, int StyleBytes, int Requests, double Shift)
{
    /// <summary>Adds up the shifts from the beginning; has to be there before the page.</summary>
    public const string Watch = """
        (() => {
          window.shifts = [];
          const name = (one) => `${one.node instanceof Element ? `${one.node.localName}.${one.node.className}` : one.node?.nodeName} from ${one.previousRect.y} to ${one.currentRect.y}`;
          new PerformanceObserver((list) => list.getEntries().filter((one) => !one.hadRecentInput)
            .forEach((one) => window.shifts.push({ value: one.value, at: Math.round(one.startTime), of: one.sources.map(name) })))
            .observe({ type: "layout-shift", buffered: true });
          performance.setResourceTimingBufferSize(1000);
        })();
        """;

    /// <summary>What moved, for the message of a failure.</summary>
    public string Moved { get; private init; } = string.Empty;

    /// <summary>What was asked for again and again.</summary>
    public IReadOnlyList<string> Repeated { get; private init; } = [];

    /// <summary>What the visit has cost so far.</summary>
    public static async Task<PageWeight> OfAsync(IPage page)
    {
        Figures figures = await page.EvaluateAsync<Figures>("""
            () => {
              const all = performance.getEntriesByType("resource");
              const sum = (ending) => all.filter((one) => new URL(one.name).pathname.endsWith(ending)).reduce((bytes, one) => bytes + one.encodedBodySize, 0);
              return {
                scripts: sum(".js"), styles: sum(".css"), requests: all.length + 1, shift: window.shifts.reduce((total, one) => total + one.value, 0),
                asked: [...Map.groupBy(all, (one) => one.name).entries()].filter(([, asked]) => asked.length > 2).map(([name, asked]) => `${name} ${asked.length} times`),
                moved: window.shifts.map((one) => `${one.value.toFixed(3)} at ${one.at} ms: ${one.of.join(", ")}`).join("; "),
              };
            }
            """);
        return new PageWeight(figures.Scripts, figures.Styles, figures.Requests, figures.Shift) { Moved = figures.Moved, Repeated = figures.Asked };
    }

    private sealed class Figures
    {
        public int Scripts { get; set; }

        public int Styles { get; set; }

        public int Requests { get; set; }

        public double Shift { get; set; }

        public string Moved { get; set; } = string.Empty;

        public string[] Asked { get; set; } = [];
    }
}

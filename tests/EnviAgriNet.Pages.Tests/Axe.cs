using System.Text.Json;
using EnviAgriNet.Testing;
using Microsoft.Playwright;

namespace EnviAgriNet.Pages.Tests;

/// <summary>axe-core over a page: WCAG 2.2 A and AA.</summary>
internal static class Axe
{
    private static readonly Lazy<string> Source = new(() =>
        File.ReadAllText(Path.Combine(Repository.Root, "cloud", "dashboard", "node_modules", "axe-core", "axe.min.js")));

    /// <summary>The serious and critical faults, each with the places where it is.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        await page.EvaluateAsync(Source.Value);
        JsonElement result = await page.EvaluateAsync<JsonElement>("""
            async () => {
              const { violations } = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"] });
              return violations.filter((v) => v.impact === "serious" || v.impact === "critical")
                .map((v) => `${v.id}: ${v.help} at ${v.nodes.slice(0, 3).map((n) => n.target.join(" ") + " " + (n.any[0]?.message ?? "")).join(" | ")}`);
            }
            """);
        return [.. result.EnumerateArray().Select(fault => fault.GetString()!)];
    }
}

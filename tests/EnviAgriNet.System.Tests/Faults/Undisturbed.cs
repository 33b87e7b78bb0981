using System.Collections.Concurrent;
using EnviAgriNet.Demo.Field;

namespace EnviAgriNet.System.Tests.Faults;

/// <summary>The same script on a day without faults; run once per script, as the measure of the others.</summary>
internal static class Undisturbed
{
    private static readonly ConcurrentDictionary<FieldScript, Lazy<Task<Evidence>>> Runs = new();

    /// <summary>What such a day has to show.</summary>
    public static Task<Evidence> OfAsync(FieldScript script) =>
        Runs.GetOrAdd(script, s => new Lazy<Task<Evidence>>(() => RunAsync(s))).Value;

    private static async Task<Evidence> RunAsync(FieldScript script)
    {
        Evidence? evidence = null;
        await FaultField.RunAsync("undisturbed", script, async field =>
        {
            await field.StartAsync();
            evidence = await field.FinishAsync();
            Promises.DataHold(evidence, field);
            Assert.Contains(evidence.Alerts.Released, AlertHistory.IsAllClear);
            Assert.True(evidence.Totals is { Alerts: > 0, Messages: > 0 }, "The script raises no alert, so it shows nothing");
        });
        return evidence!;
    }
}

using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Demo.Field;

namespace EnviAgriNet.System.Tests.Faults;

/// <summary>What must hold after every fault.</summary>
internal static class Promises
{
    private const double Tolerance = 1e-9;
    private static readonly TimeSpan BangkokOffset = TimeSpan.FromHours(7);

    /// <summary>Every accepted reading is accounted for.</summary>
    public static void NothingLost(Evidence evidence)
    {
        Assert.True(evidence.Totals.Lost == 0 && evidence.Totals.Missing == 0, $"The account: {evidence.Totals.ToJson()}");
        Assert.True(evidence.Totals.Stored > 0, "Nothing was stored, so nothing is shown");
    }

    /// <summary>The store holds what the boards gave, every reading of it and nothing else.</summary>
    public static void StoreIsInput(Evidence evidence, FieldScript script, IEnumerable<Centre> centres)
    {
        IReadOnlyDictionary<(string Series, DateTimeOffset TakenAt), double> input = script.Readings();
        foreach (string station in centres.Select(c => c.Station.Id))
        {
            Dictionary<(string Series, DateTimeOffset TakenAt), double> stored = evidence.Store
                .Where(s => s.Key.Station.Value == station)
                .SelectMany(s => s.Value.Readings)
                .ToDictionary(r => (r.Series.Text, r.TakenAt), r => r.Value);
            AssertNone(input.Keys.Where(k => !stored.ContainsKey(k)), $"{station}: of {input.Count} readings not stored");
            AssertNone(stored.Keys.Where(k => !input.ContainsKey(k)), $"{station}: stored and never measured");
            AssertNone(input.Where(r => Math.Abs(stored[r.Key] - r.Value) > Tolerance), $"{station}: stored with another value");
        }
    }

    /// <summary>Hourly and daily roll-ups are those of the stored readings.</summary>
    public static void RollUpsFollow(Evidence evidence)
    {
        foreach ((SeriesId series, StoredSeries stored) in evidence.Store)
        {
            AssertRollUps(series, "hourly", Expected(stored.Readings, TimeSpan.FromHours(1), TimeSpan.Zero), stored.Hourly);
            AssertRollUps(series, "daily", Expected(stored.Readings, TimeSpan.FromDays(1), BangkokOffset), stored.Daily);
        }
    }

    /// <summary>Each event has each version once, and nobody was told a version twice.</summary>
    public static void NoAlertTwice(Evidence evidence)
    {
        AssertNone(
            evidence.Alerts.Versions.GroupBy(v => Field(v, "event") + " version " + Field(v, "version"))
                .Where(g => g.Count() > 1).Select(g => g.Key),
            "Alert versions that stand twice");
        AssertNone(
            evidence.Deliveries.GroupBy(d => string.Join(' ', Field(d, "alert"), Field(d, "channel"), Field(d, "recipient"), $"part {d["part"]}"))
                .Where(g => g.Count() > 1).Select(g => g.Key),
            "Deliveries that stand twice");
        AssertNone(
            evidence.Deliveries.Where(d => Field(d, "state") != "delivered" && !IsOvertaken(d)).Select(d => d.ToJsonString()),
            "Deliveries that did not arrive");
    }

    /// <summary>
    /// The same events as on a day without faults: none missed, none invented, each ended alike, and the last word on each has
    /// reached as many people.
    /// </summary>
    public static void SameEvents(Evidence evidence, Evidence undisturbed) =>
        Assert.Equal(Events(undisturbed), Events(evidence));

    /// <summary>All but that the events are those of a day without faults.</summary>
    public static void DataHold(Evidence evidence, FaultField field)
    {
        NothingLost(evidence);
        StoreIsInput(evidence, field.Script, field.Network.Centres);
        RollUpsFollow(evidence);
        NoAlertTwice(evidence);
    }

    /// <summary>All of it.</summary>
    public static async Task AllHoldAsync(Evidence evidence, FaultField field)
    {
        DataHold(evidence, field);
        SameEvents(evidence, await Undisturbed.OfAsync(field.Script));
    }

    private static string[] Events(Evidence evidence) =>
    [
        .. evidence.Alerts.Released.GroupBy(v => Field(v, "event"))
            .Select(g => g.MaxBy(v => v["version"]!.GetValue<int>())!)
            .Select(v => $"{Field(v, "hazard")} in {Field(v, "region")}, {(AlertHistory.IsAllClear(v) ? "ended" : "open")}, "
                + $"{evidence.Deliveries.Count(d => IsTold(d, v))} people told")
            .Order(StringComparer.Ordinal),
    ];

    private static bool IsTold(JsonObject delivery, JsonObject version) =>
        Field(delivery, "alert") == Field(version, "identifier") && Field(delivery, "channel") == "phone"
        && Field(delivery, "state") == "delivered" && delivery["part"]!.GetValue<int>() == 1;

    /// <summary>A newer version took its place before it left: nobody is told what no longer holds.</summary>
    private static bool IsOvertaken(JsonObject delivery) =>
        Field(delivery, "state") == "expired" && Field(delivery, "reason").StartsWith("overtaken", StringComparison.Ordinal);

    private static List<RollUp> Expected(IReadOnlyList<Reading> readings, TimeSpan span, TimeSpan offset) =>
    [
        .. readings.GroupBy(r => Floor(r.TakenAt, span, offset)).OrderBy(g => g.Key).Select(g =>
        {
            double[] usable = [.. g.Where(r => r.IsUsable).Select(r => r.Value)];
            return usable is []
                ? new RollUp(g.Key, g.Count(), 0, 0, 0, 0)
                : new RollUp(g.Key, g.Count(), usable.Length, usable.Sum(), usable.Min(), usable.Max());
        }),
    ];

    private static DateTimeOffset Floor(DateTimeOffset time, TimeSpan span, TimeSpan offset)
    {
        long local = time.UtcTicks + offset.Ticks;
        return new DateTimeOffset(local - (local % span.Ticks) - offset.Ticks, TimeSpan.Zero);
    }

    private static void AssertRollUps(SeriesId series, string kind, List<RollUp> expected, IReadOnlyList<RollUp> stored)
    {
        Assert.True(
            expected.Count == stored.Count, $"{series}: {stored.Count} {kind} roll-ups, {expected.Count} follow from the readings");
        AssertNone(
            expected.Zip(stored).Where(p => !IsSame(p.First, p.Second)).Select(p => $"{p.Second} instead of {p.First}"),
            $"{series}: wrong {kind} roll-ups");
    }

    private static bool IsSame(RollUp a, RollUp b) =>
        a.From == b.From && a.Total == b.Total && a.Count == b.Count && a.Min == b.Min && a.Max == b.Max
        && Math.Abs(a.Sum - b.Sum) <= 1e-6 * Math.Max(1, Math.Abs(a.Sum));

    private static string Field(JsonObject json, string name) => AlertHistory.Text(json, name);

    private static void AssertNone<T>(IEnumerable<T> found, string what)
    {
        T[] all = [.. found];
        Assert.True(all.Length == 0, $"{what}: {all.Length}, such as {string.Join("; ", all.Take(5))}");
    }
}

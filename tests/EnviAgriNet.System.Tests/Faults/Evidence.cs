using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Demo.Field;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.System.Tests.Faults;

/// <summary>What a field has to show at its end: the account, the alerts, the deliveries, and every reading and roll-up stored.</summary>
internal sealed class Evidence
{
    private static readonly DateTimeOffset From = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset To = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The account.</summary>
    public required Totals Totals { get; init; }

    /// <summary>The ledger.</summary>
    public required Ledger Ledger { get; init; }

    /// <summary>Every alert version.</summary>
    public required AlertHistory Alerts { get; init; }

    /// <summary>Every delivery.</summary>
    public required IReadOnlyList<JsonObject> Deliveries { get; init; }

    /// <summary>Everything stored, by series.</summary>
    public required IReadOnlyDictionary<SeriesId, StoredSeries> Store { get; init; }

    /// <summary>Takes the account from the running field, stops it, and reads the store.</summary>
    public static async Task<Evidence> TakeAsync(FieldNetwork network)
    {
        Totals totals = await network.CountAsync(CancellationToken.None);
        Ledger ledger = await network.Cloud.LedgerAsync(CancellationToken.None);
        AlertHistory alerts = await network.Cloud.AlertsAsync(CancellationToken.None);
        string deliveries = await network.Cloud.RequireAsync(["deliveries", "--json", "--newest", "100000"], CancellationToken.None);
        IReadOnlyList<string> badEnds = await network.StopAsync(CancellationToken.None);
        Assert.True(badEnds is [], $"Did not end as it should: {string.Join(", ", badEnds)}");
        return new Evidence
        {
            Totals = totals,
            Ledger = ledger,
            Alerts = alerts,
            Deliveries = [.. JsonNode.Parse(deliveries)!["newest"]!.AsArray().Select(d => d!.AsObject())],
            Store = ReadStore(Path.Combine(network.Cloud.DataPath, "readings.db")),
        };
    }

    private static Dictionary<SeriesId, StoredSeries> ReadStore(string file)
    {
        using SqliteReadingStore store = new(
            file, Options.Create(new StoreOptions()), TimeProvider.System, NullLogger<SqliteReadingStore>.Instance);
        return store.Series(null).ToDictionary(
            s => s,
            s => new StoredSeries(store.Read(s, From, To), store.ReadHourly(s, From, To), store.ReadDaily(s, From, To)));
    }
}

/// <summary>What the store has of a series.</summary>
internal sealed record StoredSeries(
    IReadOnlyList<Reading> Readings, IReadOnlyList<RollUp> Hourly, IReadOnlyList<RollUp> Daily);

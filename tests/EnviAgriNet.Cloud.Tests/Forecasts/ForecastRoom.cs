using EnviAgriNet.Cloud.Forecasts;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Markets;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Forecasts;

/// <summary>A registry with prices and forecasts in a folder of its own, and a clock.</summary>
internal sealed class ForecastRoom : IDisposable
{
    public static readonly PriceSeries Jasmine =
        new("paddy-jasmine", PriceSeries.WholeCountry, null, PriceKind.FarmGate, Frequency.Monthly, "oae");

    public ForecastRoom(DateTimeOffset now)
    {
        Time = new ManualTime(now);
        Open();
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("eag-forecasts-").FullName;

    public ManualTime Time { get; }

    public RegistryDatabase Database { get; private set; } = null!;

    public PriceBook Prices { get; private set; } = null!;

    public ForecastBook Book { get; private set; } = null!;

    public ForecastMaker Maker { get; private set; } = null!;

    /// <summary>As after a restart.</summary>
    public void Open()
    {
        Database?.Dispose();
        Database = new RegistryDatabase(Path.Combine(Folder, "registry.db"));
        Prices = new PriceBook(Database, new MarketStore(Database, new ClimateBook(Database, Time), Time));
        Book = new ForecastBook(Database, Time);
        Maker = new ForecastMaker(Prices, Book, Time);
    }

    /// <summary>Months with a season and some noise, the last one before <paramref name="end"/>; always the same.</summary>
    public static IReadOnlyList<PricePoint> Months(DateOnly end, int count, double level = 12) =>
    [
        .. Enumerable.Range(1, count).Reverse().Select(back => end.AddMonths(-back)).Select(month => new PricePoint(
            month, level + Math.Sin(month.Month / 12.0 * 2 * Math.PI) + (0.3 * Math.Sin(month.DayNumber * 12.9898)))),
    ];

    public void Dispose()
    {
        Database.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}

using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry.Markets;

/// <summary>Keeps what an import brings, in one transaction. Safe for use by several threads.</summary>
internal sealed class MarketStore
{
    private readonly RegistryDatabase _database;
    private readonly ClimateBook _climate;
    private readonly TimeProvider _time;

    public MarketStore(RegistryDatabase database, ClimateBook climate, TimeProvider time)
    {
        _database = database;
        _climate = climate;
        _time = time;
        database.EnsureTables(FigureTables.Schema);
    }

    /// <summary>Keeps figures. A repeat changes nothing; a figure that differs from the one known becomes its next version.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="origin">Where they come from.</param>
    /// <param name="isTrial">Whether nothing is kept, and only told what would happen.</param>
    public MarketCounts Put(MarketFigures figures, ImportOrigin origin, bool isTrial) => isTrial
        ? _database.Read(connection => Run(connection, figures, origin, isTrial))
        : _database.Write(connection => Run(connection, figures, origin, isTrial));

    private MarketCounts Run(SqliteConnection connection, MarketFigures figures, ImportOrigin origin, bool isTrial)
    {
        long now = _time.GetUtcNow().ToUnixTimeMilliseconds();
        Writer writer = new(connection, now, isTrial ? 0 : Enter(connection, origin, now), isTrial);
        foreach ((PriceSeries series, PricePoint point) in figures.Prices)
        {
            writer.Put(FigureKeys.Price, FigureKeys.Of(series), point.Date, point.BahtPerKg);
        }

        foreach (YieldYear year in figures.Yields)
        {
            DateOnly day = new(year.Year, 1, 1);
            writer.Put(FigureKeys.Yield, FigureKeys.Of(year, FigureKeys.Planted), day, year.PlantedRai);
            writer.Put(FigureKeys.Yield, FigureKeys.Of(year, FigureKeys.Harvested), day, year.HarvestedRai);
            writer.Put(FigureKeys.Yield, FigureKeys.Of(year, FigureKeys.Tons), day, year.Tons);
        }

        foreach (HarvestMonth month in figures.Harvests)
        {
            writer.Put(FigureKeys.Harvest, FigureKeys.Of(month), month.Month, month.Tons);
        }

        foreach (IndexPoint point in figures.Indices)
        {
            writer.Put(FigureKeys.Index, FigureKeys.Of(point), point.Month, point.Value);
        }

        MarketCounts rain = figures.Rain.Count == 0 ? default : _climate.Put(connection, figures.Rain, origin.Source, isTrial);
        return writer.Counts + rain;
    }

    private static long Enter(SqliteConnection connection, ImportOrigin origin, long now) => (long)connection.One(
        "INSERT INTO market_import(at, name, form, source, hash) VALUES($at, $name, $form, $source, $hash) RETURNING id",
        ("$at", now), ("$name", origin.Name), ("$form", origin.Form), ("$source", origin.Source), ("$hash", origin.Hash))!;

    private sealed class Writer(SqliteConnection connection, long now, long import, bool isTrial)
    {
        private readonly Dictionary<(string Subject, string Key), long?> _ids = [];

        public MarketCounts Counts { get; private set; }

        public void Put(string subject, string key, DateOnly day, double? value)
        {
            if (value is not { } number)
            {
                return;
            }

            if (!_ids.TryGetValue((subject, key), out long? id))
            {
                id = isTrial ? FigureTables.Find(connection, subject, key) : FigureTables.Ensure(connection, subject, key);
                _ids.Add((subject, key), id);
            }

            Counts = Counts.With(isTrial
                ? FigureTables.Fate(connection, id, day, number)
                : FigureTables.Put(connection, id!.Value, day, number, now, import));
        }
    }
}

/// <summary>Where figures come from.</summary>
/// <param name="Name">The file or address.</param>
/// <param name="Form">The form it had.</param>
/// <param name="Source">Who published it.</param>
/// <param name="Hash">SHA-256 of the file in hexadecimal digits, or empty.</param>
internal sealed record ImportOrigin(string Name, string Form, string Source, string Hash);

/// <summary>What became of figures.</summary>
/// <param name="Added">How many are new.</param>
/// <param name="Updated">How many differ from the figure known before, and are its next version.</param>
/// <param name="Unchanged">How many were there already.</param>
internal readonly record struct MarketCounts(int Added, int Updated, int Unchanged)
{
    public static MarketCounts operator +(MarketCounts a, MarketCounts b) => new(a.Added + b.Added, a.Updated + b.Updated, a.Unchanged + b.Unchanged);

    /// <summary>One more.</summary>
    public MarketCounts With(RowFate fate) => fate switch
    {
        RowFate.Added => this with { Added = Added + 1 },
        RowFate.Updated => this with { Updated = Updated + 1 },
        _ => this with { Unchanged = Unchanged + 1 },
    };
}

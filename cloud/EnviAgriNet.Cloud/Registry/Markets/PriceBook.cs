namespace EnviAgriNet.Cloud.Registry.Markets;

/// <summary>The published prices with all their versions. Read from disk when asked. Safe for use by several threads.</summary>
internal sealed class PriceBook
{
    private readonly RegistryDatabase _database;
    private readonly MarketStore _store;

    public PriceBook(RegistryDatabase database, MarketStore store)
    {
        _database = database;
        _store = store;
    }

    /// <summary>Every series, by commodity, market, region.</summary>
    public IReadOnlyList<(long Id, PriceSeries Series)> All() => _database.Read(connection =>
        FigureTables.All(connection, FigureKeys.Price).ConvertAll(s => (s.Id, FigureKeys.ToPrice(s.Key))));

    /// <summary>The id of a series, or null.</summary>
    public long? Find(PriceSeries series) => _database.Read(connection => FigureTables.Find(connection, FigureKeys.Price, FigureKeys.Of(series)));

    /// <summary>The prices of a series in baht per kilogram, ascending; as they were known at the end of a day in Bangkok, or now. No quote, no point.</summary>
    public IReadOnlyList<PricePoint> Values(long id, DateOnly? asKnownOn = null) => _database.Read(connection =>
        FigureTables.Values(connection, id, asKnownOn).ConvertAll(v => new PricePoint(v.Day, v.Value)));

    /// <summary>Every price that was published for a day, oldest first, with when it was learnt.</summary>
    public IReadOnlyList<(DateTimeOffset KnownAt, double BahtPerKg)> Versions(long id, DateOnly day) => _database.Read(connection =>
        FigureTables.Versions(connection, id, day).ConvertAll(v => (v.KnownAt, v.Value)));

    /// <summary>Keeps prices; a repeat changes nothing, a changed price becomes the next version.</summary>
    public MarketCounts Put(PriceSeries series, IEnumerable<PricePoint> points, string by)
    {
        MarketFigures figures = new();
        figures.Prices.AddRange(points.Select(point => (series, point)));
        return _store.Put(figures, new ImportOrigin(by, "given", series.Source, string.Empty), isTrial: false);
    }

    /// <summary>A number that grows with every import: the same number means that nothing was put since.</summary>
    public long Changes() => _database.Read(connection => (long)connection.One("SELECT COALESCE(MAX(id), 0) FROM market_import")!);
}

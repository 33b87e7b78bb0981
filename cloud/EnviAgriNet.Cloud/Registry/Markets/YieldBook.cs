using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Registry.Markets;

/// <summary>The published areas and harvests of provinces with all their versions. Read from disk when asked. Safe for use by several threads.</summary>
internal sealed class YieldBook
{
    private readonly RegistryDatabase _database;
    private readonly MarketStore _store;

    public YieldBook(RegistryDatabase database, MarketStore store)
    {
        _database = database;
        _store = store;
    }

    /// <summary>
    /// The years of a crop in a province, ascending; of the whole country for null. Where several sources tell of a year, the first by name
    /// counts.
    /// </summary>
    /// <param name="crop">A code of the table of crops.</param>
    /// <param name="region">A province, or null for the whole country.</param>
    /// <param name="season">As in <see cref="YieldYear.Season"/>, or null for any; then years of two seasons follow each other.</param>
    /// <param name="asKnownOn">What was known at the end of this day in Bangkok, or now.</param>
    public IReadOnlyList<YieldYear> Values(string crop, RegionId? region, string? season = null, DateOnly? asKnownOn = null) =>
        [.. All(y => y.Crop == crop && y.Region == region && (season is null || y.Season == season), asKnownOn)
            .GroupBy(y => (y.Season, y.Year)).Select(g => g.MinBy(y => y.Source, StringComparer.Ordinal)!)
            .OrderBy(y => y.Season, StringComparer.Ordinal).ThenBy(y => y.Year)];

    /// <summary>Everything that is known, by crop, season, region (the whole country first), source and year.</summary>
    public IReadOnlyList<YieldYear> All(DateOnly? asKnownOn = null) => All(_ => true, asKnownOn);

    /// <summary>When a crop came in from the fields, month by month; empty when it is not known.</summary>
    public IReadOnlyList<HarvestMonth> Harvests(string crop, RegionId? region, DateOnly? asKnownOn = null) => _database.Read(connection =>
        FigureTables.All(connection, FigureKeys.Harvest).ConvertAll(s => (s.Id, Key: FigureKeys.ToHarvest(s.Key)))
            .FindAll(s => s.Key.Crop == crop && s.Key.Region == region)
            .SelectMany(s => FigureTables.Values(connection, s.Id, asKnownOn).Select(v =>
                new HarvestMonth(crop, s.Key.Season, region, s.Key.CropYear, v.Day, v.Value, s.Key.Source)))
            .OrderBy(h => h.Season, StringComparer.Ordinal).ThenBy(h => h.CropYear).ThenBy(h => h.Month).ToList());

    /// <summary>The index numbers of farm prices, item by item.</summary>
    public IReadOnlyList<IndexPoint> Indices(DateOnly? asKnownOn = null) => _database.Read(connection =>
        FigureTables.All(connection, FigureKeys.Index).ConvertAll(s => (s.Id, Key: FigureKeys.ToIndex(s.Key)))
            .SelectMany(s => FigureTables.Values(connection, s.Id, asKnownOn).Select(v =>
                new IndexPoint(s.Key.Item, s.Key.BaseYear, v.Day, v.Value, s.Key.Source))).ToList());

    /// <summary>Keeps years; a repeat changes nothing, a changed figure becomes the next version. Counts are of figures, three for a full year.</summary>
    public MarketCounts Put(IEnumerable<YieldYear> years, string by)
    {
        MarketFigures figures = new();
        figures.Yields.AddRange(years);
        return _store.Put(figures, new ImportOrigin(by, "given", by, string.Empty), isTrial: false);
    }

    private List<YieldYear> All(Predicate<(string Crop, string Season, RegionId? Region)> isAsked, DateOnly? asKnownOn) =>
        _database.Read(connection =>
        {
            SortedDictionary<(string Crop, string Season, string Region, string Source, int Year), YieldYear> years = [];
            foreach ((long id, string key) in FigureTables.All(connection, FigureKeys.Yield))
            {
                (string crop, string season, RegionId? region, string source, string measure) = FigureKeys.ToYield(key);
                if (!isAsked((crop, season, region)))
                {
                    continue;
                }

                foreach ((DateOnly day, double value) in FigureTables.Values(connection, id, asKnownOn))
                {
                    (string, string, string, string, int) at = (crop, season, region?.Code ?? string.Empty, source, day.Year);
                    YieldYear year = years.GetValueOrDefault(at) ?? new YieldYear(crop, season, region, day.Year, null, null, null, source);
                    years[at] = measure switch
                    {
                        FigureKeys.Planted => year with { PlantedRai = value },
                        FigureKeys.Harvested => year with { HarvestedRai = value },
                        _ => year with { Tons = value },
                    };
                }
            }

            return years.Values.ToList();
        });
}

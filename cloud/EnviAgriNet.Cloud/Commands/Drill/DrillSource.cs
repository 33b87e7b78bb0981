using EnviAgriNet.Cloud.Commands.Backtest;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Drill;

/// <summary>The readings of a drill in the order of measurement, from a table or from the store.</summary>
internal sealed class DrillSource : IDisposable
{
    private const string CsvStation = "drill-table";
    private const string RegionDefault = "1001";

    private readonly ReadingsReader? _reader;

    private DrillSource(IReadOnlyList<Station> stations, IEnumerable<SiteReading> readings, ReadingsReader? reader)
    {
        Stations = stations;
        Readings = readings;
        _reader = reader;
    }

    /// <summary>The stations that take part.</summary>
    public IReadOnlyList<Station> Stations { get; }

    /// <summary>Their readings; read once.</summary>
    public IEnumerable<SiteReading> Readings { get; }

    /// <summary>Opens it.</summary>
    /// <param name="call">What is asked for.</param>
    /// <param name="configuration">Where the store is.</param>
    /// <param name="cloud">The drill's cloud; a table's station is entered there.</param>
    /// <param name="rules">The rules that judge: they say how far back readings count.</param>
    /// <param name="console">Where progress and bad rows are told.</param>
    public static DrillSource Open(DrillCall call, IConfiguration configuration, DrillCloud cloud, HazardRules rules, IConsole console)
    {
        StationBook book = cloud.Services.GetRequiredService<StationBook>();
        return call.Table is { } table ? OfTable(call, table, book, rules, console) : OfStore(call, configuration, book, rules, console);
    }

    /// <inheritdoc/>
    public void Dispose() => _reader?.Dispose();

    private static DrillSource OfTable(DrillCall call, RecordedTable table, StationBook book, HazardRules rules, IConsole console)
    {
        Station station = (call.Station is { } id ? book.Find(id) : null) ?? new Station(
            call.Station ?? StationId.Parse(CsvStation), call.Region ?? RegionId.Parse(RegionDefault), "พื้นที่ฝึกซ้อม", "the drill area", 0, 0, null, null);
        station = station with { BankLevel = call.Bank ?? station.BankLevel, GroundLevel = call.Ground ?? station.GroundLevel };
        book.Store([station]);
        TimeSpan memory = table.Map.Series.Max(s => rules.MemoryOf(s.Series.Quantity.Code));
        RecordedReadings recorded = new(
            table, call.From is { } from ? from - memory : DateTimeOffset.MinValue, call.To ?? DateTimeOffset.MaxValue, console);
        List<RecordedValue> values = recorded.Read();
        RecordedTrial trial = new(values, recorded.Places, [.. table.Map.Series.Select(s => s.Series)], station.ToSite());
        return values.Count > 0
            ? new DrillSource([station], trial.Trials().Single().Readings, null)
            : throw new BacktestFault($"--csv: no row of {recorded.Counts.Rows} gave a reading; {recorded.Counts.FirstFault}");
    }

    private static DrillSource OfStore(DrillCall call, IConfiguration configuration, StationBook book, HazardRules rules, IConsole console)
    {
        string file = Path.Combine(CloudCall.DataFolder(configuration), ReadingStoreSetup.FileName);
        if (!File.Exists(file))
        {
            throw new BacktestFault($"there is no reading store '{file}'; give --csv FILE");
        }

        List<Station> stations = [.. book.All.Where(s =>
            (call.Station is null || s.Id == call.Station) && (call.Region is not { } region || region.Contains(s.Region)))];
        Dictionary<StationId, Site> sites = stations.ToDictionary(s => s.Id, s => s.ToSite());
        ReadingsReader reader = new(file, (damaged, key) => console.Error($"a damaged row of {damaged} is left out: {key}"));
        List<string> quantities = [.. reader.Series.Where(s => sites.ContainsKey(s.Station)).Select(s => s.Name.Quantity.Code)
            .Where(Measures.Take).Distinct()];
        if (quantities.Count == 0)
        {
            reader.Dispose();
            throw new BacktestFault("no station that is meant has readings that a rule judges");
        }

        StoredTrial stored = new(reader, sites.GetValueOrDefault, Measures.Take, console);
        return new DrillSource(stations, stored.Readings(call.From!.Value - quantities.Max(rules.MemoryOf), call.To!.Value).Readings, reader);
    }
}

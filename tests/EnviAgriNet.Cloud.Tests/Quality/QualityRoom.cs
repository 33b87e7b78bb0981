using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.ReadingStore.Verdicts;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Quality;
using EnviAgriNet.Cloud.Tests.ReadingStore;
using EnviAgriNet.Cloud.Tests.Regions;
using EnviAgriNet.Cloud.Tests.Registry.Audit;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Tests.Quality;

/// <summary>The files of a cloud and those who judge in it; a process that may be started again, with stations a few kilometres apart.</summary>
internal sealed class QualityRoom : IDisposable
{
    public static readonly DateTimeOffset Begin = StoreFolder.Begin;

    private readonly StoreFolder _folder = new();
    private long _sequence;

    public QualityRoom(int stations = 5, string? config = null)
    {
        Stations = [.. Enumerable.Range(1, stations).Select(i => StationOf(i))];
        Config = config;
        Now = Begin;
        Start();
    }

    public Station[] Stations { get; }

    public string? Config { get; set; }

    public DateTimeOffset Now { get; set; }

    public string Folder => _folder.Folder;

    public string VerdictsFile => Path.Combine(Folder, VerdictFile.Name);

    public RegistryDatabase Registry { get; private set; } = null!;

    public SqliteReadingStore Store { get; private set; } = null!;

    public VerdictBook Verdicts { get; private set; } = null!;

    public QualityVersionBook Versions { get; private set; } = null!;

    public JudgedReadings Judged { get; private set; } = null!;

    public DueHours Due { get; private set; } = null!;

    public VerdictNews News { get; private set; } = null!;

    public QualityWatch Watch { get; private set; } = null!;

    public WithheldReadings Withheld { get; private set; } = null!;

    public QualityMetrics Metrics { get; } =
        new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>());

    public QualityLimits Limits => Config is null ? QualityLimits.Default : QualityLimits.Parse(Config, "test");

    public StationId Id(int station) => Stations[station - 1].Id;

    public SeriesId Series(int station, string series = "pm25") => new(Id(station), SeriesName.Parse(series));

    /// <summary>Stations stand on a line, two kilometres from one to the next, in Chiang Mai.</summary>
    public static Station StationOf(int number) => new(
        StationId.Parse($"station-{number}"), RegionId.Parse("500101"), "สถานี", "Station", 18.8 + (number * 0.018), 98.9, null, null);

    public static Reading Of(string series, DateTimeOffset at, double value, QualityFlag flag = QualityFlag.Pass) =>
        new(SeriesName.Parse(series), at, value, flag);

    /// <summary>Starts a process; what ran before is gone without a word.</summary>
    public void Start()
    {
        Stop();
        MemoryStations stations = new(Stations);
        Registry = new RegistryDatabase(Path.Combine(Folder, "registry.db"));
        Store = _folder.Open();
        Verdicts = new VerdictBook(VerdictsFile, mayHeal: true, TimeProvider.System, NullLogger<VerdictBook>.Instance);
        Versions = new QualityVersionBook(Registry, AuditBooks.On(Registry));
        Judged = new JudgedReadings(Store, Verdicts, Versions);
        Due = new DueHours();
        News = new VerdictNews();
        Withheld = new WithheldReadings();
        Watch = new QualityWatch(
            Options.Create(new QualityOptions()), Options.Create(new StoreOptions()), Limits, Store, Store, Verdicts, Versions, stations, new StationNeighbours(stations),
            Due, Withheld, News, () => Now, Metrics, TimeProvider.System, NullLogger<QualityWatch>.Instance);
    }

    /// <summary>Commits readings as ingest does, and tells the watch.</summary>
    public void Commit(int station, params IEnumerable<Reading> readings)
    {
        foreach (Reading[] chunk in readings.Chunk(500))
        {
            CommitOutcome outcome = Store.Commit([_folder.Pack(Id(station), "box", ++_sequence, default, chunk)]);
            Assert.Equal(PackFate.Stored, outcome.Packs[0].Fate);
            Due.OnCommitted(outcome.Packs);
        }
    }

    /// <summary>Commits a value every minute at every station.</summary>
    public void CommitMinutes(int from, int count, Func<int, int, double> valueOf, string series = "pm25")
    {
        for (int station = 1; station <= Stations.Length; station++)
        {
            Commit(station, Enumerable.Range(from, count).Select(m => Of(series, Begin.AddMinutes(m), valueOf(station, m))));
        }
    }

    /// <summary>Lets the watch work at a time until it finds nothing to do.</summary>
    public void WatchAt(DateTimeOffset now)
    {
        Now = now;
        Due.BeginTurn();
        for (int i = 0; i < 1000; i++)
        {
            Watch.Step(CancellationToken.None);
            if (Watch.IsIdle)
            {
                return;
            }
        }

        Assert.Fail("the watch found something to do a thousand times");
    }

    public QualityRerun NewRerun()
    {
        MemoryStations stations = new(Stations);
        return new QualityRerun(
            new HistoryChunks(Store, Store, Verdicts, Versions, stations, new StationNeighbours(stations)), Verdicts, Versions,
            TimeProvider.System);
    }

    public QualityVersion Rerun(string config, int hours, params StationId[] stations) => NewRerun().Run(
        QualityLimits.Parse(config, "test"), Draft(config, hours, stations), _ => { });

    public static QualityDraft Draft(string config, int hours, params StationId[] stations) => new(
        0, QualityLimits.Parse(config, "test").Hash, default, "Somchai", "new limits", Begin, Begin.AddHours(hours), stations);

    /// <summary>Flags of a series of an hour, as of a version.</summary>
    public IReadOnlyList<JudgedReading> Show(int station, int hours = 24, long version = JudgedReadings.Newest, string series = "pm25") =>
        Judged.Judge(Series(station, series), Begin, Begin.AddHours(hours), version);

    public void Dispose()
    {
        Stop();
        _folder.Dispose();
    }

    private void Stop()
    {
        if (Store is not null)
        {
            Watch.Dispose();
            Verdicts.Dispose();
            Store.Dispose();
            Registry.Dispose();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }
    }
}

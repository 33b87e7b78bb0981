using System.Diagnostics.Metrics;
using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.ReadingStore.Verdicts;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Registry.Quality;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Protocol.Packs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Benchmarks;

/// <summary>What judging costs: readings a second of processor time through a partition with and without live judging, and by the watch.</summary>
internal sealed class JudgingBench : IStationBook, IHazardJournal
{
    private const int Minutes = 60;

    private static readonly DateTimeOffset Begin = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly SeriesName[] Series =
    [
        .. new[] { "pm1", "pm25", "pm10", "air_temperature", "humidity", "pressure", "wind_speed", "wind_gust", "wind_direction", "rain" }
            .Select(SeriesName.Parse),
    ];

    private readonly Station[] _stations =
    [
        .. Enumerable.Range(0, 200).Select(i => new Station(
            StationId.Parse($"station-{i:D4}"), RegionId.Parse($"{50 + (i / 40)}0101"), "ก", "A", 18 + (i % 7 * 0.05), 98 + (i % 40 / 7 * 0.05), null, null)),
    ];

    private readonly IMeterFactory _meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();

    public IReadOnlyList<Station> All => _stations;

    public static async Task<int> RunAsync()
    {
        string folder = Directory.CreateTempSubdirectory("judging-bench-").FullName;
        try
        {
            await new JudgingBench().MeasureAsync(folder);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    public Station? Find(StationId id) => Array.Find(_stations, s => s.Id == id);

    public HazardMemory Load() => throw new NotSupportedException();

    public void RecordPast(IReadOnlyList<HazardChange> changes)
    {
        // Only judging is measured.
    }

    public void Save(IReadOnlyList<ProvinceSave> provinces)
    {
        // Only judging is measured.
    }

    private static IReadOnlyList<Reading> PackOf(int station, int minute, Random random) =>
    [
        .. Series.Select((s, i) => new Reading(
            s, Begin.AddMinutes(minute), Math.Round(10 + (i * 3) + (station % 5) + random.NextDouble(), 1), QualityFlag.Pass)),
    ];

    private async Task MeasureAsync(string folder)
    {
        using RegistryDatabase registry = new(Path.Combine(folder, "registry.db"));
        using SqliteReadingStore store = new(
            Path.Combine(folder, "readings.db"), Options.Create(new StoreOptions()), TimeProvider.System, NullLogger<SqliteReadingStore>.Instance);
        using VerdictBook verdicts = new(
            Path.Combine(folder, VerdictFile.Name), mayHeal: true, TimeProvider.System, NullLogger<VerdictBook>.Instance);
        QualityVersionBook versions = new(registry, new AuditBook(registry, new RegistryKeys(folder), TimeProvider.System));
        StationNeighbours neighbours = new(this);
        WithheldReadings withheld = new();
        QualityMetrics metrics = new(_meters);
        VerdictNews news = new();
        DueHours due = new();
        QualityGates gates = new(
            QualityLimits.Default, neighbours, new JudgedReadings(store, verdicts, versions), withheld, metrics, news);
        Random random = new(1);
        List<IReadOnlyList<CommittedPack>> groups =
        [
            .. Enumerable.Range(0, Minutes).Select(m => (IReadOnlyList<CommittedPack>)[
                .. _stations.Select((s, i) => new CommittedPack(s.Id, PackFate.Stored, PackOf(i, m, random), default))]),
        ];
        long count = (long)Minutes * _stations.Length * Series.Length;
        for (int round = 0; round < 2; round++)
        {
            await PassAsync(store, "partition without live judging", groups, count, new RulesInForce(() => [], TimeSpan.FromHours(2)), null);
            await PassAsync(store, "partition with live judging", groups, count, new RulesInForce(() => [], TimeSpan.FromHours(2)), gates.New());
            Measure("hours noted for the watch", count, () => groups.ForEach(due.OnCommitted));
        }

        Commit(store, groups);
        DateTimeOffset now = Begin.AddMinutes(Minutes + 15);
        using QualityWatch watch = new(
            Options.Create(new QualityOptions()), Options.Create(new StoreOptions()), QualityLimits.Default, store, store, verdicts, versions,
            this, neighbours, due, withheld, news, () => now, metrics, TimeProvider.System, NullLogger<QualityWatch>.Instance);
        due.BeginTurn();
        Measure("watch: an hour judged as a whole", count, () =>
        {
            do
            {
                watch.Step(CancellationToken.None);
            }
            while (!watch.IsIdle);
        });
    }

    private async Task PassAsync(
        SqliteReadingStore store,
        string what,
        List<IReadOnlyList<CommittedPack>> groups,
        long count,
        RulesInForce rules,
        QualityGate? gate)
    {
        Partition partition = new(
            rules, new HazardMemory(new Dictionary<RegionId, DateTimeOffset>(), new Dictionary<(RegionId, HazardKind), TrackerState>(), new Dictionary<RegionId, PastSpan>()),
            new NetworkClock(NetworkTimeMode.Replay, TimeProvider.System), this,
            new JournalWriter(this, TimeProvider.System, NullLogger<JournalWriter>.Instance), new PastJudge(store, this), new RegionMetrics(_meters),
            TimeSpan.FromMinutes(15), null, gate);
        TimeSpan before = Environment.CpuUsage.TotalTime;
        foreach (IReadOnlyList<CommittedPack> group in groups)
        {
            await partition.AcceptAsync(group, CancellationToken.None);
        }

        Tell(what, count, Environment.CpuUsage.TotalTime - before);
    }

    private static void Measure(string what, long count, Action work)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        work();
        Tell(what, count, Environment.CpuUsage.TotalTime - before);
    }

    private static void Tell(string what, long count, TimeSpan cpu) => Console.WriteLine(
        $"{what}: {count:N0} readings in {cpu.TotalSeconds:F3} s of processor time = {count / cpu.TotalSeconds:N0} readings/s");

    private static void Commit(SqliteReadingStore store, List<IReadOnlyList<CommittedPack>> groups)
    {
        PackDecoder decoder = new();
        long sequence = 0;
        foreach (IReadOnlyList<CommittedPack> group in groups)
        {
            sequence++;
            store.Commit(
            [
                .. group.Select(p => new PackToStore(
                    p.Station,
                    decoder.Decode(
                        PackEncoder.Encode(new Pack(p.Station, "box", sequence, "boot", Begin, TimeSpan.Zero, p.Fresh), PackCompression.None), p.Station, null),
                    default,
                    Begin)),
            ]);
        }
    }
}

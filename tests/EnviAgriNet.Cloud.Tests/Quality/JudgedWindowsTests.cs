using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Tests.Regions;
using EnviAgriNet.Cloud.Tests.Registry.Audit;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Readings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.Cloud.Tests.Quality;

public sealed class JudgedWindowsTests
{
    private const int Hours = 30;

    private static readonly DateTimeOffset Begin = QualityRoom.Begin;

    [Fact]
    public async Task Tick_PersonSaysThatItIsGood_WindowsFollowAndTheHazardIsSeen()
    {
        using QualityRoom room = new(stations: 1);
        Regions regions = new(room, HazardMemoryOf());
        await regions.PostAsync(Hazy(0, Hours, QualityFlag.Suspect));
        await regions.TickAndPostAsync(Hazy(Hours, 1, QualityFlag.Pass));
        Assert.Empty(regions.Changes);

        room.Versions.AddOverride(room.Series(1), Begin, Begin.AddHours(Hours), QualityFlag.Pass, "Malee", "I see the smoke", Begin);
        room.News.OnChanged([room.Id(1)]);
        await regions.TickAndPostAsync(Hazy(Hours + 1, 4, QualityFlag.Pass));

        Assert.Contains(regions.Changes, c => c is { Hazard: HazardKind.Haze, Kind: ChangeKind.Opened or ChangeKind.Proposed });
    }

    [Fact]
    public async Task Tick_PersonSaysThatItIsBad_NothingOfItIsLeftInTheWindows()
    {
        using QualityRoom room = new(stations: 1);
        Regions regions = new(room, HazardMemoryOf());
        await regions.PostAsync(Hazy(0, 15, QualityFlag.Pass));
        room.Versions.AddOverride(room.Series(1), Begin, Begin.AddHours(15), QualityFlag.Fail, "Malee", "a fire under the inlet", Begin);
        room.News.OnChanged([room.Id(1)]);

        await regions.TickAndPostAsync(Hazy(15, 10, QualityFlag.Pass));

        Assert.Empty(regions.Changes);
        Regions restarted = new(room, HazardMemoryOf());
        await restarted.RebuildAsync();
        Assert.Empty(restarted.Changes);
    }

    [Fact]
    public async Task Rebuild_AfterARestart_TakesTheFlagsThatHold()
    {
        using QualityRoom room = new(stations: 1);
        room.Commit(1, Hazy(0, Hours, QualityFlag.Suspect).OrderBy(r => r.TakenAt));
        room.Versions.AddOverride(room.Series(1), Begin, Begin.AddHours(Hours), QualityFlag.Pass, "Malee", "I see the smoke", Begin);
        Regions regions = new(room, HazardMemoryOf(Begin.AddHours(Hours).AddMinutes(-1)));
        await regions.RebuildAsync();
        Assert.Empty(regions.Changes);

        await regions.TickAndPostAsync(Hazy(Hours, 4, QualityFlag.Pass));

        Assert.Contains(regions.Changes, c => c is { Hazard: HazardKind.Haze, Kind: ChangeKind.Opened or ChangeKind.Proposed });
    }

    private static HazardMemory HazardMemoryOf(DateTimeOffset? until = null) => new(
        until is { } at ? new Dictionary<RegionId, DateTimeOffset> { [RegionId.Parse("50")] = at } : new Dictionary<RegionId, DateTimeOffset>(),
        new Dictionary<(RegionId, HazardKind), TrackerState>(), new Dictionary<RegionId, PastSpan>());

    private static IEnumerable<Reading> Hazy(int fromHour, int hours, QualityFlag flag) => Enumerable.Range(fromHour * 6, hours * 6)
        .Select(i => QualityRoom.Of("pm25", Begin.AddMinutes(i * 10), 150 + (i % 5), flag));

    /// <summary>One partition and what it would have saved.</summary>
    private sealed class Regions : IHazardJournal
    {
        private readonly QualityRoom _room;
        private readonly Partition _partition;
        private readonly WindowsRebuild _rebuild;

        public Regions(QualityRoom room, HazardMemory memory)
        {
            _room = room;
            NetworkClock clock = new(NetworkTimeMode.Replay, TimeProvider.System);
            MemoryStations stations = new(room.Stations);
            RulesInForce rules = new(() => new HazardRuleBook(room.Registry, TimeProvider.System, AuditBooks.On(room.Registry)).On, TimeSpan.FromHours(2));
            QualityGate gate = QualityGateTests.NewGate(room);
            RegionMetrics metrics = new(new ServiceCollection().AddMetrics().BuildServiceProvider()
                .GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>());
            _rebuild = new WindowsRebuild(room.Store, rules.Current, memory, clock, TimeSpan.FromDays(31), gate);
            _partition = new Partition(
                rules, memory, clock, stations, new JournalWriter(this, TimeProvider.System, NullLogger<JournalWriter>.Instance),
                new PastJudge(room.Judged, stations), metrics,
                TimeSpan.FromMinutes(15), new StationRefill(gate, room.Store, stations, clock, rules, TimeProvider.System), gate);
        }

        public List<HazardChange> Changes { get; } = [];

        public Task RebuildAsync() => _rebuild.RunAsync(_partition, _room.Stations, CancellationToken.None);

        public async Task PostAsync(IEnumerable<Reading> readings)
        {
            Reading[] fresh = [.. readings];
            _room.Commit(1, fresh);
            foreach (Reading reading in fresh)
            {
                await _partition.AcceptAsync(
                    [new CommittedPack(_room.Id(1), PackFate.Stored, [reading], DateTimeOffset.MinValue)], CancellationToken.None);
            }
        }

        public async Task TickAndPostAsync(IEnumerable<Reading> readings)
        {
            Assert.False(await _partition.TickAsync(CancellationToken.None));
            await PostAsync(readings);
        }

        public HazardMemory Load() => throw new NotSupportedException();

        public void RecordPast(IReadOnlyList<HazardChange> changes)
        {
            // What is told to nobody is not looked at here.
        }

        public void Save(IReadOnlyList<ProvinceSave> provinces) => Changes.AddRange(provinces.SelectMany(p => p.Changes));
    }
}

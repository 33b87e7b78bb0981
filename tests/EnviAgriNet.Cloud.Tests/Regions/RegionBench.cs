using System.Diagnostics.Metrics;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Alerts.Release;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Tests.Alerts;
using EnviAgriNet.Cloud.Tests.Registry.Audit;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Tests.Regions;

/// <summary>The regions and alerts of a cloud, over a store in memory and a registry on disk that outlive a kill.</summary>
internal sealed class RegionBench : IDisposable
{
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan TickEvery = TimeSpan.FromMilliseconds(50);

    private readonly string _folder = Directory.CreateTempSubdirectory("eag-regions-").FullName;
    private readonly RegistryDatabase _registry;
    private readonly NetworkTimeMode _mode;
    private readonly IStationBook _stations;
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly RegionMetrics _metrics;
    private NetworkClock _clock;
    private RegionHost? _host;

    public RegionBench(NetworkTimeMode mode, ManualTime time, params Station[] stations)
    {
        _registry = new RegistryDatabase(Path.Combine(_folder, "registry.db"));
        _mode = mode;
        Time = time;
        _metrics = new RegionMetrics(_services.GetRequiredService<IMeterFactory>());
        Rules = new HazardRuleBook(_registry, time, AuditBooks.On(_registry));
        _clock = new NetworkClock(mode, time);
        _stations = new MemoryStations(stations);
        Book = new AlertBook(_registry);
        Journal = NewJournal();
    }

    public ManualTime Time { get; }

    public ReleaseOptions Release { get; } = new();

    public MemoryReadings Store { get; } = new();

    public HazardRuleBook Rules { get; }

    public AlertBook Book { get; private set; }

    public KillingJournal Journal { get; private set; }

    public RegistryDatabase Registry => _registry;

    public IReadOnlyList<AlertVersion> Alerts => Book.Newest(10_000).Reverse().ToList();

    public static Station StationOf(
        string id, string region, string nameTh = "บ้านทดสอบ", double? bank = null, double? ground = null) =>
        new(StationId.Parse(id), RegionId.Parse(region), nameTh, "Test village", 18.8, 98.9, bank, ground);

    public static Reading Of(string series, DateTimeOffset at, double value) =>
        new(SeriesName.Parse(series), at, value, QualityFlag.Pass);

    /// <summary>Starts a process; one that ran before is gone without a word.</summary>
    public async Task StartAsync()
    {
        await EndAsync();
        _clock = new NetworkClock(_mode, Time);
        Book = new AlertBook(_registry);
        Journal = NewJournal();
        _host = new RegionHost(
            Options.Create(new RegionsOptions { TickEvery = TickEvery }), new RulesInForce(() => Rules.On, TimeSpan.FromHours(2)), _clock, _stations, Store, Journal,
            new JournalWriter(Journal, TimeProvider.System, NullLogger<JournalWriter>.Instance), _metrics, TimeProvider.System,
            NullLogger<RegionHost>.Instance);
        await _host.StartAsync(CancellationToken.None);
    }

    /// <summary>Commits readings to the store, as ingest does, without telling the regions.</summary>
    public IReadOnlyList<CommittedPack> Commit(IEnumerable<(StationId Station, Reading Reading)> readings) => readings
        .GroupBy(r => r.Station, r => r.Reading)
        .Select(g => new CommittedPack(g.Key, PackFate.Stored, Store.Add(g.Key, g), DateTimeOffset.MinValue)).ToList();

    /// <summary>Commits and posts; false when the process died of it.</summary>
    public async Task<bool> PostAsync(IEnumerable<(StationId Station, Reading Reading)> readings)
    {
        await _host!.PostAsync(Commit(readings), CancellationToken.None);
        DateTime end = DateTime.UtcNow + WaitMax;
        while (!_host.IsIdle)
        {
            if (_host.ExecuteTask is { IsCompleted: true } task)
            {
                Assert.IsType<KilledException>(task.Exception?.InnerException);
                return false;
            }

            Assert.True(DateTime.UtcNow < end, "waited too long until the posted readings were judged");
            await Task.Yield();
        }

        return true;
    }

    /// <summary>Waits while time passes for the regions without readings.</summary>
    public Task TickUntilAsync(string what, Func<bool> state) => Eventually.HoldsAsync(what, WaitMax, state);

    public async Task EndAsync()
    {
        if (_host is { } host)
        {
            _host = null;
            try
            {
                await host.StopAsync(CancellationToken.None);
            }
            catch (KilledException)
            {
                // That was its end.
            }

            host.Dispose();
            Book.Dispose();
        }
    }

    public void Dispose()
    {
        EndAsync().GetAwaiter().GetResult();
        _registry.Dispose();
        _services.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private KillingJournal NewJournal() => new(new AlertDesk(
        _registry, Book, WarningComposers.On(_registry, _stations), _clock, new HoldBook(_registry, AuditBooks.On(_registry), Options.Create(Release)),
        Options.Create(new AlertsOptions()), NullLogger<AlertDesk>.Instance));
}

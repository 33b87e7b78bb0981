using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Alerts.Release;
using EnviAgriNet.Cloud.Climate;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Tests.Alerts;
using EnviAgriNet.Cloud.Tests.ReadingStore;
using EnviAgriNet.Cloud.Tests.Regions;
using EnviAgriNet.Cloud.Tests.Registry.Audit;
using EnviAgriNet.Core.Readings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Tests.Climate;

/// <summary>The regions, alerts and the watch over drought of a cloud, over a store and a registry on disk that outlive a restart.</summary>
internal sealed class DroughtBench : IDisposable
{
    public static readonly Station Station = RegionBench.StationOf("cm-rain", "500101");

    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(30);

    private readonly StoreFolder _folder = new();
    private readonly RegistryDatabase _registry;
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly NetworkTimeMode _mode;
    private RegionHost? _host;
    private long _sequence;

    public DroughtBench(DateTimeOffset now, NetworkTimeMode mode = NetworkTimeMode.Wall)
    {
        Time = new ManualTime(now);
        _mode = mode;
        _registry = new RegistryDatabase(Path.Combine(_folder.Folder, "registry.db"));
        Climate = new ClimateBook(_registry, Time);
        Store = _folder.Open();
        Book = new AlertBook(_registry);
        Clock = new NetworkClock(mode, Time);
    }

    public ManualTime Time { get; }

    public ClimateBook Climate { get; }

    public SqliteReadingStore Store { get; private set; }

    public AlertBook Book { get; private set; }

    public NetworkClock Clock { get; private set; }

    public DroughtWatch? Watch { get; private set; }

    public ListLogger<DroughtWatch> Log { get; } = new();

    public IReadOnlyList<AlertVersion> Alerts => [.. Book.Newest(1_000).Reverse()];

    public LedgerLine? SpiLine => Store.Ledger(Station.Id).SingleOrDefault(l => l.Outbox == DerivedOutboxes.Spi);

    /// <summary>Whether what is posted reaches the regions; a process that dies between commit and judgement does not get that far.</summary>
    public bool IsPosting { get; set; } = true;

    /// <summary>Starts a process; the one before ends.</summary>
    public async Task StartAsync()
    {
        await EndAsync();
        Store.Dispose();
        Store = _folder.Open();
        Book.Dispose();
        Book = new AlertBook(_registry);
        Clock = new NetworkClock(_mode, Time);
        MemoryStations stations = new(Station);
        AlertDesk desk = new(
            _registry, Book, WarningComposers.On(_registry, stations), Clock, new HoldBook(_registry, AuditBooks.On(_registry), Options.Create(new ReleaseOptions())),
            Options.Create(new AlertsOptions()), NullLogger<AlertDesk>.Instance);
        HazardRuleBook rules = new(_registry, Time, AuditBooks.On(_registry));
        _host = new RegionHost(
            Options.Create(new RegionsOptions()), new RulesInForce(() => rules.On, TimeSpan.FromHours(2)), Clock, stations, Store, desk,
            new JournalWriter(desk, TimeProvider.System, NullLogger<JournalWriter>.Instance),
            new RegionMetrics(_services.GetRequiredService<IMeterFactory>()), TimeProvider.System, NullLogger<RegionHost>.Instance);
        await _host.StartAsync(CancellationToken.None);
        Watch = new DroughtWatch(
            Climate, stations, Store, new Posting(this), [], Clock, Options.Create(new CloudOptions()), Time, Log);
    }

    /// <summary>Lets the watch look, and waits until what came of it is judged.</summary>
    public async Task StepAsync()
    {
        await Watch!.StepAsync(CancellationToken.None);
        await JudgedAsync();
    }

    /// <summary>Commits and posts readings as ingest does.</summary>
    public async Task PostAsync(params Reading[] readings)
    {
        await _host!.PostAsync(Rain(readings).Packs, CancellationToken.None);
        await JudgedAsync();
    }

    /// <summary>Stores a reading of rain at noon of each day of a month.</summary>
    public void Rain(CalendarMonth month, double sum, int? days = null, int skip = 0, string series = "rain")
    {
        int count = days ?? month.Days;
        Rain([.. Enumerable.Range(skip, count - skip)
            .Select(day => RegionBench.Of(series, month.Begin.AddDays(day).AddHours(12), sum / count))]);
    }

    public IReadOnlyList<Reading> Stored(int scale) =>
        Store.Read(new SeriesId(Station.Id, SeriesName.Parse($"spi_{scale}")), DateTimeOffset.UnixEpoch.AddDays(2), Time.Now.AddYears(1));

    /// <summary>Imports a history; the figures of a year vary by a seed.</summary>
    public Dictionary<CalendarMonth, double> History(int from, int to, string region = "50", int seed = 7)
    {
        Random random = new(seed);
        Dictionary<CalendarMonth, double> history = [];
        StringBuilder csv = new("region,year,month,mm\n");
        for (CalendarMonth month = new(from, 1); month.Year <= to; month = month.Plus(1))
        {
            double usual = 60 + (50 * Math.Sin((month.Month - 4) * Math.PI / 6));
            history[month] = Math.Round(usual * (0.4 + (1.2 * random.NextDouble())), 1);
            csv.AppendLine(CultureInfo.InvariantCulture, $"{region},{month.Year},{month.Month},{history[month]}");
        }

        Assert.Empty(Climate.Import(new StringReader(csv.ToString()), "test").Faults);
        return history;
    }

    public async Task EndAsync()
    {
        if (_host is { } host)
        {
            _host = null;
            await host.StopAsync(CancellationToken.None);
            host.Dispose();
        }
    }

    public void Dispose()
    {
        EndAsync().GetAwaiter().GetResult();
        Watch?.Dispose();
        Store.Dispose();
        Book.Dispose();
        _registry.Dispose();
        _services.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private CommitOutcome Rain(Reading[] readings) =>
        Store.Commit([_folder.Pack(Station.Id, "0123456789abcdef", ++_sequence, default, readings)]);

    private async Task JudgedAsync()
    {
        DateTime end = DateTime.UtcNow + WaitMax;
        while (!_host!.IsIdle)
        {
            Assert.True(DateTime.UtcNow < end, "waited too long until the posted readings were judged");
            await Task.Yield();
        }
    }

    private sealed class Posting(DroughtBench bench) : IRegionHost
    {
        public async ValueTask PostAsync(IReadOnlyList<CommittedPack> packs, CancellationToken cancellationToken)
        {
            if (bench.IsPosting)
            {
                await bench._host!.PostAsync(packs, cancellationToken);
            }
        }
    }
}

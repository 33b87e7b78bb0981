using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Alerts.Release;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Cloud.Tests.Regions;
using EnviAgriNet.Cloud.Tests.Registry.Audit;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ManualTime = EnviAgriNet.Cloud.Tests.Regions.ManualTime;

namespace EnviAgriNet.Cloud.Tests.Alerts.Release;

/// <summary>The desks of a cloud over a registry on disk, with a clock that stands; what they remember is all on disk.</summary>
internal sealed class ReleaseRoom : IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 5, 0, 0, TimeSpan.Zero);
    public static readonly Officer Malee = new("malee", new HashSet<Role> { Role.Releaser });
    public static readonly Officer Suda = new("suda", new HashSet<Role> { Role.Releaser });
    public static readonly Officer Somchai = new("somchai", new HashSet<Role> { Role.Officer });

    private readonly ReleaseOptions _options;

    public ReleaseRoom(params ReleasePolicy[] policies)
    {
        _options = new ReleaseOptions { Policies = policies };
        Restart();
    }

    public RegistryRoom Registry { get; } = new();

    public ManualTime Time { get; } = new(Start);

    public AlertBook Book { get; private set; } = null!;

    public AlertDesk Journal { get; private set; } = null!;

    public HoldBook Holds { get; private set; } = null!;

    public ReleaseDesk Desk { get; private set; } = null!;

    public AlertRevisions Revisions { get; private set; } = null!;

    public ManualAlerts Manual { get; private set; } = null!;

    public AuditBook Audit { get; private set; } = null!;

    public IReadOnlyList<AlertVersion> Alerts => [.. Book.Newest(1000).Reverse()];

    public static ReleasePolicy Waits(ReleaseEnd then, int persons = 0, string severity = "*") =>
        new() { Way = ReleaseWay.Wait, Wait = TimeSpan.FromMinutes(10), Then = then, Persons = persons, Severity = severity };

    /// <summary>Everything anew over the same file, as after a kill.</summary>
    public void Restart()
    {
        RegistryDatabase database = Registry.Database;
        IOptions<AlertsOptions> options = Options.Create(new AlertsOptions());
        NetworkClock clock = new(NetworkTimeMode.Wall, Time);
        Audit = AuditBooks.On(database, Time);
        Book?.Dispose();
        Book = new AlertBook(database);
        Holds = new HoldBook(database, Audit, Options.Create(_options));
        AlertIssuer issuer = new(Holds, clock, Time, options);
        WarningComposer composer = WarningComposers.On(database, new MemoryStations());
        Desk = new ReleaseDesk(database, Book, Holds, issuer);
        Revisions = new AlertRevisions(Desk, Holds, issuer, composer, clock);
        Manual = new ManualAlerts(Desk, Book, Holds, issuer, composer, clock, options);
        Journal = new AlertDesk(database, Book, composer, clock, Holds, options, NullLogger<AlertDesk>.Instance);
    }

    /// <summary>Lets an event change, as a region does.</summary>
    public AlertVersion? Change(
        ChangeKind kind, HazardLevel level, HazardLevel previous, string id = "E1", HazardKind hazard = HazardKind.Haze, bool isLive = true)
    {
        int before = Alerts.Count;
        HazardChange change = new(
            kind, RegionId.Parse("500101"), hazard, id, Start, level, previous, Time.Now, Time.Now.AddHours(6), isLive,
            kind == ChangeKind.Lapsed ? null : new MeasureEvidence(StationId.Parse("station-1"), [new MeasuredValue("pm25_24h", 80, "ug/m3")]));
        Journal.Save([new ProvinceSave(RegionId.Parse("50"), Time.Now, [], [change], null)]);
        return Alerts.Count == before ? null : Alerts[^1];
    }

    public AlertVersion Open(HazardLevel level = HazardLevel.Moderate, string id = "E1", HazardKind hazard = HazardKind.Haze) =>
        Change(ChangeKind.Opened, level, HazardLevel.None, id, hazard)!;

    /// <summary>Queues nothing, but marks what was released as targeted, as targeting does.</summary>
    public void Target() => Registry.Database.Write(c =>
    {
        foreach (AlertVersion alert in Book.Untargeted())
        {
            Book.MarkTargeted(c, alert.Identifier);
        }

        return 0;
    });

    public AlertState StateOf(AlertVersion alert) => Book.Find(alert.Identifier)!.State;

    public void Dispose()
    {
        Book.Dispose();
        Registry.Dispose();
    }
}

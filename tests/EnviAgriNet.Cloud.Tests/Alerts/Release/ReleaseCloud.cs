using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Tests.Channels;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EnviAgriNet.Cloud.Tests.Alerts.Release;

/// <summary>A running cloud with real alerts that wait ten minutes for its officers: boss, malee, suda, somchai and vin.</summary>
internal sealed class ReleaseCloud(params (string Key, string Value)[] settings) : IAsyncDisposable
{
    private static readonly (string Name, Role[] Roles)[] People =
    [
        ("boss", [Role.Admin]), ("malee", [Role.Releaser]), ("suda", [Role.Releaser]), ("somchai", [Role.Officer]), ("vin", [Role.Viewer]),
    ];

    public CloudRoom Room { get; } = new([("Release:Policies:0:Way", "Wait"), ("Release:Policies:0:Then", "Drop"), .. settings])
    {
        Also = services => services.Replace(ServiceDescriptor.Singleton<IAlertBook>(s => s.GetRequiredService<AlertBook>())),
    };

    public Dictionary<string, string> Tokens { get; } = [];

    public IReadOnlyList<AlertVersion> Alerts => [.. Room.Get<AlertBook>().Newest(1000).Reverse()];

    public async Task StartAsync()
    {
        await Room.StartAsync();
        OfficerBook officers = Room.Get<OfficerBook>();
        foreach ((string name, Role[] roles) in People)
        {
            Assert.Null(officers.Add(new Officer(name, roles.ToHashSet()), name == "boss" ? null : "boss"));
            Tokens[name] = officers.NewToken(name, "boss").Token!;
        }
    }

    /// <summary>Lets an event begin, whose warning waits.</summary>
    public AlertVersion Open(string id = "E1", HazardKind hazard = HazardKind.Haze, HazardLevel level = HazardLevel.Moderate)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        RegionId region = RegionId.Parse("500101");
        HazardChange change = new(
            ChangeKind.Opened, region, hazard, id, now, level, HazardLevel.None, now, now.AddHours(6), IsLive: true,
            new MeasureEvidence(StationId.Parse("station-1"), [new MeasuredValue("pm25_24h", 80, "ug/m3")]));
        Room.Get<IHazardJournal>().Save([new ProvinceSave(region.Province, now, [], [change], null)]);
        return Alerts[^1];
    }

    public AlertState StateOf(long number) => Alerts.Single(a => a.Number == number).State;

    /// <summary>All that an order may change, as one text.</summary>
    public string Memory()
    {
        string[] tables =
        [
            "SELECT number || version || state || sent_at || expires_at || texts || cap FROM alert ORDER BY number",
            "SELECT alert || ifnull(outcome, '?') FROM hold ORDER BY alert",
            "SELECT alert || officer FROM approval ORDER BY alert, officer",
            "SELECT id || ifnull(ended, '?') FROM event ORDER BY id",
        ];
        IEnumerable<string> rows = Room.Get<RegistryDatabase>().Read(c => tables.SelectMany(sql => c.List(sql, row => row.GetString(0))).ToList());
        IEnumerable<string> steps = Room.Get<AuditBook>().List(null, null, 10_000)
            .Where(line => line.Entry.Subject.StartsWith("alert ", StringComparison.Ordinal)).Select(line => line.Entry.ToString());
        return string.Join('\n', rows.Concat(steps));
    }

    public ValueTask DisposeAsync() => Room.DisposeAsync();
}

using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Channels.Sms.FullCycle;

/// <summary>Everything between a sensor and the operator, as real processes: broker, cloud, Kannel, and a stand-in SMSC.</summary>
internal sealed class CycleRoom : IAsyncDisposable
{
    /// <summary>Who may cancel.</summary>
    public const string Officer = "malee";

    /// <summary>Thai and English, two of each.</summary>
    public static readonly (string Number, string Language)[] People =
        [("0810000001", "th"), ("0810000002", "th"), ("0910000003", "en"), ("0610000004", "en")];

    private readonly string _folder = Directory.CreateTempSubdirectory("eag-cycle-").FullName;
    private MosquittoBroker _broker = null!;
    private RegistryDatabase _registry = null!;
    private AlertBook _alerts = null!;

    private CycleRoom()
    {
    }

    public StandInSmsc Smsc { get; private set; } = null!;

    public Kannel Kannel { get; private set; } = null!;

    public CloudProcess Cloud { get; private set; } = null!;

    public CycleStation Station { get; private set; } = null!;

    /// <summary>The deliveries as they are stored now, oldest first.</summary>
    public IReadOnlyList<CycleDelivery> Deliveries => _registry.Read(connection => connection.List(
        """
        SELECT d.id, d.event, d.version, d.part, CAST(d.recipient AS INTEGER), m.text, d.state, d.attempts, d.receipt,
            d.next_at IS NOT NULL, d.reason
        FROM delivery d JOIN message m ON m.id = d.message ORDER BY d.id
        """,
        row => new CycleDelivery(
            row.GetInt64(0),
            $"{row.GetString(1)} v{row.GetInt32(2)}.{row.GetInt32(3)}",
            People[row.GetInt32(4) - 1].Number,
            row.GetString(5),
            row.GetString(6),
            row.GetInt32(7),
            row.IsDBNull(8) ? string.Empty : row.GetString(8),
            row.GetBoolean(9),
            row.GetString(10))));

    /// <summary>The warnings that stand, by the numbers that officers call them by.</summary>
    public long[] Standing => [.. _alerts.Newest(100).GroupBy(alert => alert.EventId).Select(versions => versions.MaxBy(v => v.Version)!)
        .Where(last => !last.IsAllClear).Select(last => last.Number)];

    public static async Task<CycleRoom> StartAsync()
    {
        CycleRoom room = new();
        try
        {
            await room.BeginAsync();
            return room;
        }
        catch
        {
            await room.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Cloud?.Dispose();
        if (Station is not null)
        {
            await Station.DisposeAsync();
        }

        if (Kannel is not null)
        {
            await Kannel.DisposeAsync();
        }

        if (Smsc is not null)
        {
            await Smsc.DisposeAsync();
        }

        if (_broker is not null)
        {
            await _broker.DisposeAsync();
        }

        _alerts?.Dispose();
        _registry?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task BeginAsync()
    {
        _broker = await MosquittoBroker.StartAsync(null);
        Smsc = await StandInSmsc.StartAsync();
        Kannel = await Kannel.StartAsync(Smsc.Port, throughput: 100);
        string data = Path.Combine(_folder, "data");
        Directory.CreateDirectory(data);
        Register(data);
        string password = Path.Combine(_folder, "sendsms.password");
        await File.WriteAllTextAsync(password, Kannel.Password);
        Cloud = new CloudProcess(_folder, Settings(data, password));
        Cloud.Start();
        Station = await CycleStation.StartAsync(_broker.Port);
    }

    private void Register(string data)
    {
        _registry = new RegistryDatabase(Path.Combine(data, "registry.db"));
        AddressVault vault = new(new RegistryKeys(data));
        new StationBook(_registry).Store(
        [
            new Station(
                StationId.Parse(CycleStation.Id), RegionId.Parse(CycleStation.Region), "บ้านปิงน้อย", "Ban Ping Noi", 18.8, 98.9,
                CycleStation.Bank, 0),
        ]);
        new SubscriberBook(_registry, vault, TimeProvider.System).Store(
            [.. People.Select(person => RegistryRoom.Person(person.Number, "sms", person.Language, CycleStation.Region))]);
        _ = new DeliveryBook(_registry);
        _alerts = new AlertBook(_registry);
        OfficerBook officers = new(
            _registry, new AuditBook(_registry, new RegistryKeys(data), TimeProvider.System), new RecipientBook(_registry, vault), TimeProvider.System);
        Assert.Null(officers.Add(new Officer(Officer, new HashSet<Role> { Role.Admin, Role.Releaser }), null));
    }

    private JsonObject Settings(string data, string password) => new()
    {
        [CloudOptions.Section] = new JsonObject { ["DataFolder"] = data, ["NetworkTime"] = "Replay" },
        ["Mqtt"] = new JsonObject
        {
            ["Port"] = _broker.Port,
            ["ClientId"] = "eag-cloud",
            ["BackOffMin"] = "00:00:00.1",
            ["BackOffMax"] = "00:00:01",
        },
        ["Api"] = new JsonObject { ["Listen"] = $"http://127.0.0.1:{FreePort.Next()}" },
        ["Channels"] = new JsonObject
        {
            ["Phone"] = new JsonObject { ["Enabled"] = false },
            ["Siren"] = new JsonObject { ["Enabled"] = false },
            ["Sms"] = new JsonObject
            {
                ["Enabled"] = true,
                ["Url"] = Kannel.Url.OriginalString,
                ["Username"] = Kannel.Username,
                ["PasswordFile"] = password,
                ["CallTimeout"] = "00:00:05",
                ["Pace"] = new JsonObject { ["RetryMin"] = "00:00:00.2", ["ProbeMax"] = "00:00:01", ["SettleAfter"] = "00:00:08" },
            },
        },
    };
}

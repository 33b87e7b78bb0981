using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Cloud.Tests.Channels.Sms.FullCycle;

/// <summary>Everything between a sensor and the operator, as real processes: broker, cloud, Kannel, and a stand-in SMSC.</summary>
internal sealed class CycleRoom : IAsyncDisposable
{
    /// <summary>Thai and English, two of each.</summary>
    public static readonly (string Number, string Language)[] People =
        [("0810000001", "th"), ("0810000002", "th"), ("0910000003", "en"), ("0610000004", "en")];

    private readonly string _folder = Directory.CreateTempSubdirectory("eag-cycle-").FullName;
    private MosquittoBroker _broker = null!;
    private RegistryDatabase _registry = null!;

    private CycleRoom()
    {
    }

    public StandInSmsc Smsc { get; private set; } = null!;

    public Kannel Kannel { get; private set; } = null!;

    public CloudProcess Cloud { get; private set; } = null!;

    public CycleStation Station { get; private set; } = null!;

    public DeliveryBook Deliveries { get; private set; } = null!;

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
        Deliveries = new DeliveryBook(_registry);
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
        ["Api"] = new JsonObject { ["Listen"] = $"http://127.0.0.1:{CloudProcess.FreePort()}" },
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
                ["Pace"] = new JsonObject { ["RetryMin"] = "00:00:00.2", ["ProbeMax"] = "00:00:01", ["SettleAfter"] = "00:00:12" },
            },
        },
    };
}

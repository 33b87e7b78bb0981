using System.Text;
using System.Text.Json;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Benchmarks.Servers;

/// <summary>A real <c>eag-cloud</c> in its own process with empty data, in service as it is by default.</summary>
internal sealed class CloudServer : IDisposable
{
    public static readonly TimeSpan StopMax = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan CommandMax = TimeSpan.FromMinutes(2);

    private readonly TempFolder _folder = new();
    private readonly HttpClient _http = new();
    private readonly string _config;
    private ServerProcess? _process;

    /// <summary>Writes the settings; nothing runs yet.</summary>
    /// <param name="brokerPort">Where its broker is.</param>
    /// <param name="further">Further sections of the settings.</param>
    public CloudServer(int brokerPort, Dictionary<string, object>? further = null)
    {
        Port = FreePort.Next();
        Dictionary<string, object> settings = new(further ?? [])
        {
            ["Mqtt"] = new { Host = "127.0.0.1", Port = brokerPort, ClientId = "eag-cloud" },
            ["Api"] = new { Listen = Address },
        };
        Dictionary<string, object> cloud = (settings.GetValueOrDefault("Cloud") as Dictionary<string, object>) ?? [];
        cloud["DataFolder"] = _folder.At("data");
        settings["Cloud"] = cloud;
        _config = _folder.Write("cloud.json", JsonSerializer.Serialize(settings));
    }

    public int Port { get; }

    public ServerProcess Process => _process ?? throw new InvalidOperationException("The cloud was not started");

    /// <summary>The folder of its databases.</summary>
    public string DataFolder => _folder.At("data");

    /// <summary>The bytes of its databases.</summary>
    public long DiskBytes => _folder.Bytes("data");

    private string Address => $"http://127.0.0.1:{Port}";

    /// <summary>Enters stations with a river bank far above their water.</summary>
    /// <param name="stations">Which.</param>
    /// <param name="placeOf">Where each stands, by its place in the list; near each other when null.</param>
    public void ImportStations(IReadOnlyList<(StationId Id, RegionId Region)> stations, Func<int, (double Latitude, double Longitude)>? placeOf = null)
    {
        placeOf ??= static i => (18 + (i * 0.0005), 99 + (i * 0.0005));
        StringBuilder csv = new("id,region,name_th,name_en,latitude,longitude,bank_m,ground_m\n");
        for (int i = 0; i < stations.Count; i++)
        {
            string name = $"{stations[i].Id}";
            (double latitude, double longitude) = placeOf(i);
            csv.Append($"{name},{stations[i].Region},{name},{name},{latitude:F4},{longitude:F4},5.00,1.00\n");
        }

        Command("station", "import", _folder.Write("stations.csv", csv.ToString()));
    }

    /// <summary>Runs a command of the cloud beside or before the running one and returns what it printed.</summary>
    public string Command(params string[] args) => Tool.Run(
        "dotnet", "dotnet-sdk-10.0", Checkout.Root, CommandMax, [Checkout.Program("eag-cloud"), .. args, "--config", _config]);

    /// <summary>Writes a file into its folder, for a command or a setting.</summary>
    public string WriteFile(string name, string text) => _folder.Write(name, text);

    /// <summary>Starts it and waits until it answers; one that finds much in its store takes longer.</summary>
    public async Task StartAsync(TimeSpan? limit = null)
    {
        _process = ServerProcess.Start(
            "eag-cloud",
            "dotnet-sdk-10.0",
            "dotnet",
            [Checkout.Program("eag-cloud"), "run", "--config", _config, "--set", "Logging:LogLevel:Default=Warning"]);
        await Wait.UntilAnswersAsync(_http, $"{Address}/api/status", limit ?? TimeSpan.FromSeconds(60), Process);
    }

    /// <summary>The number of that name in <c>/api/status</c>.</summary>
    public async Task<long> StatusAsync(string name)
    {
        using JsonDocument status = JsonDocument.Parse(await _http.GetStringAsync(new Uri($"{Address}/api/status")));
        return status.RootElement.GetProperty(name).GetInt64();
    }

    public Task<string> GetAsync(string path) => _http.GetStringAsync(new Uri(Address + path));

    public void Dispose()
    {
        _process?.Dispose();
        _http.Dispose();
        _folder.Dispose();
    }
}

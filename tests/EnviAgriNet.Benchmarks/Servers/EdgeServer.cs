using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Benchmarks.Servers;

/// <summary>A real <c>eag-edge</c> in its own process. It can be stopped and started again on the same outbox.</summary>
internal sealed class EdgeServer : IDisposable
{
    private const string IntakeAddress = "http://edge/v1/readings";
    private const string StatusAddress = "http://edge/v1/status";

    private static readonly TimeSpan BusyPause = TimeSpan.FromMilliseconds(5);

    private readonly TempFolder _folder = new();
    private readonly HttpClient _http;
    private readonly string _config;
    private ServerProcess? _process;

    /// <summary>Writes the settings; nothing runs yet.</summary>
    /// <param name="station">Whose edge it is.</param>
    /// <param name="region">Where the station stands.</param>
    /// <param name="brokerPort">Where its broker is, or will be.</param>
    /// <param name="packAge">When a pack that is not full is closed; null for the default.</param>
    public EdgeServer(StationId station, RegionId region, int brokerPort, TimeSpan? packAge = null)
    {
        string socket = Socket;
        Dictionary<string, object> settings = new()
        {
            ["Station"] = new { Id = station.Value, Region = region.Code },
            ["Intake"] = new { Socket = socket },
            ["Outbox"] = new { Folder = _folder.At("outbox") },
            ["Mqtt"] = new { Host = "127.0.0.1", Port = brokerPort, ClientId = station.Value, BackOffMin = "00:00:00.1", BackOffMax = "00:00:01" },
            ["Status"] = new { Listen = (string?)null },
        };
        if (packAge is { } age)
        {
            settings["Packing"] = new { AgeMax = age.ToString() };
        }

        _config = _folder.Write("edge.json", JsonSerializer.Serialize(settings));
        _http = Client(socket);
    }

    /// <summary>Where it takes readings.</summary>
    public string Socket => _folder.At("edge.sock");

    public ServerProcess Process => _process ?? throw new InvalidOperationException("The edge was not started");

    /// <summary>Starts it, or starts it again, and waits until it answers.</summary>
    public async Task StartAsync()
    {
        _process = ServerProcess.Start(
            "eag-edge",
            "dotnet-sdk-10.0",
            "dotnet",
            [Checkout.Program("eag-edge"), "run", "--config", _config, "--set", "Logging:LogLevel:Default=Warning"]);
        await Wait.UntilAnswersAsync(_http, StatusAddress, TimeSpan.FromSeconds(60), Process);
    }

    /// <summary>Stops it as an operator would; the outbox stays.</summary>
    public void Stop()
    {
        if (!Process.Stop(TimeSpan.FromSeconds(30)))
        {
            throw new BenchmarkException("eag-edge did not stop in 30 s");
        }

        Process.Dispose();
        _process = null;
    }

    /// <summary>Hands readings over; returns when they are on disk. Holds and tries again when the edge says so.</summary>
    public async Task PostAsync(byte[] body)
    {
        while (true)
        {
            using ByteArrayContent content = new(body);
            content.Headers.ContentType = new("application/senml+json");
            using HttpResponseMessage answer = await _http.PostAsync(new Uri(IntakeAddress), content);
            if (answer.StatusCode == HttpStatusCode.NoContent)
            {
                return;
            }

            if (answer.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
            {
                throw new BenchmarkException(
                    $"The edge answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            }

            await Task.Delay(BusyPause);
        }
    }

    /// <summary>What the edge says of itself.</summary>
    public async Task<EdgeStatus> StatusAsync()
    {
        using JsonDocument status = JsonDocument.Parse(await _http.GetStringAsync(new Uri(StatusAddress)));
        JsonElement root = status.RootElement;
        return new EdgeStatus(
            root.GetProperty("link").GetString() == "up",
            root.GetProperty("accepted_readings").GetInt64(),
            root.GetProperty("receipted_packs").GetInt64(),
            root.GetProperty("depth").GetInt64(),
            root.GetProperty("readings_waiting").GetInt64());
    }

    public void Dispose()
    {
        _process?.Dispose();
        _http.Dispose();
        _folder.Dispose();
    }

    private static HttpClient Client(string socket) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (_, cancellationToken) =>
        {
            global::System.Net.Sockets.Socket unix = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await unix.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellationToken);
                return new NetworkStream(unix, ownsSocket: true);
            }
            catch (SocketException e)
            {
                unix.Dispose();
                throw new HttpRequestException("The edge does not listen", e);
            }
        },
    });
}

/// <summary>Part of an edge's status.</summary>
/// <param name="IsLinkUp">Whether it is connected with the broker.</param>
/// <param name="AcceptedReadings">Readings on its disk since its outbox was made.</param>
/// <param name="ReceiptedPacks">Packs the cloud has proved to have stored.</param>
/// <param name="Depth">Packs that wait for their receipt.</param>
/// <param name="ReadingsWaiting">Readings that wait for their receipt.</param>
internal sealed record EdgeStatus(bool IsLinkUp, long AcceptedReadings, long ReceiptedPacks, long Depth, long ReadingsWaiting);

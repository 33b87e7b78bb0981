using System.Text.Json;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Benchmarks.Servers;

/// <summary>
/// An InfluxDB 1.6 of its own with an empty database. Its settings are the defaults (the write-ahead log is synced before each
/// answer), but for folders, ports, its telemetry and how soon an idle shard is written out, so that its size can be measured.
/// </summary>
internal sealed class InfluxServer : IDisposable
{
    public const string Database = "bench";

    // Empty folders of the log still take a few blocks.
    private const long WalBytesIdleMax = 256 * 1024;

    private static readonly TimeSpan FlushMax = TimeSpan.FromSeconds(90);

    private readonly TempFolder _folder = new();
    private readonly HttpClient _http = new();

    private InfluxServer()
    {
        Port = FreePort.Next();
        string config = _folder.Write("influxdb.conf", $"""
            reporting-disabled = true
            bind-address = "127.0.0.1:{FreePort.Next()}"
            [meta]
              dir = "{_folder.At("data/meta")}"
            [data]
              dir = "{_folder.At("data/data")}"
              wal-dir = "{_folder.At("data/wal")}"
              query-log-enabled = false
              cache-snapshot-write-cold-duration = "5s"
              compact-full-write-cold-duration = "5s"
            [http]
              bind-address = "127.0.0.1:{Port}"
              log-enabled = false
            [monitor]
              store-enabled = false
            [logging]
              level = "warn"
            """);
        Process = ServerProcess.Start("influxd", "influxdb", "influxd", ["-config", config]);
    }

    public int Port { get; }

    public ServerProcess Process { get; }

    /// <summary>Where lines are posted.</summary>
    public string WriteAddress => $"{Address}/write?db={Database}&precision=s";

    /// <summary>The bytes of data and write-ahead log.</summary>
    public long DiskBytes => _folder.Bytes("data");

    private string Address => $"http://127.0.0.1:{Port}";

    /// <summary>Starts it, waits until it answers and makes the database.</summary>
    public static async Task<InfluxServer> StartAsync()
    {
        InfluxServer influx = new();
        try
        {
            await Wait.UntilAnswersAsync(influx._http, $"{influx.Address}/ping", TimeSpan.FromSeconds(30), influx.Process);
            using HttpResponseMessage made = await influx._http.PostAsync(
                new Uri($"{influx.Address}/query?q=CREATE%20DATABASE%20{Database}"), null);
            made.EnsureSuccessStatusCode();
            return influx;
        }
        catch
        {
            influx.Dispose();
            throw;
        }
    }

    /// <summary>How many values it holds, by its own count.</summary>
    public async Task<long> CountAsync()
    {
        string text = await _http.GetStringAsync(
            new Uri($"{Address}/query?db={Database}&q=SELECT%20count(value)%20FROM%20%2F.*%2F"));
        using JsonDocument answer = JsonDocument.Parse(text);
        JsonElement result = answer.RootElement.GetProperty("results")[0];
        return result.TryGetProperty("series", out JsonElement series)
            ? series.EnumerateArray().Sum(s => s.GetProperty("values")[0][1].GetInt64())
            : 0;
    }

    /// <summary>Waits until the write-ahead log is written out and compaction has ended: the size stands still.</summary>
    public async Task SettleAsync()
    {
        long last = -1;
        int still = 0;
        double cpu = Process.CpuSeconds;
        await Wait.UntilAsync("influxd to write out its cache", FlushMax, async () =>
        {
            await Task.Delay(1000);
            long now = DiskBytes;
            double used = Process.CpuSeconds;
            still = now == last && used - cpu < 0.05 && _folder.Bytes("data/wal") < WalBytesIdleMax ? still + 1 : 0;
            (last, cpu) = (now, used);
            return still >= 4;
        }, Process);
    }

    public void Dispose()
    {
        Process.Dispose();
        _http.Dispose();
        _folder.Dispose();
    }
}

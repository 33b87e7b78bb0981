using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Benchmarks.Servers;

/// <summary>
/// A Node-RED of its own with the flow of <c>node-red/flows.json</c>: mqtt in, a function that turns a pack into lines and
/// gathers them to batches, a request to InfluxDB, a count of what InfluxDB has confirmed.
/// </summary>
internal sealed class NodeRedServer : IDisposable
{
    private static readonly TimeSpan InstallMax = TimeSpan.FromMinutes(5);

    private readonly TempFolder _folder = new();
    private readonly HttpClient _http = new();
    private readonly int _port = FreePort.Next();

    private NodeRedServer(string installed, int brokerPort, InfluxServer influx)
    {
        string sources = Path.Combine(Checkout.Sources, "node-red");
        _folder.Write("flows.json", File.ReadAllText(Path.Combine(sources, "flows.json"))
            .Replace("@BROKER_PORT@", $"{brokerPort}", StringComparison.Ordinal)
            .Replace("@INFLUX_WRITE@", influx.WriteAddress, StringComparison.Ordinal));
        _folder.Write("settings.js", File.ReadAllText(Path.Combine(sources, "settings.js"))
            .Replace("@PORT@", $"{_port}", StringComparison.Ordinal));
        Process = ServerProcess.Start(
            "node-red",
            "nodejs npm",
            "node",
            [
                Path.Combine(installed, "node_modules", "node-red", "red.js"),
                "--settings", _folder.At("settings.js"), "--userDir", _folder.At("."), _folder.At("flows.json"),
            ],
            ("NODE_ENV", "production"));
    }

    public ServerProcess Process { get; }

    /// <summary>Installs it on first use, starts it and waits until the flow runs.</summary>
    public static async Task<NodeRedServer> StartAsync(int brokerPort, InfluxServer influx)
    {
        NodeRedServer server = new(Install(), brokerPort, influx);
        try
        {
            await Wait.UntilAnswersAsync(
                server._http, $"{server.WrittenAddress}", TimeSpan.FromSeconds(60), server.Process);
            await Wait.UntilAsync(
                "node-red to connect to the broker", TimeSpan.FromSeconds(30), server.IsConnectedAsync, server.Process);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    private string WrittenAddress => $"http://127.0.0.1:{_port}/written";

    /// <summary>How many packs are in batches that InfluxDB has confirmed.</summary>
    public async Task<long> PacksWrittenAsync() => long.Parse(await _http.GetStringAsync(new Uri(WrittenAddress)));

    public void Dispose()
    {
        Process.Dispose();
        _http.Dispose();
        _folder.Dispose();
    }

    /// <summary>The packages by the committed lock file, kept in the git-ignored folder.</summary>
    private static string Install()
    {
        string folder = Path.Combine(Checkout.Cache, "node-red");
        string sources = Path.Combine(Checkout.Sources, "node-red");
        string stamp = Path.Combine(folder, "installed.json");
        string wanted = File.ReadAllText(Path.Combine(sources, "package-lock.json"));
        if (File.Exists(stamp) && File.ReadAllText(stamp) == wanted)
        {
            return folder;
        }

        Progress.Say("Installing Node-RED from npm (once)");
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(sources, "package.json"), Path.Combine(folder, "package.json"), overwrite: true);
        File.Copy(Path.Combine(sources, "package-lock.json"), Path.Combine(folder, "package-lock.json"), overwrite: true);
        Tool.Run("npm", "npm", folder, InstallMax, "ci", "--no-audit", "--no-fund", "--ignore-scripts");
        File.WriteAllText(stamp, wanted);
        return folder;
    }

    private async Task<bool> IsConnectedAsync() =>
        await _http.GetStringAsync(new Uri($"http://127.0.0.1:{_port}/connected")) == "true";
}

using System.Text.Json.Nodes;

namespace EnviAgriNet.Demo.Field;

/// <summary>The edge of one centre.</summary>
public sealed class EdgeNode : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    private readonly ProgramFiles _programs;
    private readonly string _configFile;

    /// <summary>An edge that is not started yet, with settings for a station on this machine.</summary>
    /// <param name="programs">Where the programs are.</param>
    /// <param name="folder">A folder of its own; must exist.</param>
    /// <param name="station">The station's id.</param>
    /// <param name="region">The station's region code.</param>
    /// <param name="actuatorSocket">Where the firmware host of the station takes orders for siren and board.</param>
    public EdgeNode(ProgramFiles programs, string folder, string station, string region, string actuatorSocket)
    {
        _programs = programs;
        _configFile = Path.Combine(folder, "edge.json");
        SocketPath = Path.Combine(folder, "edge.sock");
        Process = new FieldProcess("edge", folder, Command);
        Settings = new JsonObject
        {
            ["Station"] = new JsonObject { ["Id"] = station, ["Region"] = region },
            ["Intake"] = new JsonObject { ["Socket"] = SocketPath },
            ["Outbox"] = new JsonObject { ["Folder"] = Path.Combine(folder, "outbox") },
            ["Packing"] = new JsonObject { ["AgeMax"] = "00:00:00.500" },
            ["Mqtt"] = new JsonObject { ["Host"] = "127.0.0.1", ["BackOffMax"] = "00:00:02" },
            ["Downlink"] = new JsonObject { ["ActuatorSocket"] = actuatorSocket },
            ["Status"] = new JsonObject { ["Listen"] = string.Empty },
        };
    }

    /// <summary>The process.</summary>
    public FieldProcess Process { get; }

    /// <summary>The intake's socket.</summary>
    public string SocketPath { get; }

    /// <summary>The settings; changes hold from the next start on.</summary>
    public JsonObject Settings { get; }

    /// <summary>Where the outbox lies.</summary>
    public string OutboxFolder => Settings["Outbox"]!["Folder"]!.GetValue<string>();

    /// <summary>Starts it and waits until its intake answers.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        StartOnly();
        await Awaiting.UntilAsync(
            "the edge to answer on its socket",
            StartLimit,
            async token =>
            {
                Process.ThrowIfEnded();
                await StatusAsync(token);
                return null;
            },
            cancellationToken);
    }

    /// <summary>Starts it and returns at once.</summary>
    public void StartOnly()
    {
        SettingsFile.Write(_configFile, Settings);
        Process.Start();
    }

    /// <summary>What the running edge says of itself.</summary>
    public async Task<EdgeStatus> StatusAsync(CancellationToken cancellationToken) =>
        new(await LocalHttp.GetAsync(SocketPath, "/v1/status", cancellationToken));

    /// <inheritdoc/>
    public void Dispose() => Process.Dispose();

    private IReadOnlyList<string> Command() => _programs.Command(FieldProgram.Edge, "--config", _configFile);
}

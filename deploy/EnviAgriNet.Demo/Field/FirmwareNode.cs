using System.Text.Json.Nodes;

namespace EnviAgriNet.Demo.Field;

/// <summary>The firmware host of one centre.</summary>
public sealed class FirmwareNode : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    private readonly ProgramFiles _programs;
    private readonly string _configFile;

    /// <summary>A firmware host that is not started yet. Its board is set by the caller in <see cref="Settings"/>.</summary>
    /// <param name="programs">Where the programs are.</param>
    /// <param name="folder">A folder of its own; must exist.</param>
    /// <param name="station">The station's id.</param>
    /// <param name="region">The station's region code.</param>
    /// <param name="edgeSocket">The socket of the station's edge.</param>
    public FirmwareNode(ProgramFiles programs, string folder, string station, string region, string edgeSocket)
    {
        _programs = programs;
        _configFile = Path.Combine(folder, "firmware.json");
        SocketPath = ActuatorSocket(folder);
        Process = new FieldProcess("firmware", folder, Command);
        Settings = new JsonObject
        {
            ["Station"] = new JsonObject { ["Id"] = station, ["Region"] = region },
            ["Board"] = new JsonObject(),
            ["Link"] = new JsonObject { ["Socket"] = edgeSocket },
            ["Actuators"] = new JsonObject { ["Socket"] = SocketPath },
        };
    }

    /// <summary>The process.</summary>
    public FieldProcess Process { get; }

    /// <summary>Where it takes orders and tells its status.</summary>
    public string SocketPath { get; }

    /// <summary>The settings; changes hold from the next start on.</summary>
    public JsonObject Settings { get; }

    /// <summary>The socket a firmware host of that folder will have.</summary>
    public static string ActuatorSocket(string folder) => Path.Combine(folder, "board.sock");

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        StartOnly();
        await Awaiting.UntilAsync(
            "the firmware host to answer on its socket",
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

    /// <summary>What the running firmware host says of itself.</summary>
    public async Task<FirmwareStatus> StatusAsync(CancellationToken cancellationToken) =>
        new(await LocalHttp.GetAsync(SocketPath, "/v1/status", cancellationToken));

    /// <inheritdoc/>
    public void Dispose() => Process.Dispose();

    private IReadOnlyList<string> Command() => _programs.Command(FieldProgram.Firmware, "--config", _configFile);
}

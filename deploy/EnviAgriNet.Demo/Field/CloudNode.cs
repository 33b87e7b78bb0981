using System.Diagnostics;
using System.Text.Json.Nodes;

namespace EnviAgriNet.Demo.Field;

/// <summary>The cloud.</summary>
public sealed class CloudNode : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan CommandLimit = TimeSpan.FromSeconds(60);

    private readonly ProgramFiles _programs;
    private readonly string _folder;
    private readonly string _configFile;

    /// <summary>A cloud that is not started yet.</summary>
    /// <param name="programs">Where the programs are.</param>
    /// <param name="folder">A folder of its own; must exist.</param>
    /// <param name="port">The port of its page on loopback.</param>
    public CloudNode(ProgramFiles programs, string folder, int port)
    {
        _programs = programs;
        _folder = folder;
        _configFile = Path.Combine(folder, "cloud.json");
        Url = new Uri($"http://127.0.0.1:{port}/");
        Process = new FieldProcess("cloud", folder, () => _programs.Command(FieldProgram.Cloud, "--config", _configFile));
        Settings = new JsonObject
        {
            ["Cloud"] = new JsonObject { ["DataFolder"] = Path.Combine(folder, "data"), ["NetworkTime"] = "Replay" },
            ["Mqtt"] = new JsonObject { ["Host"] = "127.0.0.1", ["ClientId"] = "eag-cloud", ["BackOffMax"] = "00:00:02" },
            ["Api"] = new JsonObject { ["Listen"] = $"http://127.0.0.1:{port}" },
            ["Channels"] = new JsonObject { ["Phone"] = new JsonObject { ["Enabled"] = true } },
        };
    }

    /// <summary>The process.</summary>
    public FieldProcess Process { get; }

    /// <summary>The address of the page.</summary>
    public Uri Url { get; }

    /// <summary>The settings; changes hold from the next start and the next command on.</summary>
    public JsonObject Settings { get; }

    /// <summary>The folder with <c>readings.db</c> and <c>registry.db</c>.</summary>
    public string DataPath => Settings["Cloud"]!["DataFolder"]!.GetValue<string>();

    /// <summary>Starts it and waits until its page answers.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        StartOnly();
        await Awaiting.UntilAsync(
            "the cloud to answer",
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

    /// <summary>What the running cloud says of itself.</summary>
    public async Task<CloudStatus> StatusAsync(CancellationToken cancellationToken) =>
        new(await LocalHttp.GetAsync(new Uri(Url, "/api/status"), cancellationToken));

    /// <summary>The ledger, as the command prints it.</summary>
    public async Task<Ledger> LedgerAsync(CancellationToken cancellationToken) =>
        Ledger.Parse(await RequireAsync(["ledger", "--json"], cancellationToken));

    /// <summary>Every alert version, as the command prints them.</summary>
    public async Task<AlertHistory> AlertsAsync(CancellationToken cancellationToken) =>
        AlertHistory.Parse(await RequireAsync(["alert", "list", "--json", "--count", "100000"], cancellationToken));

    /// <summary>Runs a command of the cloud and returns its output; throws when it fails.</summary>
    public async Task<string> RequireAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        CommandResult result = await RunAsync(arguments, cancellationToken);
        return result.ExitCode == 0
            ? result.Output
            : throw new FieldException(
                $"eag-cloud {string.Join(' ', arguments)} ended with exit code {result.ExitCode}:\n{result.Errors}");
    }

    /// <summary>Runs a command of the cloud beside it, with its settings.</summary>
    public async Task<CommandResult> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        SettingsFile.Write(_configFile, Settings);
        Directory.CreateDirectory(DataPath);
        using Process process = ProcessStarter.Start(
            _programs.Command(FieldProgram.Cloud, [.. arguments, "--config", _configFile]), _folder, Process.Environment, null);
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(CommandLimit);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new CommandResult(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            process.Kill();
            throw new FieldException($"eag-cloud {string.Join(' ', arguments)} did not end within {CommandLimit.TotalSeconds} s", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Process.Dispose();
}

using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnviAgriNet.Cloud.Tests.Channels.Sms.FullCycle;

/// <summary>The cloud as a process of its own, to be killed and started again.</summary>
internal sealed class CloudProcess : IDisposable
{
    private const int LinesKept = 60;

    private readonly string _configFile;
    private readonly Queue<string> _lines = new();
    private Process? _process;

    /// <summary>A cloud that does not run yet.</summary>
    /// <param name="folder">Where its settings file goes.</param>
    /// <param name="settings">Its settings.</param>
    public CloudProcess(string folder, JsonObject settings)
    {
        _configFile = Path.Combine(folder, "cloud.json");
        File.WriteAllText(_configFile, settings.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }

    /// <summary>How often it was started.</summary>
    public int Starts { get; private set; }

    /// <summary>Its last lines.</summary>
    public string Tail
    {
        get
        {
            lock (_lines)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    /// <summary>Starts it and returns at once.</summary>
    public void Start()
    {
        _process = Launch("run");
        Starts++;
    }

    /// <summary>Runs a command beside it, to its end.</summary>
    public async Task OrderAsync(params string[] words)
    {
        using Process command = Launch(words);
        await command.WaitForExitAsync();
        if (command.ExitCode != 0)
        {
            throw new InvalidOperationException($"eag-cloud {string.Join(' ', words)} ended with {command.ExitCode}");
        }
    }

    /// <summary>SIGKILL.</summary>
    public void Kill()
    {
        if (_process is { } process)
        {
            _process = null;
            process.Kill();
            process.WaitForExit(TimeSpan.FromSeconds(10));
            process.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Kill();

    private static string Host() =>
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    private Process Launch(params string[] words)
    {
        DirectoryInfo own = new(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        string program = Path.Combine(own.Parent!.Parent!.FullName, "EnviAgriNet.Cloud", own.Name, "eag-cloud.dll");
        ProcessStartInfo start = new(Host(), [program, .. words, "--config", _configFile])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_gcServer"] = "0";
        Process process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > LinesKept)
            {
                _lines.Dequeue();
            }
        }
    }
}

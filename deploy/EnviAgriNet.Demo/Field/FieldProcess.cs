using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace EnviAgriNet.Demo.Field;

/// <summary>
/// One role in the field as a real process that can be started, stopped, killed and started again. Its output is appended to one
/// log file over all starts. It never outlives this process. Not safe for use by several threads.
/// </summary>
public sealed partial class FieldProcess : IDisposable
{
    private const int SignalTerminate = 15;

    private readonly Func<IReadOnlyList<string>> _command;
    private readonly string _folder;
    private Process? _process;

    /// <summary>A role that is not started yet.</summary>
    /// <param name="name">What it is called in messages and as log file.</param>
    /// <param name="folder">The working folder and the place of the log file; must exist.</param>
    /// <param name="command">The command line, asked for at each start.</param>
    public FieldProcess(string name, string folder, Func<IReadOnlyList<string>> command)
    {
        Name = name;
        LogFile = Path.Combine(folder, name + ".log");
        _folder = folder;
        _command = command;
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>Where its output goes.</summary>
    public string LogFile { get; }

    /// <summary>Variables for the next start, beside those of this process.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>Whether a process runs in this role now.</summary>
    public bool IsRunning => _process is { HasExited: false };

    /// <summary>The id of the process, or null when none was started.</summary>
    public int? Id => _process?.Id;

    /// <summary>How the last process ended: its exit code, 128 + signal when it was killed, null while it runs.</summary>
    public int? ExitCode => _process is { HasExited: true } ended ? ended.ExitCode : null;

    /// <summary>How often a process was started in this role.</summary>
    public int Starts { get; private set; }

    /// <summary>Starts a process; throws when one runs.</summary>
    public void Start()
    {
        if (IsRunning)
        {
            throw new InvalidOperationException($"{Name} runs already");
        }

        _process?.Dispose();
        Starts++;
        File.AppendAllText(LogFile, $"--- start {Starts} of {Name}\n");
        _process = ProcessStarter.Start(_command(), _folder, Environment, LogFile);
    }

    /// <summary>Kills the process as <c>kill -9</c> does and waits until it is gone; does nothing when none runs.</summary>
    public void Kill()
    {
        if (_process is null)
        {
            return;
        }

        try
        {
            _process.Kill();
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended by itself in this moment.
        }

        _process.WaitForExit();
    }

    /// <summary>
    /// Asks the process to end and waits; kills it when it has not ended within the limit. True when it ended by itself.
    /// </summary>
    public async Task<bool> StopAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        if (!IsRunning)
        {
            return true;
        }

        // It fails when the process has ended in this moment, and that is what the wait below finds.
        _ = Signal(_process!.Id, SignalTerminate);
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ended.CancelAfter(limit);
        try
        {
            await _process.WaitForExitAsync(ended.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            Kill();
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }

    /// <summary>Throws, with the end of its output, when no process runs in this role.</summary>
    /// <exception cref="FieldException">It ended.</exception>
    public void ThrowIfEnded()
    {
        if (!IsRunning)
        {
            throw new FieldException($"{Name} ended with exit code {ExitCode}:\n{Tail(20)}");
        }
    }

    /// <summary>The last lines of its output, or a note that there is none.</summary>
    public string Tail(int lines)
    {
        if (!File.Exists(LogFile))
        {
            return "(no output)";
        }

        using FileStream file = new(LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using StreamReader reader = new(file);
        Queue<string> last = new();
        while (reader.ReadLine() is { } line)
        {
            last.Enqueue(line.Length <= 400 ? line : line[..400] + "…");
            if (last.Count > lines)
            {
                last.Dequeue();
            }
        }

        return string.Join('\n', last);
    }

    /// <summary>Kills the process when it runs.</summary>
    public void Dispose()
    {
        Kill();
        _process?.Dispose();
        _process = null;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}

using System.Diagnostics;

namespace EnviAgriNet.Testing;

/// <summary>
/// One of Kannel's two programs, supervised as the shipped units do it: its output is read, and when it ends by itself it is started
/// again after a second. What it said last and how it ended is kept, since a box that ends says code 0.
/// </summary>
internal sealed class KannelBox : IDisposable
{
    private const int LinesKept = 40;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan RestartAfter = TimeSpan.FromSeconds(1);

    private readonly string _program;
    private readonly string _folder;
    private readonly Action _onDeath;
    private readonly Lock _guard = new();
    private readonly Queue<string> _lines = new();
    private readonly List<string> _deaths = [];
    private Process? _process;
    private bool _isWanted;

    /// <summary>A box that does not run yet.</summary>
    /// <param name="program">Its file.</param>
    /// <param name="folder">Where its configuration is.</param>
    /// <param name="onDeath">Called after it ended by itself, before it is started again.</param>
    public KannelBox(string program, string folder, Action onDeath)
    {
        _program = program;
        _folder = folder;
        _onDeath = onDeath;
    }

    /// <summary>How it ended by itself, each with its exit code and its last lines.</summary>
    public IReadOnlyList<string> Deaths
    {
        get
        {
            lock (_guard)
            {
                return [.. _deaths];
            }
        }
    }

    /// <summary>Whether its process is there.</summary>
    public bool IsRunning
    {
        get
        {
            lock (_guard)
            {
                return _process is { HasExited: false };
            }
        }
    }

    /// <summary>Starts it, and from now on again whenever it ends.</summary>
    public void Start()
    {
        lock (_guard)
        {
            _isWanted = true;
            Launch();
        }
    }

    /// <summary>SIGKILL; it stays dead until <see cref="Start"/>.</summary>
    public void Kill()
    {
        lock (_guard)
        {
            _isWanted = false;
            End();
        }
    }

    /// <summary>Ends it and starts it afresh, unless it is not wanted.</summary>
    public void Restart()
    {
        lock (_guard)
        {
            if (_isWanted)
            {
                End();
                Launch();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Kill();

    private void Launch()
    {
        Process process = new()
        {
            StartInfo = new ProcessStartInfo(_program, ["-v", "2", "kannel.conf"])
            {
                WorkingDirectory = _folder,
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            },
        };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;
        _ = WatchAsync(process);
    }

    private void End()
    {
        if (_process is { } process)
        {
            _process = null;
            process.Kill();

            // Without a limit it would also wait for whoever inherited the output.
            process.WaitForExit(TimeSpan.FromSeconds(10));
            process.Dispose();
        }
    }

    private async Task WatchAsync(Process process)
    {
        while (!HasExited(process))
        {
            await Task.Delay(LookEvery);
        }

        lock (_guard)
        {
            if (_process != process)
            {
                // Its end was ordered.
                return;
            }

            string said;
            lock (_lines)
            {
                said = string.Join("\n  ", _lines);
            }

            _deaths.Add($"{Path.GetFileName(_program)} ended by itself with {process.ExitCode}; it said last:\n  {said}");
        }

        await Task.Delay(RestartAfter);
        lock (_guard)
        {
            if (_process != process || !_isWanted)
            {
                return;
            }

            process.Dispose();
            Launch();
        }

        _onDeath();
    }

    private bool HasExited(Process process)
    {
        lock (_guard)
        {
            // One that was ended on order is disposed of.
            return _process != process || process.HasExited;
        }
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

using System.Diagnostics;
using System.Globalization;

namespace EnviAgriNet.Benchmarks.Machine;

/// <summary>A server under measurement: its own process, which dies with us, with its CPU time and peak memory from /proc.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const int LinesKept = 40;
    private const double TicksPerSecond = 100;

    private readonly Process _process;
    private readonly Queue<string> _tail = new();

    private ServerProcess(string name, Process process)
    {
        Name = name;
        _process = process;
    }

    public string Name { get; }

    public bool HasExited => _process.HasExited;

    /// <summary>Processor time so far, user and system, of all threads.</summary>
    public double CpuSeconds
    {
        get
        {
            string stat = ReadProc("stat");
            string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return (Number(fields[11]) + Number(fields[12])) / TicksPerSecond;
        }
    }

    /// <summary>Bytes it caused to be sent to the disk so far (write_bytes), what it deleted unsent included.</summary>
    public long WrittenBytes => long.Parse(
        ReadProc("io").Split('\n').Single(l => l.StartsWith("write_bytes:", StringComparison.Ordinal)).Split(' ')[1], CultureInfo.InvariantCulture);

    /// <summary>The most memory that was resident at once (VmHWM), in MiB.</summary>
    public double PeakMiB => StatusKiB("VmHWM:") / 1024.0;

    /// <summary>The memory that is resident now (VmRSS), in MiB.</summary>
    public double ResidentMiB => StatusKiB("VmRSS:") / 1024.0;

    /// <summary>The resident memory that no other process shares, in MiB: what is free again when it ends.</summary>
    public double PrivateMiB => ReadProc("smaps_rollup").Split('\n')
        .Where(l => l.StartsWith("Private_", StringComparison.Ordinal) && !l.StartsWith("Private_Hugetlb", StringComparison.Ordinal))
        .Sum(l => Number(l.Split(':')[1].Trim().Split(' ')[0])) / 1024.0;

    /// <summary>Starts a program found on the PATH.</summary>
    /// <param name="name">What it is called in reports.</param>
    /// <param name="package">What to install when it is missing.</param>
    /// <param name="file">The program.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="environment">Further environment variables.</param>
    public static ServerProcess Start(
        string name, string package, string file, IEnumerable<string> args, params (string Key, string Value)[] environment)
    {
        Tool.Require(file, package);
        Tool.Require("setpriv", "util-linux");
        ProcessStartInfo start = new("setpriv")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (string arg in new[] { "--pdeathsig", "KILL", "--", Tool.Find(file)! }.Concat(args))
        {
            start.ArgumentList.Add(arg);
        }

        foreach ((string key, string value) in environment)
        {
            start.Environment[key] = value;
        }

        Process process = ProcessStarter.Start(start);
        ServerProcess server = new(name, process);
        process.OutputDataReceived += (_, e) => server.Keep(e.Data);
        process.ErrorDataReceived += (_, e) => server.Keep(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return server;
    }

    /// <summary>The last lines it wrote.</summary>
    public string Tail()
    {
        lock (_tail)
        {
            return string.Join(Environment.NewLine, _tail);
        }
    }

    /// <summary>Throws with its last words when it has ended by itself.</summary>
    public void RequireAlive()
    {
        if (_process.HasExited)
        {
            _process.WaitForExit();
            throw new BenchmarkException(
                $"{Name} ended with {_process.ExitCode}; its last lines:{Environment.NewLine}{Tail()}");
        }
    }

    /// <summary>Asks it to end and waits; false when it had to be killed.</summary>
    public bool Stop(TimeSpan limit)
    {
        if (!_process.HasExited)
        {
            using Process kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            kill.WaitForExit();
        }

        if (_process.WaitForExit(limit))
        {
            return true;
        }

        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        return false;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_tail)
        {
            _tail.Enqueue(line);
            if (_tail.Count > LinesKept)
            {
                _tail.Dequeue();
            }
        }
    }

    private double StatusKiB(string key) => Number(
        ReadProc("status").Split('\n').First(l => l.StartsWith(key, StringComparison.Ordinal))[key.Length..].Trim().Split(' ')[0]);

    private string ReadProc(string file)
    {
        RequireAlive();
        return File.ReadAllText($"/proc/{_process.Id}/{file}");
    }
}

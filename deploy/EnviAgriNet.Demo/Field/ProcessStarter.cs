using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace EnviAgriNet.Demo.Field;

/// <summary>
/// Starts processes that die with this one, even when it is killed. The kernel ties a child to the thread that made it, so one
/// thread that lives as long as the process makes them all.
/// </summary>
internal static class ProcessStarter
{
    private static readonly BlockingCollection<Action> Orders = [];
    // Held so that the order of initialisation is plain: the queue first, then its reader.
    private static readonly Thread Worker = StartWorker();

    /// <summary>
    /// Starts a command in a session of its own, so that a Ctrl-C at the terminal reaches this process alone and it can stop
    /// the others in order.
    /// </summary>
    /// <param name="command">Program and arguments.</param>
    /// <param name="folder">The working folder.</param>
    /// <param name="environment">Variables added to this process's own.</param>
    /// <param name="log">The file its output is appended to; null leaves the output to be read from the process.</param>
    public static Process Start(
        IReadOnlyList<string> command, string folder, IReadOnlyDictionary<string, string> environment, string? log)
    {
        ProcessStartInfo start = new("setsid")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        Add(start, "setpriv", "--pdeathsig", "KILL", "--");
        // Whoever was killed before the kernel knew of the tie is not there any more to be told of. The shell hands its place over to
        // the program: the process id stays.
        const string BehindLivingParent = "[ \"$PPID\" = \"$1\" ] || exit 1; shift; ";
        string parent = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        if (log is null)
        {
            start.RedirectStandardOutput = true;
            start.RedirectStandardError = true;
            Add(start, "sh", "-c", BehindLivingParent + "exec \"$@\"", "sh", parent);
        }
        else
        {
            // No pipe can fill up.
            Add(start, "sh", "-c", BehindLivingParent + "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1 </dev/null", "sh", parent, log);
        }

        Add(start, [.. command]);
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        TaskCompletionSource<Process> started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Orders.Add(() => Run(start, started));
        Process process = started.Task.GetAwaiter().GetResult();
        process.StandardInput.Close();
        return process;
    }

    private static void Add(ProcessStartInfo start, params ReadOnlySpan<string> arguments)
    {
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
    }

    private static void Run(ProcessStartInfo start, TaskCompletionSource<Process> started)
    {
        try
        {
            started.SetResult(Process.Start(start)!);
        }
        catch (Exception e)
        {
            started.SetException(new FieldException($"Cannot start '{start.ArgumentList[^1]}': {e.Message}", e));
        }
    }

    private static Thread StartWorker()
    {
        Thread worker = new(() =>
        {
            foreach (Action order in Orders.GetConsumingEnumerable())
            {
                order();
            }
        })
        { IsBackground = true, Name = "process starter" };
        worker.Start();
        return worker;
    }
}

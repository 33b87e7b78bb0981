using System.Collections.Concurrent;
using System.Diagnostics;

namespace EnviAgriNet.Benchmarks.Machine;

/// <summary>
/// Starts processes from one thread that lives as long as we do: the kernel sends a child its parent-death signal when
/// the <em>thread</em> that made it ends, and threads of the pool end when they like.
/// </summary>
internal static class ProcessStarter
{
    private static readonly BlockingCollection<Action> Orders = [];

    static ProcessStarter()
    {
        new Thread(() =>
        {
            foreach (Action order in Orders.GetConsumingEnumerable())
            {
                order();
            }
        })
        {
            IsBackground = true,
            Name = "process-starter",
        }.Start();
    }

    public static Process Start(ProcessStartInfo start)
    {
        TaskCompletionSource<Process> started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Orders.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(start)!);
            }
            catch (Exception e)
            {
                started.SetException(e);
            }
        });
        return started.Task.GetAwaiter().GetResult();
    }
}

using EnviAgriNet.Benchmarks.Machine;

namespace EnviAgriNet.Benchmarks.Science;

/// <summary>How often a second of processor time something can be done.</summary>
internal sealed record ScienceCost(string Name, double PerSecond)
{
    /// <summary>Repeats a batch of known size until the time is over.</summary>
    /// <param name="name">What is done.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="batch">Does it and returns how often it did.</param>
    public static ScienceCost Measure(string name, double seconds, Func<long> batch)
    {
        TimeSpan begin = Environment.CpuUsage.TotalTime;
        long done = 0;
        double spent;
        do
        {
            done += batch();
            spent = (Environment.CpuUsage.TotalTime - begin).TotalSeconds;
        }
        while (spent < seconds);
        ScienceCost cost = new(name, done / spent);
        Progress.Say($"{name}: {cost.PerSecond:N0} a second");
        return cost;
    }
}

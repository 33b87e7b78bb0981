namespace EnviAgriNet.Benchmarks.Machine;

/// <summary>Processor time of server processes and of the load generator since it was made.</summary>
internal sealed class CpuMeter(params IReadOnlyList<ServerProcess> servers)
{
    private readonly double _serversBefore = servers.Sum(s => s.CpuSeconds);
    private readonly TimeSpan _loadBefore = Environment.CpuUsage.TotalTime;

    public double Servers => servers.Sum(s => s.CpuSeconds) - _serversBefore;

    public double Load => (Environment.CpuUsage.TotalTime - _loadBefore).TotalSeconds;

    public double PeakMiB => servers.Sum(s => s.PeakMiB);
}

namespace EnviAgriNet.Benchmarks.Ingest;

/// <summary>What one side of the comparison did.</summary>
/// <param name="Name">The side.</param>
/// <param name="Readings">How many distinct readings it stored, by its own count at the end.</param>
/// <param name="Seconds">From the first byte sent to the proof that all are stored.</param>
/// <param name="CpuSeconds">Processor time of all server processes in that time.</param>
/// <param name="CpuSecondsSettled">The same, and what they used afterwards until their files stood still.</param>
/// <param name="LoadCpuSeconds">Processor time of the load generator in that time, on the same cores.</param>
/// <param name="PeakMiB">The sum of the peaks of resident memory of the server processes.</param>
/// <param name="DiskBytes">The bytes on disk after all is written out.</param>
internal sealed record SideResult(
    string Name,
    long Readings,
    double Seconds,
    double CpuSeconds,
    double CpuSecondsSettled,
    double LoadCpuSeconds,
    double PeakMiB,
    long DiskBytes)
{
    public double Rate => Readings / Seconds;

    public double CpuPerMillion => CpuSeconds * 1e6 / Readings;

    public double CpuPerMillionSettled => CpuSecondsSettled * 1e6 / Readings;

    public double LoadCpuPerMillion => LoadCpuSeconds * 1e6 / Readings;

    public double BytesPerReading => (double)DiskBytes / Readings;
}

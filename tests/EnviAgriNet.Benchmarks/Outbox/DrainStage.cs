using System.Diagnostics;
using EnviAgriNet.Benchmarks.Load;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Benchmarks.Servers;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Benchmarks.Outbox;

/// <summary>An edge that was cut off comes back with a full outbox.</summary>
internal static class DrainStage
{
    private const double ReadingsPerSecond = 60_000;
    private const int Batch = 1000;
    private const int Clients = 4;

    private static readonly TimeSpan DrainMax = TimeSpan.FromMinutes(3);

    public static async Task<DrainResult> RunAsync(double seconds)
    {
        int batches = (int)(seconds * ReadingsPerSecond / Batch);
        StationId station = StationId.Parse("bench-00000");
        int brokerPort = FreePort.Next();
        using EdgeServer edge = new(station, ReadingField.Region(0), brokerPort);
        await edge.StartAsync();
        await FillAsync(edge, station, batches);
        edge.Stop();
        using Broker broker = await Broker.StartAsync(brokerPort);
        using CloudServer cloud = new(broker.Port);
        cloud.ImportStations([(station, ReadingField.Region(0))]);
        await cloud.StartAsync();
        await edge.StartAsync();
        CpuMeter edgeCpu = new(edge.Process);
        CpuMeter cloudCpu = new(broker.Process, cloud.Process);
        long begin = Stopwatch.GetTimestamp();
        await Wait.UntilAsync(
            "the outbox to be empty",
            DrainMax,
            async () => (await edge.StatusAsync()) is { Depth: 0, ReadingsWaiting: 0 },
            edge.Process,
            cloud.Process,
            broker.Process);
        double took = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        long readings = (long)batches * Batch;
        EdgeStatus status = await edge.StatusAsync();
        return status.AcceptedReadings == readings
            ? new DrainResult(
                readings, status.ReceiptedPacks, took, edgeCpu.Servers * 1e6 / readings, cloudCpu.Servers * 1e6 / readings)
            : throw new BenchmarkException($"The edge accepted {status.AcceptedReadings} readings of {readings}");
    }

    private static async Task FillAsync(EdgeServer edge, StationId station, int batches)
    {
        const int minutes = 50;
        ReadingField field = new(1, DateTimeOffset.UtcNow.AddMinutes(-minutes * (batches + 1)));
        int next = -1;
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            for (int i = Interlocked.Increment(ref next); i < batches; i = Interlocked.Increment(ref next))
            {
                await edge.PostAsync(SenmlBody.Of(station, field.Readings(0, i * minutes, minutes)));
            }
        })));
    }
}

/// <summary>How an outbox was drained.</summary>
internal sealed record DrainResult(
    long Readings, long Packs, double Seconds, double EdgeCpuPerMillion, double CloudCpuPerMillion)
{
    public double Rate => Readings / Seconds;
}

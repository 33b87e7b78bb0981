using System.Diagnostics;
using EnviAgriNet.Benchmarks.Load;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Benchmarks.Servers;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Benchmarks.Outbox;

/// <summary>Clients post batches as fast as the edge answers.</summary>
internal static class AcceptStage
{
    private const int BodiesPerClient = 64;
    private const double WarmUpSeconds = 1;

    public static async Task<AcceptResult> RunAsync(int batch, int clients, double seconds)
    {
        StationId station = StationId.Parse("bench-00000");
        using EdgeServer edge = new(station, ReadingField.Region(0), FreePort.Next());
        await edge.StartAsync();
        await PostForAsync(edge, BodiesFor(station, batch, clients, firstMinute: 0), WarmUpSeconds);
        byte[][][] bodies = BodiesFor(station, batch, clients, firstMinute: 400_000);
        long before = (await edge.StatusAsync()).AcceptedReadings;
        CpuMeter cpu = new(edge.Process);
        long begin = Stopwatch.GetTimestamp();
        List<double> answersMs = await PostForAsync(edge, bodies, seconds);
        double took = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        double used = cpu.Servers;
        long accepted = (await edge.StatusAsync()).AcceptedReadings - before;
        return accepted == (long)answersMs.Count * batch
            ? new AcceptResult(
                batch, clients, accepted / took, Share.Of(answersMs, 0.5), Share.Of(answersMs, 0.99), used * 1e6 / accepted)
            : throw new BenchmarkException(
                $"The edge says it accepted {accepted} readings, it confirmed {answersMs.Count * batch}");
    }

    /// <summary>Bodies for each client; the clients' times do not meet.</summary>
    private static byte[][][] BodiesFor(StationId station, int batch, int clients, int firstMinute)
    {
        int minutes = batch / ReadingField.SeriesCount;
        ReadingField field = new(1, DateTimeOffset.UtcNow.AddDays(-600));
        return [.. Enumerable.Range(0, clients).Select(client => Enumerable.Range(0, BodiesPerClient).Select(i =>
            SenmlBody.Of(station, field.Readings(0, firstMinute + (((client * BodiesPerClient) + i) * minutes), minutes))).ToArray())];
    }

    private static async Task<List<double>> PostForAsync(EdgeServer edge, byte[][][] bodies, double seconds)
    {
        List<double>[] answers = await Task.WhenAll(bodies.Select(own => Task.Run(async () =>
        {
            List<double> answersMs = [];
            long begin = Stopwatch.GetTimestamp();
            for (int i = 0; Stopwatch.GetElapsedTime(begin).TotalSeconds < seconds; i++)
            {
                long asked = Stopwatch.GetTimestamp();
                await edge.PostAsync(own[i % own.Length]);
                answersMs.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }

            return answersMs;
        })));
        return [.. answers.SelectMany(a => a)];
    }
}

/// <summary>How an edge took batches of one size.</summary>
internal sealed record AcceptResult(int Batch, int Clients, double Rate, double P50Ms, double P99Ms, double CpuPerMillion);

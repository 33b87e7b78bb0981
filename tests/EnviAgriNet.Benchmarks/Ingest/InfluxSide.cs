using System.Diagnostics;
using System.Net;
using EnviAgriNet.Benchmarks.Load;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Benchmarks.Servers;

namespace EnviAgriNet.Benchmarks.Ingest;

/// <summary>InfluxDB takes the readings straight over HTTP: nothing in front of it, no checks, no ledger, no receipts.</summary>
internal static class InfluxSide
{
    private const long TrialReadings = 400_000;

    /// <summary>Ways to write that are tried; the fastest one is measured.</summary>
    private static readonly InfluxWay[] Ways = [new(5_000, 1), new(5_000, 2), new(10_000, 2), new(10_000, 4)];

    /// <summary>Finds the way of writing that suits it best on this machine.</summary>
    public static async Task<InfluxWay> FindBestWayAsync(PackShape shape, DateTimeOffset until)
    {
        (InfluxWay Way, double Rate) best = (Ways[0], 0);
        foreach (InfluxWay way in Ways)
        {
            LineStock stock = LineStock.Make(shape, shape.RoundsFor(TrialReadings), until, way.LinesPerBatch);
            using InfluxServer influx = await InfluxServer.StartAsync();
            double rate = stock.Readings / await WriteAsync(influx, stock, way.Writers);
            Progress.Say($"  trial, {way}: {ResultPage.Count(rate)} readings/s");
            best = rate > best.Rate ? (way, rate) : best;
        }

        return best.Way;
    }

    public static async Task<SideResult> RunAsync(PackShape shape, int rounds, DateTimeOffset until, InfluxWay way)
    {
        LineStock stock = LineStock.Make(shape, rounds, until, way.LinesPerBatch);
        using InfluxServer influx = await InfluxServer.StartAsync();
        CpuMeter cpu = new(influx.Process);
        double seconds = await WriteAsync(influx, stock, way.Writers);
        (double used, double load) = (cpu.Servers, cpu.Load);
        await influx.SettleAsync();
        double settled = cpu.Servers;
        long disk = influx.DiskBytes;
        double peak = cpu.PeakMiB;
        long stored = await influx.CountAsync();
        return stored == stock.Readings
            ? new SideResult("InfluxDB 1.6, straight over HTTP", stored, seconds, used, settled, load, peak, disk)
            : throw new BenchmarkException($"InfluxDB holds {stored} readings of {stock.Readings}");
    }

    private static async Task<double> WriteAsync(InfluxServer influx, LineStock stock, int writers)
    {
        using HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = writers });
        Uri address = new(influx.WriteAddress);
        int next = -1;
        long begin = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(WriterAsync)));
        return Stopwatch.GetElapsedTime(begin).TotalSeconds;

        async Task WriterAsync()
        {
            for (int i = Interlocked.Increment(ref next); i < stock.Batches.Count; i = Interlocked.Increment(ref next))
            {
                using ByteArrayContent body = new(stock.Batches[i]);
                using HttpResponseMessage answer = await http.PostAsync(address, body);
                if (answer.StatusCode != HttpStatusCode.NoContent)
                {
                    throw new BenchmarkException(
                        $"InfluxDB answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
                }
            }
        }
    }
}

/// <summary>How lines are written to InfluxDB.</summary>
internal sealed record InfluxWay(int LinesPerBatch, int Writers)
{
    public override string ToString() => $"batches of {ResultPage.Count(LinesPerBatch)} lines, {Writers} writers at once";
}

using System.Text.Json;
using EnviAgriNet.Benchmarks.Load;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Benchmarks.Ingest;

/// <summary>How many readings a second are taken durably, end to end, beside InfluxDB alone and Node-RED with InfluxDB.</summary>
internal static class IngestBench
{
    private const double SecondsDefault = 20;

    // What each side is given to do, from its rate on a two-core machine; each rate is scaled by its own time.
    private const double ReadingsPerSecond = 150_000;
    private const double NodeRedReadingsPerSecond = 40_000;
    private const long NodeRedReadingsMin = 200_000;

    public static async Task RunAsync(BenchCall call)
    {
        double seconds = call.Seconds ?? SecondsDefault;
        double busy = await MachineCard.BusyShareAsync();
        DateTimeOffset until = WholeMinute(DateTimeOffset.UtcNow);
        ResultPage page = IngestPage.Begin();
        List<object> shapes = [];
        foreach (PackShape shape in new[] { PackShape.Backlog, PackShape.Live })
        {
            IngestRun run = new(shape, seconds, until);
            if (call.Only is not null)
            {
                await RunOnlyAsync(run, call.Only);
                continue;
            }

            IReadOnlyList<SideResult> sides = await MeasureAsync(page, run);
            shapes.Add(new
            {
                shape = shape.Name,
                sides = sides.Select(s => new { s.Name, s.Readings, s.Rate, s.CpuPerMillion, s.PeakMiB, s.BytesPerReading }),
            });
        }

        if (call.Only is null)
        {
            await page.SaveAsync(busy);
        }

        if (call.IsJson)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(new { bench = "ingest", shapes }));
        }
    }

    /// <summary>One side of one shape: <c>backlog/influx</c>, <c>live/ours</c>; or of both: <c>node-red</c>.</summary>
    private static async Task RunOnlyAsync(IngestRun run, string only)
    {
        string[] parts = only.Split('/');
        if (parts.Length == 2 && parts[0] != run.Shape.Name)
        {
            return;
        }

        Say(parts[^1] switch
        {
            "influx" => await InfluxSide.RunAsync(
                run.Shape, run.Rounds, run.Until, await InfluxSide.FindBestWayAsync(run.Shape, run.Until)),
            "node-red" => await NodeRedSide.RunAsync(run.Stock(run.NodeRedRounds)),
            "ours" => await CloudSide.RunAsync(run.Stock(run.Rounds)),
            "broker" => await BrokerSide.RunAsync(run.Stock(run.Rounds)),
            "link" => await LinkSide.RunAsync(run.Stock(run.Rounds)),
            _ => throw new BenchmarkException("--only takes influx, node-red, ours, broker or link, with backlog/ or live/ before it if you like"),
        });
    }

    private static async Task<IReadOnlyList<SideResult>> MeasureAsync(ResultPage page, IngestRun run)
    {
        Progress.Say($"{run.Shape.Name}: {ResultPage.Count((double)run.Rounds * run.Shape.ReadingsPerRound)} readings");
        InfluxWay way = await InfluxSide.FindBestWayAsync(run.Shape, run.Until);
        SideResult influx = Say(await InfluxSide.RunAsync(run.Shape, run.Rounds, run.Until, way));
        SideResult nodeRed = Say(await NodeRedSide.RunAsync(run.Stock(run.NodeRedRounds)));
        PackStock stock = run.Stock(run.Rounds);
        SideResult ours = Say(await CloudSide.RunAsync(stock));
        IngestPage.Add(page, stock, way, ours, influx, nodeRed);
        return [ours, influx, nodeRed];
    }

    private static SideResult Say(SideResult side)
    {
        Progress.Say($"  {side.Name}: {ResultPage.Count(side.Readings)} readings at {ResultPage.Count(side.Rate)}/s, "
            + $"{ResultPage.Figure(side.CpuPerMillion)} ({ResultPage.Figure(side.CpuPerMillionSettled)}) CPU-s per million, "
            + $"{ResultPage.Figure(side.BytesPerReading)} bytes on disk each, {side.PeakMiB:F0} MiB, "
            + $"load generator {ResultPage.Figure(side.LoadCpuPerMillion)} CPU-s per million");
        return side;
    }

    private static DateTimeOffset WholeMinute(DateTimeOffset now) =>
        DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / 60 * 60);

    /// <summary>How much of a shape is measured.</summary>
    private sealed record IngestRun(PackShape Shape, double Seconds, DateTimeOffset Until)
    {
        public int Rounds => Shape.RoundsFor((long)(Seconds * ReadingsPerSecond));

        public int NodeRedRounds => Shape.RoundsFor(
            Math.Max(NodeRedReadingsMin, (long)(Seconds * NodeRedReadingsPerSecond)));

        public PackStock Stock(int rounds) => PackStock.Make(Shape, rounds, Until, PackCompression.Gzip);
    }
}

using System.Diagnostics;
using System.Text.Json;
using EnviAgriNet.Benchmarks.Load;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Benchmarks.Packs;

/// <summary>What writing and reading packs costs one thread, and what it allocates.</summary>
internal static class PacksBench
{
    private const double SecondsDefault = 2;
    private const double WarmUpSeconds = 1;
    private const int PacksMin = 64;

    public static async Task RunAsync(BenchCall call)
    {
        double seconds = call.Seconds ?? SecondsDefault;
        double busy = await MachineCard.BusyShareAsync();
        // The compiler's last tier is reached before anything is measured.
        Measure(PackShape.Backlog, PackCompression.Gzip, WarmUpSeconds);
        Measure(PackShape.Live, PackCompression.None, WarmUpSeconds);
        List<PackCost> costs = [];
        foreach (PackShape shape in new[] { PackShape.Backlog, PackShape.Live })
        {
            foreach (PackCompression compression in Enum.GetValues<PackCompression>())
            {
                costs.Add(Measure(shape, compression, seconds));
                Progress.Say($"{costs[^1]}");
            }
        }

        await new ResultPage("packs", "Packs: writing and reading on one thread")
            .Table(
                ["packs", "reading, to the first line", "reading, ns per reading", "writing, ns per reading", "bytes allocated per reading, reading", "bytes per reading"],
                costs.Select(c => new[]
                {
                    c.Kind, ResultPage.Figure(c.DecodeNs / costs[0].DecodeNs), ResultPage.Count(c.DecodeNs), ResultPage.Count(c.EncodeNs),
                    ResultPage.Count(c.DecodeBytes), ResultPage.Figure(c.PayloadBytes),
                }))
            .SaveAsync(busy);
        if (call.IsJson)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(new { bench = "packs", costs }));
        }
    }

    private static PackCost Measure(PackShape shape, PackCompression compression, double seconds)
    {
        int rounds = Math.Max(1, PacksMin / shape.Stations);
        PackStock stock = PackStock.Make(shape, rounds, DateTimeOffset.UtcNow.AddMinutes(-1), compression);
        PackDecoder decoder = new();
        Pack[] packs = [.. Enumerable.Range(0, PacksMin).Select(i =>
            decoder.Decode(stock.Payload(0, i), stock.Field.Stations[i], DateTimeOffset.UtcNow).Pack
            ?? throw new BenchmarkException("A pack of the benchmark was refused"))];
        DateTimeOffset now = DateTimeOffset.UtcNow;
        (double decodeNs, double bytes) = Repeat(
            i => decoder.Decode(stock.Payload(0, i), stock.Field.Stations[i], now), shape.ReadingsPerPack, seconds);
        (double encodeNs, _) = Repeat(i => PackEncoder.Encode(packs[i], compression), shape.ReadingsPerPack, seconds);
        return new PackCost(
            $"{shape.ReadingsPerPack} readings, {(compression == PackCompression.None ? "plain" : "gzip")}",
            decodeNs,
            encodeNs,
            bytes,
            (double)stock.PayloadBytes / stock.Readings);
    }

    private static (double Ns, double Bytes) Repeat(Action<int> act, int readings, double seconds)
    {
        RunFor(act, seconds / 4);
        long allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        long begin = Stopwatch.GetTimestamp();
        long done = RunFor(act, seconds) * readings;
        return (
            Stopwatch.GetElapsedTime(begin).TotalNanoseconds / done,
            (double)(GC.GetAllocatedBytesForCurrentThread() - allocatedBefore) / done);
    }

    private static long RunFor(Action<int> act, double seconds)
    {
        long begin = Stopwatch.GetTimestamp();
        long count = 0;
        while (Stopwatch.GetElapsedTime(begin).TotalSeconds < seconds)
        {
            act((int)(count++ % PacksMin));
        }

        return count;
    }
}

/// <summary>What packs of one kind cost.</summary>
internal sealed record PackCost(string Kind, double DecodeNs, double EncodeNs, double DecodeBytes, double PayloadBytes);

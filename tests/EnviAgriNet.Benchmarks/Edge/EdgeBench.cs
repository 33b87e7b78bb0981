using System.Diagnostics;
using System.Text.Json;
using EnviAgriNet.Benchmarks.Load;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Benchmarks.Servers;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Benchmarks.Edge;

/// <summary>What an edge costs at 20 series a second each: resident memory and share of one core.</summary>
internal static class EdgeBench
{
    private const double SecondsDefault = 60;
    private const double WarmUpSeconds = 10;
    private const double MemoryAimMiB = 80;
    private const double ShareAim = 0.03;
    private const double BytesAim = 600;

    public static async Task RunAsync(BenchCall call)
    {
        double seconds = call.Seconds ?? SecondsDefault;
        double busy = await MachineCard.BusyShareAsync();
        ReadingField field = new(2, DateTimeOffset.UtcNow);
        StationId station = field.Stations[0];
        using Broker broker = await Broker.StartAsync();
        using CloudServer cloud = new(broker.Port);
        cloud.ImportStations([(station, ReadingField.Region(0)), (field.Stations[1], ReadingField.Region(1))]);
        await cloud.StartAsync();
        using EdgeServer edge = new(station, ReadingField.Region(0), broker.Port);
        await edge.StartAsync();
        Progress.Say($"feeding 20 series once a second for {WarmUpSeconds + seconds:F0} s");
        await FeedAsync(edge, field, 0, WarmUpSeconds);
        CpuMeter cpu = new(edge.Process);
        long begin = Stopwatch.GetTimestamp();
        double residentMiB = await FeedAsync(edge, field, (int)WarmUpSeconds, seconds);
        double share = cpu.Servers / Stopwatch.GetElapsedTime(begin).TotalSeconds;
        double privateMiB = edge.Process.PrivateMiB;
        edge.Stop();
        Progress.Say($"20 series once a second through the drivers of sensors for {WarmUpSeconds + seconds:F0} s");
        using RealPathStage stage = new(field.Stations[1], ReadingField.Region(1), broker.Port);
        RealPathCost real = await stage.RunAsync(WarmUpSeconds, seconds);
        await ReportAsync(residentMiB, privateMiB, share, real, seconds, busy);
        if (call.IsJson)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(new { bench = "edge", residentMiB, privateMiB, share, real }));
        }
    }

    /// <summary>Posts each second's readings in real time; returns the most resident memory seen.</summary>
    private static async Task<double> FeedAsync(EdgeServer edge, ReadingField field, int from, double seconds)
    {
        double residentMiB = 0;
        using PeriodicTimer second = new(TimeSpan.FromSeconds(1));
        for (int i = 0; i < seconds; i++)
        {
            DateTimeOffset now = DateTimeOffset.UtcNow;
            Reading[] readings = [.. field.Readings(0, from + i, 1).Select(r => r with { TakenAt = now })];
            await edge.PostAsync(SenmlBody.Of(field.Stations[0], readings));
            residentMiB = Math.Max(residentMiB, edge.Process.ResidentMiB);
            await second.WaitForNextTickAsync();
        }

        return residentMiB;
    }

    private static Task ReportAsync(double residentMiB, double privateMiB, double share, RealPathCost real, double seconds, double busy) =>
        new ResultPage("edge", "Edge: what it costs to run")
            .Paragraph($"A real `eag-edge` takes 20 series once a second, a batch each second, for {seconds:F0} s after "
                + $"{WarmUpSeconds:F0} s of warming up, and sends them through Mosquitto to a real `eag-cloud`.")
            .Table(
                ["what", "to the aim", "figure", "aim"],
                [
                    ["resident memory (most seen of VmRSS)", ResultPage.Figure(residentMiB / MemoryAimMiB), $"{residentMiB:F0} MiB", $"under {MemoryAimMiB:F0}"],
                    ["of it shared with no other process", ResultPage.Figure(privateMiB / MemoryAimMiB), $"{privateMiB:F0} MiB", string.Empty],
                    ["share of one core", ResultPage.Figure(share / ShareAim), $"{share * 100:F2} %", $"under {ShareAim * 100:F0} %"],
                ])
            .Paragraph("Then the same load through the real path: a real `eag-firmware` reads a PMS5003, two soil probes and a weather "
                + "station on pseudo-terminals and a BME280 in a folder like the kernel's, by stand-ins that answer byte by byte, 20 series once a "
                + "second, and hands them to a real `eag-edge`.")
            .Table(
                ["real path", "to the aim", "figure", "aim"],
                [
                    ["readings the edge took", ResultPage.Figure(real.ReadingsPerSecond / 20), $"{real.ReadingsPerSecond:F1}/s", "20"],
                    ["share of one core, both together", ResultPage.Figure(real.Share / ShareAim), $"{real.Share * 100:F2} %", $"under {ShareAim * 100:F0} %"],
                    ["of it the firmware host", ResultPage.Figure(real.FirmwareShare / ShareAim), $"{real.FirmwareShare * 100:F2} %", string.Empty],
                    ["of it the edge", ResultPage.Figure(real.EdgeShare / ShareAim), $"{real.EdgeShare * 100:F2} %", string.Empty],
                    ["resident memory, firmware host", ResultPage.Figure(real.FirmwareMiB / MemoryAimMiB), $"{real.FirmwareMiB:F0} MiB", $"under {MemoryAimMiB:F0}"],
                    ["of it shared with no other process", ResultPage.Figure(real.FirmwarePrivateMiB / MemoryAimMiB), $"{real.FirmwarePrivateMiB:F0} MiB", string.Empty],
                    ["written to the disk by both, per reading", ResultPage.Figure(real.BytesPerReading / BytesAim), $"{real.BytesPerReading:F0} bytes", $"under {BytesAim:F0}"],
                    ["of it the firmware host", ResultPage.Figure(real.FirmwareBytesPerReading / BytesAim), $"{real.FirmwareBytesPerReading:F0} bytes", string.Empty],
                ])
            .SaveAsync(busy);
}

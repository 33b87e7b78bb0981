using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using EnviAgriNet.Benchmarks.Load;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Benchmarks.Servers;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Benchmarks.Alert;

/// <summary>The time from the publication of the reading that brings a Severe warning about to its SMS at the gateway's socket.</summary>
internal static class AlertBench
{
    private const double SecondsDefault = 40;
    private const double BackgroundReadingsPerSecond = 20_000;
    private const double SamplesPerSecond = 4;
    private const int SamplesMin = 100;
    private const int SamplesMax = 600;
    private const double WarmUpSeconds = 5;
    private const double AimMs = 250;
    private const double RateShareMin = 0.95;

    private static readonly PackShape Background = new("background", "1,000 stations, each a pack of 20 readings a second", 1000, 1);
    private static readonly TimeSpan ArriveMax = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(BenchCall call)
    {
        double busy = await MachineCard.BusyShareAsync();
        FloodSite[] sites = [.. Enumerable.Range(
            0, Math.Clamp((int)((call.Seconds ?? SecondsDefault) * SamplesPerSecond), SamplesMin, SamplesMax)).Select(i => new FloodSite(i))];
        using StandInGateway gateway = new();
        using Broker broker = await Broker.StartAsync();
        using TempFolder folder = new();
        using CloudServer cloud = new(broker.Port, Settings(gateway, folder.Write("password", "secret")));
        PackStock background = MakeBackground(sites.Length);
        Import(cloud, sites, background);
        await cloud.StartAsync();
        using ReceiptListener receipts = new(broker.Port, [.. background.Field.Stations, .. sites.Select(s => s.Station)]);
        using MqttWire wire = new(broker.Port, "bench-flood");
        await TellBeforeAsync(sites, wire, receipts, cloud);
        long[] publishedAt = new long[sites.Length];
        CpuMeter cpu = new(broker.Process, cloud.Process);
        long begin = Stopwatch.GetTimestamp();
        double rate = await TriggerAllAsync(sites, wire, background, broker.Port, publishedAt);
        double share = cpu.Servers / Stopwatch.GetElapsedTime(begin).TotalSeconds;
        await Wait.UntilAsync(
            $"messages to all {sites.Length} subscribers (there are {gateway.Recipients})",
            ArriveMax, () => Task.FromResult(gateway.Recipients >= sites.Length), cloud.Process);
        if (sites.Where((s, i) => gateway.ArrivedAt(s.Phone) < publishedAt[i]).Count() is > 0 and int early)
        {
            throw new BenchmarkException($"{early} subscribers were warned before the reading that has to bring it about");
        }

        double[] delaysMs = [.. sites.Select((s, i) =>
            Stopwatch.GetElapsedTime(publishedAt[i], gateway.ArrivedAt(s.Phone)!.Value).TotalMilliseconds)];
        await ReportAsync(call, delaysMs, rate, share, gateway.Repeats, busy);
    }

    private static Dictionary<string, object> Settings(StandInGateway gateway, string passwordFile) => new()
    {
        ["Channels"] = new { Sms = new { Enabled = true, Url = gateway.Address, PasswordFile = passwordFile } },
    };

    private static PackStock MakeBackground(int samples)
    {
        double seconds = (2 * WarmUpSeconds) + (samples / SamplesPerSecond);
        int rounds = Background.RoundsFor((long)(seconds * BackgroundReadingsPerSecond));
        return PackStock.Make(Background, rounds, DateTimeOffset.UtcNow, PackCompression.Gzip);
    }

    private static void Import(CloudServer cloud, FloodSite[] sites, PackStock background)
    {
        cloud.ImportStations(
            [.. background.Field.Stations.Select((s, i) => (s, ReadingField.Region(i))), .. sites.Select(s => (s.Station, s.Region))]);
        StringBuilder csv = new("phone,language,region,channel,consent_at\n");
        foreach (FloodSite site in sites)
        {
            csv.Append(CultureInfo.InvariantCulture, $"+{site.Phone},th,{site.Region},sms,2025-06-01T00:00:00Z\n");
        }

        cloud.Command("subscriber", "import", cloud.WriteFile("subscribers.csv", csv.ToString()));
    }

    /// <summary>Sends what was heard before, and waits until the cloud has it.</summary>
    private static async Task TellBeforeAsync(FloodSite[] sites, MqttWire wire, ReceiptListener receipts, CloudServer cloud)
    {
        foreach (FloodSite site in sites)
        {
            wire.Publish(site.Topic, site.PackBefore(DateTimeOffset.UtcNow));
        }

        wire.Flush();
        await Wait.UntilAsync(
            "receipts for what was heard before",
            TimeSpan.FromSeconds(60), () => Task.FromResult(receipts.PacksStored >= sites.Length), cloud.Process);
    }

    /// <summary>Publishes the readings that trigger at their times, whatever came of the ones before; returns the background's rate.</summary>
    private static async Task<double> TriggerAllAsync(
        FloodSite[] sites, MqttWire wire, PackStock background, int brokerPort, long[] publishedAt)
    {
        long begin = Stopwatch.GetTimestamp();
        using PacedSender sender = new(background, brokerPort, BackgroundReadingsPerSecond);
        await Task.Delay(TimeSpan.FromSeconds(WarmUpSeconds));
        Progress.Say($"{sites.Length} warnings under {BackgroundReadingsPerSecond:F0} readings/s");
        using PeriodicTimer next = new(TimeSpan.FromSeconds(1 / SamplesPerSecond));
        for (int i = 0; i < sites.Length; i++)
        {
            byte[] pack = sites[i].PackThatTriggers(DateTimeOffset.UtcNow);
            publishedAt[i] = Stopwatch.GetTimestamp();
            wire.Publish(sites[i].Topic, pack);
            wire.Flush();
            await next.WaitForNextTickAsync();
        }

        return sender.PacksSent * background.Shape.ReadingsPerPack / Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }

    private static async Task ReportAsync(
        BenchCall call, double[] delaysMs, double rate, double share, int repeats, double busy)
    {
        if (rate < BackgroundReadingsPerSecond * RateShareMin)
        {
            throw new BenchmarkException($"The background load came to {rate:F0} readings/s only");
        }

        (double p50, double p99, double max) = (Share.Of(delaysMs, 0.5), Share.Of(delaysMs, 0.99), delaysMs.Max());
        await new ResultPage("alert", "Alert: from a reading to the SMS gateway")
            .Paragraph($"{delaysMs.Length} river stations, each in a subdistrict of its own, publish the reading that completes the onset hold "
                + $"of a Severe flood, at fixed times, {SamplesPerSecond:F0} a second, while {Background.About} ({ResultPage.Count(rate)} readings/s). "
                + "The time runs from just before the MQTT packet is written to the first byte of the SMS request at the gateway's "
                + "socket: broker, checks, commit, judgement, alert, targeting, delivery queue and call. The gateway is a stand-in that accepts all.")
            .Table(
                ["share of warnings", "to the aim", "ms", "aim ms"],
                [
                    ["p50", ResultPage.Figure(p50 / AimMs), ResultPage.Figure(p50), string.Empty],
                    ["p99", ResultPage.Figure(p99 / AimMs), ResultPage.Figure(p99), $"under {AimMs}"],
                    ["slowest", ResultPage.Figure(max / AimMs), ResultPage.Figure(max), string.Empty],
                ])
            .Paragraph($"Messages beyond one for each subscriber: {repeats}. Broker and cloud used {share * 100:F0} % of one core.")
            .SaveAsync(busy);
        if (call.IsJson)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(new { bench = "alert", samples = delaysMs.Length, p50, p99, max, repeats, rate }));
        }
    }
}

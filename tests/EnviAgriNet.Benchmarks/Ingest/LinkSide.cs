using System.Globalization;
using System.Text;
using EnviAgriNet.Benchmarks.Load;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Benchmarks.Servers;
using EnviAgriNet.Mqtt;
using EnviAgriNet.Protocol;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.Benchmarks.Ingest;

/// <summary>
/// The broker and our link: packs go to a link in this process that answers each with a receipt and does nothing else. The upper
/// bound of what the cloud can reach through its link; not part of the comparison.
/// </summary>
internal static class LinkSide
{
    public static async Task<SideResult> RunAsync(PackStock stock)
    {
        using Broker broker = await Broker.StartAsync();
        await using MosquittoLink link = new(
            new LinkOptions { Port = broker.Port, ClientId = "bench-link", InFlightMax = 1000, ReceiveBufferMax = 10_000 },
            null,
            TimeProvider.System,
            1,
            NullLogger<MosquittoLink>.Instance);
        await link.StartAsync(CancellationToken.None);
        await Wait.UntilAsync("the link to be up", TimeSpan.FromSeconds(10), () => Task.FromResult(link.State == LinkState.Up), broker.Process);
        await link.SubscribeAsync(Topics.FilterAll(Topics.Readings), DeliveryQuality.AtLeastOnce, CancellationToken.None);
        Task echo = Task.Run(() => EchoAsync(link));
        SideResult result;
        using (ReceiptListener receipts = new(broker.Port, stock.Field.Stations))
        {
            CpuMeter cpu = new(broker.Process);
            double seconds = await Task.Run(() => new PackSender(stock, broker.Port, receipts, CloudSide.UnprovedMax).Run(broker.Process));
            result = new SideResult(
                "broker and link (the link's work is in the load generator's)",
                stock.Readings, seconds, cpu.Servers, cpu.Servers, cpu.Load, cpu.PeakMiB, 0);
        }

        await link.StopAsync(CancellationToken.None);
        await echo;
        return result;
    }

    private static async Task EchoAsync(MosquittoLink link)
    {
        Dictionary<string, long> sequences = [];
        await foreach (LinkMessage message in link.MessagesAsync(CancellationToken.None))
        {
            long last = sequences.GetValueOrDefault(message.Topic) + 1;
            sequences[message.Topic] = last;
            string sequence = last.ToString(CultureInfo.InvariantCulture);
            _ = link.PublishAsync(
                message.Topic.Replace(Topics.Readings, Topics.Receipts, StringComparison.Ordinal),
                Encoding.ASCII.GetBytes($$"""{"box":"b","at":1,"stored":[[{{sequence}},{{sequence}}]],"rejected":[],"events":[]}"""),
                DeliveryQuality.AtLeastOnce,
                retain: false,
                CancellationToken.None);
        }
    }
}

using System.Globalization;
using System.Text;
using EnviAgriNet.Benchmarks.Load;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Benchmarks.Servers;
using EnviAgriNet.Protocol;

namespace EnviAgriNet.Benchmarks.Ingest;

/// <summary>
/// The broker alone: packs go through it to a consumer that answers each with a receipt and does nothing else. The upper bound of
/// what can be reached through this broker; not part of the comparison.
/// </summary>
internal static class BrokerSide
{
    public static async Task<SideResult> RunAsync(PackStock stock)
    {
        using Broker broker = await Broker.StartAsync();
        using EchoConsumer echo = new(broker.Port, stock);
        using ReceiptListener receipts = new(broker.Port, stock.Field.Stations);
        CpuMeter cpu = new(broker.Process);
        double seconds = await Task.Run(() => new PackSender(stock, broker.Port, receipts, CloudSide.UnprovedMax).Run(broker.Process));
        return new SideResult(
            "broker alone", stock.Readings, seconds, cpu.Servers, cpu.Servers, cpu.Load, cpu.PeakMiB, 0);
    }

    /// <summary>Receipts the packs of each station in the order they come.</summary>
    private sealed class EchoConsumer : IDisposable
    {
        private readonly MqttWire _wire;
        private readonly Thread _thread;
        private readonly Dictionary<string, long> _sequences = [];

        public EchoConsumer(int brokerPort, PackStock stock)
        {
            foreach (string topic in stock.Topics)
            {
                _sequences[topic] = 0;
            }

            _wire = new MqttWire(brokerPort, "bench-echo");
            _wire.Subscribe(Topics.FilterAll(Topics.Readings));
            _thread = new Thread(Listen) { IsBackground = true };
            _thread.Start();
        }

        public void Dispose()
        {
            _wire.Dispose();
            _thread.Join();
        }

        private void Listen()
        {
            while (_wire.Read() is { } packet)
            {
                if (packet.Type == MqttPacket.PublishType)
                {
                    string topic = packet.Topic;
                    string sequence = (++_sequences[topic]).ToString(CultureInfo.InvariantCulture);
                    _wire.Acknowledge(packet.PacketId);
                    _wire.Publish(
                        Encoding.ASCII.GetBytes(topic.Replace(Topics.Readings, Topics.Receipts, StringComparison.Ordinal)),
                        Encoding.ASCII.GetBytes($$"""{"box":"b","at":1,"stored":[[{{sequence}},{{sequence}}]],"rejected":[],"events":[]}"""));
                }
            }
        }
    }
}

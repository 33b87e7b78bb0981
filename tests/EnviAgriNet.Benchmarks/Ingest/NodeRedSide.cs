using EnviAgriNet.Benchmarks.Load;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Benchmarks.Servers;

namespace EnviAgriNet.Benchmarks.Ingest;

/// <summary>Node-RED takes the same packs from the same kind of broker and writes them to InfluxDB.</summary>
internal static class NodeRedSide
{
    private const int UnprovedMax = 2_000;
    private static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(50);

    public static async Task<SideResult> RunAsync(PackStock stock)
    {
        using Broker broker = await Broker.StartAsync();
        using InfluxServer influx = await InfluxServer.StartAsync();
        using NodeRedServer nodeRed = await NodeRedServer.StartAsync(broker.Port, influx);
        WrittenCount written = new(stock.Shape.Stations);
        using CancellationTokenSource over = new();
        Task asking = AskAsync(nodeRed, written, over.Token);
        CpuMeter cpu = new(broker.Process, nodeRed.Process, influx.Process);
        double seconds = await Task.Run(() => new PackSender(stock, broker.Port, written, UnprovedMax)
            .Run(broker.Process, nodeRed.Process, influx.Process));
        (double used, double load) = (cpu.Servers, cpu.Load);
        await over.CancelAsync();
        await asking;
        await influx.SettleAsync();
        double settled = cpu.Servers;
        long disk = influx.DiskBytes;
        double peak = cpu.PeakMiB;
        long stored = await influx.CountAsync();
        return stored == stock.Readings
            ? new SideResult("Node-RED 4 from MQTT into InfluxDB", stored, seconds, used, settled, load, peak, disk)
            : throw new BenchmarkException($"InfluxDB holds {stored} readings of {stock.Readings} from Node-RED");
    }

    private static async Task AskAsync(NodeRedServer nodeRed, WrittenCount written, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            written.PacksStored = await nodeRed.PacksWrittenAsync();
            await Task.Delay(AskEvery, CancellationToken.None);
        }
    }

    /// <summary>Node-RED tells a total only; packs are taken to be stored in the order they were sent.</summary>
    private sealed class WrittenCount(int stations) : IProofOfStorage
    {
        private long _packs;

        public long PacksStored
        {
            get => Volatile.Read(ref _packs);
            set => Volatile.Write(ref _packs, value);
        }

        public long PacksStoredOf(int station) => (PacksStored + stations - 1 - station) / stations;
    }
}

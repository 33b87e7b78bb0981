using System.Text.Json;
using EnviAgriNet.Benchmarks.Load;
using EnviAgriNet.Benchmarks.Machine;
using EnviAgriNet.Benchmarks.Servers;

namespace EnviAgriNet.Benchmarks.Ingest;

/// <summary>Ours: packs through the broker into the cloud, until the receipts prove that every pack is stored.</summary>
internal static class CloudSide
{
    public const int UnprovedMax = 2_000;

    public static async Task<SideResult> RunAsync(PackStock stock)
    {
        using Broker broker = await Broker.StartAsync();
        using CloudServer cloud = new(broker.Port);
        cloud.ImportStations([.. stock.Field.Stations.Select((id, i) => (id, ReadingField.Region(i)))]);
        await cloud.StartAsync();
        using ReceiptListener receipts = new(broker.Port, stock.Field.Stations);
        CpuMeter cpu = new(broker.Process, cloud.Process);
        double seconds = await Task.Run(() => new PackSender(stock, broker.Port, receipts, UnprovedMax)
            .Run(broker.Process, cloud.Process));
        (double used, double load) = (cpu.Servers, cpu.Load);
        await SettleAsync(cloud, cpu);
        (double settled, double peak) = (cpu.Servers, cpu.PeakMiB);
        if (!cloud.Process.Stop(CloudServer.StopMax))
        {
            throw new BenchmarkException($"eag-cloud did not stop in {CloudServer.StopMax}");
        }

        long disk = cloud.DiskBytes;
        long stored = StoredByLedger(cloud);
        return stored == stock.Readings
            ? new SideResult("EnviAgriNet", stored, seconds, used, settled, load, peak, disk)
            : throw new BenchmarkException($"The ledger has {stored} readings of {stock.Readings}");
    }

    /// <summary>The regions may still be judging what is stored: waits until the processes are idle.</summary>
    private static async Task SettleAsync(CloudServer cloud, CpuMeter cpu)
    {
        double last = cpu.Servers;
        int still = 0;
        await Wait.UntilAsync("the cloud to be idle", TimeSpan.FromSeconds(60), async () =>
        {
            await Task.Delay(500);
            double now = cpu.Servers;
            still = now - last < 0.03 ? still + 1 : 0;
            last = now;
            return still >= 3;
        }, cloud.Process);
    }

    private static long StoredByLedger(CloudServer cloud)
    {
        using JsonDocument ledger = JsonDocument.Parse(cloud.Command("ledger", "--json"));
        return ledger.RootElement.GetProperty("total").GetProperty("readings_stored").GetInt64();
    }
}

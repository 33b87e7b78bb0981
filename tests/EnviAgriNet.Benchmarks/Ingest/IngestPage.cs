using EnviAgriNet.Benchmarks.Load;
using EnviAgriNet.Benchmarks.Machine;

namespace EnviAgriNet.Benchmarks.Ingest;

/// <summary>The page of the ingest benchmark.</summary>
internal static class IngestPage
{
    public static ResultPage Begin() => new ResultPage("ingest", "Ingest: readings taken durably, end to end")
        .Paragraph("All sides take the same readings one after the other on this machine, each from an empty state, with the load "
            + "generator on the same cores. Packs (gzip) and lines are made beforehand. A side's time runs from the first byte sent to "
            + "the proof of storage: EnviAgriNet's receipts, sent after its commit; InfluxDB's answer, sent after its log is synced. "
            + "Node-RED gives no proof to the sender; its time ends when InfluxDB has answered its last batch.")
        .Paragraph("EnviAgriNet is Mosquitto and the cloud with all it does: the checks of each record, deduplication, hourly and daily "
            + "roll-ups, the ledger, receipts, the regions' judgement. InfluxDB is `influxd` with lines straight over HTTP, by the fastest of "
            + "four ways to write. Node-RED is Mosquitto, Node-RED (a function node that gathers batches of 5,000 lines) and `influxd`; it takes "
            + "fewer readings, in its own time. CPU is user and system time of all server processes up to the proof, and in brackets with what they used "
            + "afterwards until idle. Memory is the sum of the peaks (VmHWM). Disk is all files after EnviAgriNet has stopped (its log "
            + "is then merged) and after `influxd` has written out its cache and compacted.");

    public static void Add(
        ResultPage page, PackStock stock, InfluxWay way, SideResult ours, SideResult influx, SideResult nodeRed)
    {
        SideResult[] sides = [ours, influx, nodeRed];
        page.Heading($"Shape `{stock.Shape.Name}`")
            .Paragraph($"{stock.Shape.About}. {ResultPage.Count(stock.Readings)} readings for EnviAgriNet and InfluxDB "
                + $"({way}), {ResultPage.Count(nodeRed.Readings)} for Node-RED. A pack has "
                + $"{(double)stock.PayloadBytes / stock.Readings:F1} bytes per reading.");
        page.Table(
            ["ratio", "rate", "CPU per reading", "peak memory", "disk per reading"],
            [Ratios("EnviAgriNet to InfluxDB", ours, influx), Ratios("EnviAgriNet to Node-RED", ours, nodeRed)]);
        page.Table(
            ["side", "readings/s", "CPU-s per million readings", "load generator's CPU-s per million", "peak MiB", "bytes on disk per reading"],
            sides.Select(s => new[]
            {
                s.Name,
                ResultPage.Count(s.Rate),
                $"{ResultPage.Figure(s.CpuPerMillion)} ({ResultPage.Figure(s.CpuPerMillionSettled)})",
                ResultPage.Figure(s.LoadCpuPerMillion),
                ResultPage.Count(s.PeakMiB),
                ResultPage.Figure(s.BytesPerReading),
            }));
    }

    private static string[] Ratios(string name, SideResult left, SideResult right) =>
    [
        name,
        ResultPage.Figure(left.Rate / right.Rate),
        ResultPage.Figure(left.CpuPerMillion / right.CpuPerMillion),
        ResultPage.Figure(left.PeakMiB / right.PeakMiB),
        ResultPage.Figure(left.BytesPerReading / right.BytesPerReading),
    ];
}

using System.Text.Json;
using EnviAgriNet.Benchmarks.Machine;

namespace EnviAgriNet.Benchmarks.Outbox;

/// <summary>How fast an edge takes readings durably, how fast it gets rid of them, and what they weigh on the wire.</summary>
internal static class OutboxBench
{
    private const double SecondsDefault = 5;
    private const double WireAim = 8;

    private static readonly int[] BatchSizes = [20, 200, 1000];
    private static readonly int[] Clients = [1, 4];

    public static async Task RunAsync(BenchCall call)
    {
        double busy = await MachineCard.BusyShareAsync();
        List<AcceptResult> accepted = [];
        foreach (int size in BatchSizes)
        {
            foreach (int clients in Clients)
            {
                accepted.Add(await AcceptStage.RunAsync(size, clients, call.Seconds ?? SecondsDefault));
                Progress.Say($"accepted: {accepted[^1]}");
            }
        }

        DrainResult drained = await DrainStage.RunAsync(call.Seconds ?? SecondsDefault);
        Progress.Say($"drained: {drained}");
        IReadOnlyList<WireResult> wire = await WireStage.RunAsync();
        foreach (WireResult kind in wire)
        {
            Progress.Say($"wire: {kind}");
        }

        await Page(accepted, drained, wire).SaveAsync(busy);
        if (call.IsJson)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(new { bench = "outbox", accepted, drained, wire }));
        }
    }

    private static ResultPage Page(
        IReadOnlyList<AcceptResult> accepted, DrainResult drained, IReadOnlyList<WireResult> wire) =>
        new ResultPage("outbox", "Outbox: readings accepted durably, drained, and their weight on the wire")
            .Paragraph("A real `eag-edge` takes SenML over its Unix socket; an answer of 204 means that the readings are on disk. "
                + "Clients send the next batch when the one before is answered. There is no broker meanwhile.")
            .Table(
                ["readings per batch", "clients", "to the first line", "readings/s", "batches/s", "p50 ms", "p99 ms", "edge's CPU-s per million"],
                accepted.Select(a => new[]
                {
                    ResultPage.Count(a.Batch), ResultPage.Count(a.Clients), ResultPage.Figure(a.Rate / accepted[0].Rate),
                    ResultPage.Count(a.Rate), ResultPage.Figure(a.Rate / a.Batch), ResultPage.Figure(a.P50Ms), ResultPage.Figure(a.P99Ms),
                    ResultPage.Figure(a.CpuPerMillion),
                }))
            .Heading("Drained")
            .Paragraph($"The edge starts again on {ResultPage.Count(drained.Readings)} readings in its outbox and sends them through "
                + "Mosquitto to a real `eag-cloud`; the time runs from the link's first moment to the last receipt.")
            .Table(
                ["readings/s", "packs/s", "edge's CPU-s per million", "broker's and cloud's CPU-s per million"],
                [[
                    ResultPage.Count(drained.Rate), ResultPage.Figure(drained.Packs / drained.Seconds),
                    ResultPage.Figure(drained.EdgeCpuPerMillion), ResultPage.Figure(drained.CloudCpuPerMillion),
                ]])
            .Heading("On the wire")
            .Paragraph($"Whole MQTT packets as a subscriber sees them: fixed header, topic, packet id, payload. The aim is under {WireAim} "
                + "bytes per reading. TCP and TLS come on top.")
            .Table(
                ["packs", "to the aim", "bytes per reading", "bytes per pack", "readings per pack"],
                wire.Select(w => new[]
                {
                    w.Kind, ResultPage.Figure(w.BytesPerReading / WireAim), ResultPage.Figure(w.BytesPerReading),
                    ResultPage.Count((double)w.Bytes / w.Packs), ResultPage.Figure((double)w.Readings / w.Packs),
                }));
}

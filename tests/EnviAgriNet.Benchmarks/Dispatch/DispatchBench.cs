using EnviAgriNet.Benchmarks.Machine;

namespace EnviAgriNet.Benchmarks.Dispatch;

/// <summary>A warning to 200,000 people: queueing, and sending into a gateway that answers at once.</summary>
internal static class DispatchBench
{
    private const int People = 200_000;

    public static async Task RunAsync(BenchCall call)
    {
        double busy = await MachineCard.BusyShareAsync();
        if (call.Only is null or "queue")
        {
            QueueFigures queue = QueueStage.Measure(People, 3);
            Progress.Say(queue.ToString());
        }

        if (call.Only is "send")
        {
            Progress.Say((await SendStage.MeasureAsync(100_000, 100_000, hasReceipts: false, 60, 0)).ToString());
        }

        if (call.Only is "receipts")
        {
            Progress.Say((await SendStage.MeasureAsync(100_000, 100_000, hasReceipts: true, 60, 0)).ToString());
        }

        if (call.Only is "rate")
        {
            Progress.Say((await SendStage.MeasureAsync(20_000, 1_000, hasReceipts: true, 60, 100)).ToString());
        }

        Progress.Say($"busy {busy}");
    }
}

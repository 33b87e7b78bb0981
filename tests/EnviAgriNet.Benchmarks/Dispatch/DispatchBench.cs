using System.Text.Json;
using EnviAgriNet.Benchmarks.Machine;

namespace EnviAgriNet.Benchmarks.Dispatch;

/// <summary>
/// A warning to 200,000 people of one province: composing and queueing it, sending it into a gateway that answers at once beside Kannel's
/// own boxes fed from a file, holding a gateway's rate, memory, and STOP while it is under way.
/// </summary>
internal static class DispatchBench
{
    private const int People = 200_000;
    private const double QueueAimSeconds = 10;
    private const int RatePeople = 20_000;
    private const double Rate = 1_000;
    private const double RateAim = 990;
    private const int Stops = 1_000;
    private const double NoRate = 100_000;
    private const int KannelMessages = 60_000;
    private const double SecondsDefault = 120;

    public static async Task RunAsync(BenchCall call)
    {
        double busy = await MachineCard.BusyShareAsync();
        double seconds = call.Seconds ?? SecondsDefault;
        if (call.Only is { } part)
        {
            Progress.Say(await PartAsync(part, seconds));
            return;
        }

        QueueFigures queue = QueueStage.Measure(People);
        Progress.Say("sending as fast as it goes");
        SendFigures free = await SendStage.MeasureAsync(People, NoRate, hasReceipts: false, seconds, 0);
        SendFigures receipts = await SendStage.MeasureAsync(People, NoRate, hasReceipts: true, seconds, 0);
        Progress.Say($"sending at {Rate:F0} a second");
        SendFigures held = await SendStage.MeasureAsync(RatePeople, Rate, hasReceipts: true, seconds, Stops);
        Progress.Say("Kannel by itself");
        KannelFigures kannel = await KannelSide.MeasureAsync(KannelMessages);
        await Page(queue, free, receipts, held, kannel).SaveAsync(busy);
        if (call.IsJson)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(new { bench = "dispatch", queue, free, receipts, held, kannel }));
        }
    }

    private static async Task<string> PartAsync(string part, double seconds) => part switch
    {
        "queue" => JsonSerializer.Serialize(QueueStage.Measure(People)),
        "send" => $"{await SendStage.MeasureAsync(People, NoRate, hasReceipts: false, seconds, 0)}",
        "receipts" => $"{await SendStage.MeasureAsync(People, NoRate, hasReceipts: true, seconds, 0)}",
        "rate" => $"{await SendStage.MeasureAsync(RatePeople, Rate, hasReceipts: true, seconds, Stops)}",
        "kannel" => $"{await KannelSide.MeasureAsync(KannelMessages)}",
        _ => throw new BenchmarkException($"There is no part '{part}': queue, send, receipts, rate, kannel"),
    };

    private static ResultPage Page(QueueFigures queue, SendFigures free, SendFigures receipts, SendFigures held, KannelFigures kannel) =>
        new ResultPage("dispatch", "Dispatch: one warning to 200,000 people")
            .Paragraph("One province with 200,000 subscribers by SMS in a real registry file, every commit durable (synchronous=FULL). A reading of a river "
                + "station brings a Severe flood warning about; the cloud composes it, queues a delivery for each message and calls a "
                + "gateway, one number a call, each claim on disk before its call. The gateway is a stand-in that answers 202 at once; "
                + "beside it stand Kannel's own bearerbox and smsbox as they are shipped, fed from a file of sendsms calls over 32 "
                + "connections, with an SMPP simulator behind them.")
            .Table(
                ["messages/s", "to Kannel alone", "messages/s"],
                [
                    ["ours into a gateway that answers at once", Ratio(free, kannel), ResultPage.Count(free.PerSecond)],
                    ["ours, each confirmed by a receipt meanwhile", Ratio(receipts, kannel), ResultPage.Count(receipts.PerSecond)],
                    ["Kannel fed from a file, at the simulator", "1.00", ResultPage.Count(kannel.DeliveredPerSecond)],
                ])
            .Table(
                ["question", "to the aim", "figure", "aim"],
                [
                    ["composing and queueing for 200,000", ResultPage.Figure(queue.AloneSeconds / QueueAimSeconds), $"{ResultPage.Figure(queue.AloneSeconds)} s", "under 10 s"],
                    ["the same beside an overlapping event they know of", ResultPage.Figure(queue.OverlappingSeconds / QueueAimSeconds), $"{ResultPage.Figure(queue.OverlappingSeconds)} s", "under 10 s"],
                    ["from the reading to the first SMS at the gateway", string.Empty, $"{ResultPage.Figure(free.FirstSeconds)} s", string.Empty],
                    ["held of a gateway's 1,000 messages/s, with receipts", ResultPage.Figure(held.PerSecond / RateAim), $"{held.PerSecond:F1}/s", "990/s or more"],
                    ["messages to 1,000 people after their STOP", string.Empty, ResultPage.Count(held.AfterStop), "0"],
                    ["messages beyond one for a person", string.Empty, ResultPage.Count(free.Repeats + receipts.Repeats + held.Repeats), "0"],
                    ["proof of the alert (`alert show`)", ResultPage.Figure(queue.ProofSeconds), $"{ResultPage.Figure(queue.ProofSeconds)} s", "under 1 s"],
                ])
            .Paragraph($"{ResultPage.Count(queue.Rows)} deliveries were queued for each alert. Resident memory of the cloud was {free.MemoryBeforeMiB:F0} MiB before the warning and at most "
                + $"{Math.Max(free.MemoryPeakMiB, receipts.MemoryPeakMiB):F0} MiB during it; processor time for each message {free.CpuMs:F2} ms, with its receipt {receipts.CpuMs:F2} ms. "
                + $"{ResultPage.Count(receipts.Confirmed)} receipts came in while the messages left. Importing the subscribers took {queue.ImportSeconds:F0} s.");

    private static string Ratio(SendFigures ours, KannelFigures kannel) => ResultPage.Figure(ours.PerSecond / kannel.DeliveredPerSecond);
}

using System.Text.Json;
using EnviAgriNet.Benchmarks.Machine;

namespace EnviAgriNet.Benchmarks.Science;

/// <summary>How many readings a second one core judges and takes into windows, what a question costs, and the bytes a series holds.</summary>
internal static class ScienceBench
{
    private const double SecondsDefault = 2;
    private const double WarmUpSeconds = 0.3;

    public static async Task RunAsync(BenchCall call)
    {
        if (call.Only is not null)
        {
            throw new BenchmarkException("'science' has no parts for --only");
        }

        double seconds = call.Seconds ?? SecondsDefault;
        double busy = await MachineCard.BusyShareAsync();
        Progress.Say("Memory of a series");
        SeriesBytes bytes = MemoryStage.Measure();
        Progress.Say($"{bytes}");

        QualityStage.Measure(WarmUpSeconds);
        IReadOnlyList<ScienceCost> judged = QualityStage.Measure(seconds);
        WindowStage.Takes(WarmUpSeconds);
        IReadOnlyList<ScienceCost> takes = WindowStage.Takes(seconds);
        WindowStage.Questions(WarmUpSeconds);
        IReadOnlyList<ScienceCost> questions = WindowStage.Questions(seconds / 4);
        MeanStage.Ours(WarmUpSeconds);
        ScienceCost ours = MeanStage.Ours(seconds);
        ScienceCost list = MeanStage.PlainList(seconds);
        ScienceCost? pandas = PandasPeer.TryMeasure();
        ResultPage page = new ResultPage("science", "Science: quality control and windows on one core")
            .Paragraph(
                "Processor time of one thread, so that other work on the machine counts little. Readings are made before the clock runs.")
            .Heading($"Through quality control and windows: stations of {QualityStage.SeriesPerStation} series, a reading a minute each");
        Costs(page, judged, "readings")
            .Heading("Taking readings into windows (24 h of minutes, 15 days of hours)");
        Costs(page, takes, "readings").Heading("Asking a full window");
        Costs(page, questions, "questions").Heading("A 24 h mean after every reading, one series, minutes");
        page.Table(
            ["by", "readings a second", "to ours"],
            new[] { ours, list, pandas }.Where(c => c is not null).Select(c => new[]
            {
                c!.Name, ResultPage.Count(c.PerSecond), ResultPage.Figure(c.PerSecond / ours.PerSecond),
            }));
        page.Paragraph(pandas is null ? PandasPeer.Missing : PandasPeer.Remark)
            .Heading("Memory of one series with 24 h of minutes and 14 days of hours before them")
            .Table(
                ["kept in", "bytes", "to ours"],
                new[]
                {
                    new[] { $"our window, mean of {ResultPage.Count(MemoryStage.Series)}", ResultPage.Count(bytes.Ours), "1.00" },
                    [
                        "quality control beside it, mean of a station's series", ResultPage.Count(bytes.Quality),
                        ResultPage.Figure(bytes.Quality / bytes.Ours),
                    ],
                    ["a plain List of readings", ResultPage.Count(bytes.List), ResultPage.Figure(bytes.List / bytes.Ours)],
                });
        await page.SaveAsync(busy);
        if (call.IsJson)
        {
            ScienceCost?[] mean = [ours, list, pandas];
            Console.Out.WriteLine(JsonSerializer.Serialize(new { bench = "science", bytes, judged, takes, questions, mean }));
        }
    }

    private static ResultPage Costs(ResultPage page, IEnumerable<ScienceCost> costs, string what) => page.Table(
        [what, "a second", "ns each"],
        costs.Select(c => new[] { c.Name, ResultPage.Count(c.PerSecond), ResultPage.Figure(1e9 / c.PerSecond) }));
}

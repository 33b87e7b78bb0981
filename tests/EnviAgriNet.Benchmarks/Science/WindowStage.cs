using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Windows;

namespace EnviAgriNet.Benchmarks.Science;

/// <summary>Windows by themselves: readings in the orders in which they come, and every question.</summary>
internal static class WindowStage
{
    private const int Series = 1_000;
    private const int QuestionsPerBatch = 1_000;

    private static readonly Quantity Pm25 = QuantityCatalog.Get("pm25");

    public static IReadOnlyList<ScienceCost> Takes(double seconds) =>
    [
        Live("live: 1,000 series in turn, a reading a minute each", seconds, TimeSpan.FromMinutes(1)),
        Live("live: 1,000 series in turn, ten readings a minute each", seconds, TimeSpan.FromSeconds(6)),
        Live("live: 1,000 series in turn, a reading an hour each", seconds, TimeSpan.FromHours(1)),
        Backlog("backlog: a day of minutes a series, oldest first", seconds, isNewestFirst: false),
        Backlog("backlog: a day of minutes a series, newest first", seconds, isNewestFirst: true),
    ];

    public static IReadOnlyList<ScienceCost> Questions(double seconds)
    {
        SeriesWindow window = new(Pm25);
        for (int minute = 0; minute < 16 * 1440; minute++)
        {
            window.Add(ScienceStream.Begin.AddMinutes(minute), ScienceStream.At(0, minute));
        }

        DateTimeOffset until = window.LatestAt!.Value;
        MotionLimits limits = new(3, TimeSpan.FromMinutes(20), 5, 25, 0.5, 0.15);
        return
        [
            Ask("mean of 1 h", seconds, () => window.Mean(until, TimeSpan.FromHours(1))),
            Ask("mean of 24 h of minutes", seconds, () => window.Mean(until, TimeSpan.FromHours(24))),
            Ask("mean of 24 hours", seconds, () => window.MeanOfHours(until, 24)),
            Ask("maximum of 24 h", seconds, () => window.Max(until, TimeSpan.FromHours(24))),
            Ask("sum of 3 days", seconds, () => window.Sum(until, TimeSpan.FromDays(3))),
            Ask("sum of 15 days", seconds, () => window.Sum(until, TimeSpan.FromDays(15))),
            Ask("rise per hour", seconds, () => window.RisePerHour(until)),
            Ask("plausible motion", seconds, () => window.IsPlausible(limits)),
            Ask("the 24 hours themselves", seconds, () => window.Hours(until, 24)),
        ];
    }

    private static ScienceCost Live(string name, double seconds, TimeSpan cadence)
    {
        SeriesWindow[] windows = [.. Enumerable.Range(0, Series).Select(_ => new SeriesWindow(Pm25))];
        int round = 0;
        return ScienceCost.Measure(name, seconds, () =>
        {
            DateTimeOffset at = ScienceStream.Begin + (cadence * round);
            for (int s = 0; s < windows.Length; s++)
            {
                windows[s].Add(at, ScienceStream.At(s, round));
            }

            round++;
            return windows.Length;
        });
    }

    private static ScienceCost Backlog(string name, double seconds, bool isNewestFirst)
    {
        SeriesWindow[] windows = [.. Enumerable.Range(0, Series).Select(_ => new SeriesWindow(Pm25))];
        int round = 0;
        return ScienceCost.Measure(name, seconds, () =>
        {
            int series = round % Series;
            DateTimeOffset day = ScienceStream.Begin.AddDays(round / Series);
            for (int i = 0; i < 1440; i++)
            {
                int minute = isNewestFirst ? 1439 - i : i;
                windows[series].Add(day.AddMinutes(minute), ScienceStream.At(series, minute));
            }

            round++;
            return 1440;
        });
    }

    private static ScienceCost Ask<T>(string name, double seconds, Func<T> question) =>
        ScienceCost.Measure(name, seconds, () =>
        {
            for (int i = 0; i < QuestionsPerBatch; i++)
            {
                _ = question();
            }

            return QuestionsPerBatch;
        });
}

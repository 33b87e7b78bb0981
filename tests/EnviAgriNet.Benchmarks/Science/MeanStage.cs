using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Windows;

namespace EnviAgriNet.Benchmarks.Science;

/// <summary>The same work for us and for others: a 24 h mean after every reading of one series of minutes.</summary>
internal static class MeanStage
{
    private const int ReadingsPerBatch = 1_440;

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    public static ScienceCost Ours(double seconds)
    {
        SeriesWindow window = new(QuantityCatalog.Get("pm25"));
        return Measure("our window", seconds, (at, value) =>
        {
            window.Add(at, value);
            _ = window.Mean(at, Day);
        });
    }

    public static ScienceCost PlainList(double seconds)
    {
        ListWindow window = new();
        return Measure("a plain List of readings, walked", seconds, (at, value) =>
        {
            window.Add(at, value);
            _ = window.Mean(at, Day);
        });
    }

    private static ScienceCost Measure(string name, double seconds, Action<DateTimeOffset, double> take)
    {
        int minute = 0;
        return ScienceCost.Measure(name, seconds, () =>
        {
            for (int i = 0; i < ReadingsPerBatch; i++, minute++)
            {
                take(ScienceStream.Begin.AddMinutes(minute), ScienceStream.At(0, minute));
            }

            return ReadingsPerBatch;
        });
    }
}

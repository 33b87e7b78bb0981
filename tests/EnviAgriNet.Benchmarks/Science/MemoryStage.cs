using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Core.Windows;

namespace EnviAgriNet.Benchmarks.Science;

/// <summary>What a full series holds of the managed heap, as the garbage collector counts it.</summary>
internal static class MemoryStage
{
    /// <summary>How many of our windows are made.</summary>
    public const int Series = 10_000;

    private const int Lists = 1_000;
    private const int HoursBefore = 14 * 24;
    private const int Minutes = 24 * 60;

    public static SeriesBytes Measure()
    {
        Quantity pm25 = QuantityCatalog.Get("pm25");
        return new SeriesBytes(
            Each(Series, () => new SeriesWindow(pm25), (window, at, value) => window.Add(at, value)),
            Each(Lists, () => new ListWindow(), (window, at, value) => window.Add(at, value)),
            QualityStage.BytesPerSeries());
    }

    private static double Each<T>(int count, Func<T> make, Action<T, DateTimeOffset, double> add)
        where T : class
    {
        T[] windows = new T[count];
        Fill(make(), 0, add);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int s = 0; s < count; s++)
        {
            windows[s] = make();
            Fill(windows[s], s, add);
        }

        long after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(windows);
        return (double)(after - before) / count;
    }

    private static void Fill<T>(T window, int series, Action<T, DateTimeOffset, double> add)
    {
        for (int hour = 0; hour < HoursBefore; hour++)
        {
            add(window, ScienceStream.Begin.AddHours(hour), ScienceStream.At(series, hour));
        }

        for (int minute = 0; minute < Minutes; minute++)
        {
            add(window, ScienceStream.Begin.AddHours(HoursBefore).AddMinutes(minute), ScienceStream.At(series, minute));
        }
    }
}

/// <summary>Bytes a series.</summary>
internal sealed record SeriesBytes(double Ours, double List, double Quality);

using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Indices;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Climate;

/// <summary>
/// Makes the precipitation indices of one month of one station: the months of the region's history, then the station's own, summed
/// over 1, 3, 6 and 12 months and held against what is usual. Pure.
/// </summary>
/// <param name="Readings">The indices, measured at the first moment after the month; a scale without one is left out.</param>
/// <param name="Gaps">Why a scale was left out.</param>
internal sealed record DroughtIndices(IReadOnlyList<Reading> Readings, IReadOnlyList<(int Scale, SpiGap Gap)> Gaps)
{
    /// <summary>The series it makes.</summary>
    public static IEnumerable<SeriesName> Series => SpiSeries.All.Select(s => s.Series);

    /// <summary>Makes them.</summary>
    /// <param name="month">The month that ended.</param>
    /// <param name="normals">What is usual in the station's region.</param>
    /// <param name="own">The station's own rain of a month after the history in mm; null when it is missing.</param>
    public static DroughtIndices Of(CalendarMonth month, RainNormals normals, Func<CalendarMonth, double?> own)
    {
        List<Reading> readings = [];
        List<(int, SpiGap)> gaps = [];
        foreach ((int scale, SeriesName series) in SpiSeries.All)
        {
            SpiGap gap = SpiGap.MissingRain;
            if (SumOf(month, scale, normals.History, own) is { } sum && normals.FitOf(scale, month.Month, out gap)?.IndexOf(sum) is { } index)
            {
                readings.Add(new Reading(series, month.End, index, QualityFlag.NotEvaluated));
            }
            else
            {
                gaps.Add((scale, gap));
            }
        }

        return new DroughtIndices(readings, gaps);
    }

    private static double? SumOf(CalendarMonth last, int scale, RainHistory history, Func<CalendarMonth, double?> own)
    {
        double sum = 0;
        for (int back = 0; back < scale; back++)
        {
            CalendarMonth month = last.Plus(-back);
            if ((month.CompareTo(history.Last) > 0 ? own(month) : history.Of(month)) is not { } rain)
            {
                return null;
            }

            sum += rain;
        }

        return sum;
    }
}

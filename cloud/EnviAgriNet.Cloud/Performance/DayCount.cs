using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Performance;

/// <summary>Counts what arrived from a station on a day, from the roll-ups as they are judged by now.</summary>
internal static class DayCount
{
    // What the cloud computes itself and keeps under the station tells nothing of the station's line.
    private const string DerivedPrefix = "spi";

    /// <summary>Whether a series was measured by a station.</summary>
    public static bool IsMeasured(SeriesId series) => !series.Name.Quantity.Code.StartsWith(DerivedPrefix, StringComparison.Ordinal);

    /// <summary>The day; null when nothing arrived.</summary>
    public static CountedDay? Of(IReadings readings, StationId station, int day)
    {
        HashSet<long> hours = [];
        long total = 0;
        long usable = 0;
        foreach (SeriesId series in readings.Series(station).Where(IsMeasured))
        {
            foreach (RollUp hour in readings.ReadHourly(series, LocalDay.Begin(day), LocalDay.Begin(day + 1)))
            {
                hours.Add(LocalDay.HourOf(hour.From));
                total += hour.Total;
                usable += hour.Count;
            }
        }

        return hours.Count == 0 ? null : new CountedDay(station, day, hours.Count, total, usable, hours.Min());
    }
}

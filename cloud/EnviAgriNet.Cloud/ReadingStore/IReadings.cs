using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>Readings that can be read: as the stations sent them, or as they were judged since.</summary>
internal interface IReadings
{
    /// <summary>Stored readings of a series from (included) to (excluded), ascending by time.</summary>
    IReadOnlyList<Reading> Read(SeriesId series, DateTimeOffset from, DateTimeOffset to);

    /// <summary>
    /// Shows stored readings of a series hour by hour, ascending, without a copy of each; the hours at both ends may hold readings beyond
    /// [from, to). Ends early when the visitor has had enough.
    /// </summary>
    void Scan(SeriesId series, DateTimeOffset from, DateTimeOffset to, HourVisit visit)
    {
        foreach (IGrouping<long, Reading> group in Read(series, from, to).GroupBy(r => Slot.HourOf(r.TakenAt)))
        {
            Slot slot = new(0, group.Key);
            SeriesHour hour = new();
            foreach (Reading reading in group)
            {
                hour.Add((int)(reading.TakenAt - slot.From).TotalMilliseconds, reading.Value, reading.Quality, reading.Test);
            }

            if (!visit(slot.From, hour))
            {
                return;
            }
        }
    }

    /// <summary>Hourly roll-ups of a series whose hour begins in [from, to), ascending.</summary>
    IReadOnlyList<RollUp> ReadHourly(SeriesId series, DateTimeOffset from, DateTimeOffset to);

    /// <summary>Daily roll-ups (days of Bangkok time) of a series whose day begins in [from, to), ascending.</summary>
    IReadOnlyList<RollUp> ReadDaily(SeriesId series, DateTimeOffset from, DateTimeOffset to);

    /// <summary>All series that have a reading, of one station or of all.</summary>
    IReadOnlyList<SeriesId> Series(StationId? station);

    /// <summary>The newest reading of each series of a station.</summary>
    IReadOnlyList<Reading> Latest(StationId station);
}

/// <summary>Is shown the readings of one series and hour, which are valid during the call only; false ends the scan.</summary>
internal delegate bool HourVisit(DateTimeOffset hourFrom, SeriesHour hour);

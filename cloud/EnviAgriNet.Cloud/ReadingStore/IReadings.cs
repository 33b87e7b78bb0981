using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>Readings that can be read: as the stations sent them, or as they were judged since.</summary>
internal interface IReadings
{
    /// <summary>Stored readings of a series from (included) to (excluded), ascending by time.</summary>
    IReadOnlyList<Reading> Read(SeriesId series, DateTimeOffset from, DateTimeOffset to);

    /// <summary>Hourly roll-ups of a series whose hour begins in [from, to), ascending.</summary>
    IReadOnlyList<RollUp> ReadHourly(SeriesId series, DateTimeOffset from, DateTimeOffset to);

    /// <summary>Daily roll-ups (days of Bangkok time) of a series whose day begins in [from, to), ascending.</summary>
    IReadOnlyList<RollUp> ReadDaily(SeriesId series, DateTimeOffset from, DateTimeOffset to);

    /// <summary>All series that have a reading, of one station or of all.</summary>
    IReadOnlyList<SeriesId> Series(StationId? station);

    /// <summary>The newest reading of each series of a station.</summary>
    IReadOnlyList<Reading> Latest(StationId station);
}

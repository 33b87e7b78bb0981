using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>Reads the roll-ups of all stations hour by hour: they lie side by side in the file, so that a map costs one pass over them.</summary>
internal interface IHourScan
{
    /// <summary>Shows the hourly roll-ups, as the stations sent their flags, of every station whose hour begins in [from, to).</summary>
    /// <param name="from">The begin of the first hour.</param>
    /// <param name="to">Excluded.</param>
    /// <param name="isWanted">Which series are shown.</param>
    /// <param name="visit">Is shown them, hour by hour.</param>
    void ScanHours(DateTimeOffset from, DateTimeOffset to, Func<SeriesName, bool> isWanted, Action<StationId, SeriesName, RollUp> visit);
}

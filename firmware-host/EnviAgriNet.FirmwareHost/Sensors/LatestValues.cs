using System.Collections.Concurrent;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.FirmwareHost.Sensors;

/// <summary>The newest value of each series on this board, for corrections that need another sensor's. Safe for use by several threads.</summary>
internal sealed class LatestValues(TimeProvider time)
{
    private readonly ConcurrentDictionary<SeriesName, (double Value, long At)> _values = new();

    /// <summary>Notes a measurement that was just made.</summary>
    public void Note(Measurement measurement) => _values[measurement.Series] = (measurement.Value, time.GetTimestamp());

    /// <summary>The newest value of a series; null when there is none, or it is older than that.</summary>
    public double? Of(SeriesName series, TimeSpan ageMax) =>
        _values.TryGetValue(series, out (double Value, long At) newest) && time.GetElapsedTime(newest.At) <= ageMax ? newest.Value : null;
}

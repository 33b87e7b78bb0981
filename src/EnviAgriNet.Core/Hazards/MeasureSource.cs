using EnviAgriNet.Core.Windows;

namespace EnviAgriNet.Core.Hazards;

/// <summary>A measure of one station with the windows it is computed from. Rules that ask for it at one time share one computation.</summary>
internal sealed class MeasureSource(StationWindows station, Measure measure, IReadOnlyList<SeriesWindow> windows)
{
    private MeasureValue? _value;
    private DateTimeOffset _at;
    private long _edition = -1;

    public Measure Measure => measure;

    public IReadOnlyList<SeriesWindow> Windows => windows;

    /// <summary>The newest reading of its series; of several series the one that is furthest behind. Null before the first.</summary>
    public DateTimeOffset? LatestAt
    {
        get
        {
            DateTimeOffset? oldest = windows[0].LatestAt;
            for (int i = 1; i < windows.Count; i++)
            {
                oldest = windows[i].LatestAt is { } latest && latest < oldest ? latest : oldest;
            }

            return oldest;
        }
    }

    /// <summary>Its value at a time; null when there are too few readings.</summary>
    public MeasureValue? ValueAt(DateTimeOffset at)
    {
        if (_edition != station.Edition || _at != at)
        {
            _value = measure.Compute(station.Site, windows, at);
            _at = at;
            _edition = station.Edition;
        }

        return _value;
    }
}

namespace EnviAgriNet.Core.Hazards;

/// <summary>
/// Follows one measure of one station through its readings, as rules see it. For whoever asks what was measured rather than what is
/// to be raised. Not safe for use by several threads.
/// </summary>
public sealed class MeasureGauge(Measure measure)
{
    private static readonly HazardRules NoRules = new([]);

    private readonly IReadOnlyList<Measure> _measures = [measure];
    private StationWindows? _station;

    /// <summary>
    /// Takes a reading, in the order of measurement. The values with it, one for each sensor; none when the reading does not bear on the
    /// measure, or too little is known.
    /// </summary>
    public IReadOnlyList<double> Take(SiteReading reading)
    {
        _station ??= new StationWindows(reading.Site, NoRules);
        if (!_station.Take(reading.Reading, out _) || !measure.Quantities.Contains(reading.Reading.Series.Quantity.Code))
        {
            return [];
        }

        List<double> values = [];
        foreach (SeriesGroup group in _station.GroupsOf(_measures))
        {
            if (group.Sources[0]?.ValueAt(reading.Reading.TakenAt) is { Bound: Bound.Exact } value && double.IsFinite(value.Value))
            {
                values.Add(value.Value);
            }
        }

        return values;
    }
}

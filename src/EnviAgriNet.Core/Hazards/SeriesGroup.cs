using EnviAgriNet.Core.Windows;

namespace EnviAgriNet.Core.Hazards;

/// <summary>
/// The series of a station that are judged together: one for each quantity of some measures. A station with two thermometers and one
/// hygrometer has two groups, which share the hygrometer.
/// </summary>
internal sealed class SeriesGroup
{
    private readonly IReadOnlyDictionary<string, SeriesWindow> _windows;

    private SeriesGroup(StationWindows station, IReadOnlyList<Measure> measures, IReadOnlyDictionary<string, SeriesWindow> windows)
    {
        Station = station;
        Measures = measures;
        _windows = windows;
        Sources = [.. measures.Select(m => m.Quantities.All(windows.ContainsKey)
            ? station.SourceOf(m, [.. m.Quantities.Select(q => windows[q])])
            : null)];
    }

    public StationWindows Station { get; }

    public Site Site => Station.Site;

    public IReadOnlyList<Measure> Measures { get; }

    /// <summary>Where each of the measures comes from; null for one that the station lacks a series for.</summary>
    public IReadOnlyList<MeasureSource?> Sources { get; }

    /// <summary>
    /// The groups of a station for some measures. Series of the same height and channel belong together; where a quantity has
    /// none of these, its first series stands in.
    /// </summary>
    public static IReadOnlyList<SeriesGroup> Of(StationWindows station, IReadOnlyList<Measure> measures)
    {
        List<string> quantities = [.. measures.SelectMany(m => m.Quantities).Distinct()];
        List<IReadOnlyDictionary<string, SeriesWindow>> found = [];
        foreach (string suffix in quantities.SelectMany(q => station.SeriesOf(q).Keys).Distinct().Order(StringComparer.Ordinal))
        {
            Dictionary<string, SeriesWindow> windows = [];
            foreach (string quantity in quantities)
            {
                SortedList<string, SeriesWindow> series = station.SeriesOf(quantity);
                if (series.Count > 0)
                {
                    windows[quantity] = series.TryGetValue(suffix, out SeriesWindow? own) ? own : series.GetValueAtIndex(0);
                }
            }

            if (!found.Exists(other => windows.All(w => ReferenceEquals(other[w.Key], w.Value))))
            {
                found.Add(windows);
            }
        }

        return [.. found.Select(w => new SeriesGroup(station, measures, w)).Where(g => g.Sources.Any(s => s is not null))];
    }

    /// <summary>The windows of a measure; null when the station lacks one.</summary>
    public IReadOnlyList<SeriesWindow>? WindowsOf(Measure measure) =>
        Sources.FirstOrDefault(s => s?.Measure == measure)?.Windows;

    /// <summary>The window of a quantity; null when the station has none.</summary>
    public SeriesWindow? WindowOf(string quantity) => _windows.GetValueOrDefault(quantity);

    /// <summary>Whether the groups have a series in common, so that one is no witness for the other.</summary>
    public bool Shares(SeriesGroup other) =>
        _windows.Values.Any(w => other._windows.Values.Any(o => ReferenceEquals(w, o)));
}

using EnviAgriNet.Core.Readings;
using EnviAgriNet.Core.Windows;

namespace EnviAgriNet.Core.Hazards;

/// <summary>
/// The windows of the series of one station that any measure takes, with up to <see cref="SensorsMax"/> sensors of each quantity: about
/// 4 KB a series. They are kept whichever rules are on, so that a rule switched on finds them filled.
/// </summary>
internal sealed class StationWindows
{
    /// <summary>The most sensors of one quantity; further ones are not judged, and their readings are counted.</summary>
    public const int SensorsMax = 4;

    private static readonly SortedList<string, SeriesWindow> NoSeries = new(StringComparer.Ordinal);

    private readonly Dictionary<SeriesName, SeriesWindow> _windows = [];
    private readonly Dictionary<string, SortedList<string, SeriesWindow>> _series = [];
    private readonly Dictionary<IReadOnlyList<Measure>, IReadOnlyList<SeriesGroup>> _groups = new(ReferenceEqualityComparer.Instance);
    private readonly List<MeasureSource> _sources = [];
    private RuleJudge?[] _judges = [];

    public StationWindows(Site site, HazardRules rules)
    {
        Site = site;
        Apply(site, rules);
    }

    public Site Site { get; private set; }

    /// <summary>Counts what changed the windows or the site.</summary>
    public long Edition { get; private set; }

    /// <summary>Readings of sensors beyond <see cref="SensorsMax"/>.</summary>
    public long Ignored { get; private set; }

    /// <summary>Takes over where the station stands now, and the rules that apply there.</summary>
    public void Apply(Site site, HazardRules rules)
    {
        Site = site;
        _judges = rules.JudgesFor(site);
        _groups.Clear();
        Edition++;
    }

    /// <summary>Takes a reading into its window; false when it bears on no hazard, is not to be trusted, or is too old.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="isNewest">Whether its series has none after it.</param>
    public bool Take(Reading reading, out bool isNewest)
    {
        isNewest = false;
        if (!reading.IsUsable || !reading.Series.Quantity.IsPlausible(reading.Value))
        {
            return false;
        }

        if (!_windows.TryGetValue(reading.Series, out SeriesWindow? window))
        {
            window = Make(reading.Series);
        }

        bool isTaken = window?.Add(reading.TakenAt, reading.Value) ?? false;
        Edition += isTaken ? 1 : 0;
        isNewest = isTaken && window!.LatestAt <= reading.TakenAt;
        return isTaken;
    }

    /// <summary>The rule for a hazard at this station, ready to judge; null when none is on.</summary>
    public RuleJudge? JudgeOf(HazardKind hazard) => _judges[(int)hazard];

    /// <summary>The hazards that a reading of a quantity may raise or clear here, a bit each.</summary>
    public int HazardsOf(string quantity)
    {
        int hazards = 0;
        foreach (RuleJudge? judge in _judges)
        {
            hazards |= judge is not null && judge.Judges(quantity) ? 1 << (int)judge.Rule.Hazard : 0;
        }

        return hazards;
    }

    /// <summary>The series of a quantity by what follows it in their names; the first one is the one without height and channel.</summary>
    public SortedList<string, SeriesWindow> SeriesOf(string quantity) => _series.GetValueOrDefault(quantity, NoSeries);

    /// <summary>The groups of series for some measures; the same list is the same question.</summary>
    public IReadOnlyList<SeriesGroup> GroupsOf(IReadOnlyList<Measure> measures)
    {
        if (!_groups.TryGetValue(measures, out IReadOnlyList<SeriesGroup>? groups))
        {
            groups = SeriesGroup.Of(this, measures);
            _groups.Add(measures, groups);
        }

        return groups;
    }

    /// <summary>The source of a measure from these windows, one and the same for all rules.</summary>
    public MeasureSource SourceOf(Measure measure, IReadOnlyList<SeriesWindow> windows)
    {
        MeasureSource? source = _sources.Find(s => s.Measure == measure && s.Windows.SequenceEqual(windows));
        if (source is null)
        {
            source = new MeasureSource(this, measure, windows);
            _sources.Add(source);
        }

        return source;
    }

    private SeriesWindow? Make(SeriesName series)
    {
        string quantity = series.Quantity.Code;
        if (!Measures.Take(quantity))
        {
            return null;
        }

        if (!_series.TryGetValue(quantity, out SortedList<string, SeriesWindow>? sensors))
        {
            sensors = new SortedList<string, SeriesWindow>(StringComparer.Ordinal);
            _series.Add(quantity, sensors);
        }

        if (sensors.Count == SensorsMax)
        {
            Ignored++;
            return null;
        }

        SeriesWindow window = new(series.Quantity);
        sensors.Add(series.Text[quantity.Length..], window);
        _windows.Add(series, window);
        _groups.Clear();
        return window;
    }
}

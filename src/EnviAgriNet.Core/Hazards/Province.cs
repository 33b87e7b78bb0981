using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Hazards;

/// <summary>
/// All regions of one province that have stations. A province is the largest area in which one station bears witness for
/// another, so provinces can be judged apart from each other. Pure; not safe for use by several threads.
/// </summary>
public sealed class Province
{
    private readonly IReadOnlyDictionary<(RegionId Region, HazardKind Hazard), TrackerState> _states;
    private readonly Dictionary<StationId, StationWindows> _stations = [];
    private readonly SortedDictionary<RegionId, Region> _regions = [];
    private readonly List<Region> _touched = [];
    private readonly HashSet<Region> _corrected = [];
    private HazardRules _rules;

    /// <summary>Makes a province without stations; they come with their readings.</summary>
    /// <param name="id">The province.</param>
    /// <param name="rules">The rules that are on.</param>
    /// <param name="states">What trackers of this province remembered when they were kept.</param>
    public Province(
        RegionId id, HazardRules rules, IReadOnlyDictionary<(RegionId Region, HazardKind Hazard), TrackerState> states)
    {
        Id = id;
        _rules = rules;
        _states = states;
    }

    /// <summary>The province.</summary>
    public RegionId Id { get; }

    /// <summary>What the trackers remember now, for all hazards of all regions that ever had a judgement.</summary>
    public IEnumerable<KeyValuePair<(RegionId Region, HazardKind Hazard), TrackerState>> States =>
        _regions.Values.SelectMany(r => r.States.Select(s => KeyValuePair.Create((r.Id, s.Key), s.Value)));

    /// <summary>Readings of sensors that are one too many of their quantity at their station; they are not judged.</summary>
    public long IgnoredReadings => _stations.Values.Sum(s => s.Ignored);

    /// <summary>Goes on by other rules: from the next reading on. Windows and open events stay.</summary>
    public void Apply(HazardRules rules)
    {
        _rules = rules;
        foreach (StationWindows station in _stations.Values)
        {
            station.Apply(station.Site, rules);
        }
    }

    /// <summary>Takes a reading into the windows without judging; false when it bears on nothing.</summary>
    public bool Take(SiteReading reading) => StationOf(reading.Site).Take(reading.Reading, out _);

    /// <summary>
    /// Fills the windows of a station anew, for what is thought of its readings has changed; nothing is judged before its next reading.
    /// </summary>
    public void Replace(Site site, IEnumerable<Reading> readings)
    {
        if (_stations.Remove(site.Station, out StationWindows? before))
        {
            RegionOf(before.Site.Region).Remove(before);
        }

        StationWindows station = StationOf(site);
        foreach (Reading reading in readings)
        {
            station.Take(reading, out _);
        }
    }

    /// <summary>
    /// Takes readings and judges at each of their times. A reading older than the newest of its series, or than the last judgement of
    /// its region, corrects the windows, and shows in the next judgement, or in <see cref="JudgeCorrected"/>.
    /// </summary>
    /// <param name="readings">Ascending by the time of measurement.</param>
    /// <param name="now">Network time.</param>
    public IReadOnlyList<HazardChange> Accept(IReadOnlyList<SiteReading> readings, DateTimeOffset now)
    {
        List<HazardChange> changes = [];
        for (int i = 0; i < readings.Count; i++)
        {
            Reading reading = readings[i].Reading;
            StationWindows station = StationOf(readings[i].Site);
            if (station.Take(reading, out bool isNewest))
            {
                Touch(station, reading.Series.Quantity.Code, isNewest);
            }

            if (i + 1 == readings.Count || readings[i + 1].Reading.TakenAt != reading.TakenAt)
            {
                JudgeTouched(reading.TakenAt, now, changes);
            }
        }

        return changes;
    }

    /// <summary>
    /// Judges once more, at the time of their last judgement, what late readings corrected since: when the newest came first and no more
    /// follows, nothing else would see what the late ones say.
    /// </summary>
    public IReadOnlyList<HazardChange> JudgeCorrected(DateTimeOffset now)
    {
        List<HazardChange> changes = [];
        foreach (Region region in _corrected.OrderBy(r => r.Id))
        {
            region.JudgeCorrected(at => now - at <= _rules.LateAfter, IsRaisedBeside, changes);
        }

        _corrected.Clear();
        return changes;
    }

    /// <summary>
    /// Lets network time pass without readings. A warning that ran out is closed only when no reading can come any more that still
    /// counts as live: one that is on its way may yet speak for it or end it.
    /// </summary>
    public IReadOnlyList<HazardChange> Advance(DateTimeOffset now)
    {
        List<HazardChange> changes = [];
        foreach (Region region in _regions.Values)
        {
            region.Advance(now - _rules.LateAfter, changes);
        }

        return changes;
    }

    /// <summary>Makes the regions whose state was kept, so that time passes for them even if their stations are silent.</summary>
    public void Restore()
    {
        foreach ((RegionId region, _) in _states.Keys)
        {
            RegionOf(region);
        }
    }

    private void Touch(StationWindows station, string quantity, bool isNewest)
    {
        Region region = RegionOf(station.Site.Region);
        int hazards = station.HazardsOf(quantity);
        if (!isNewest)
        {
            region.Correct(hazards);
            _corrected.Add(region);
        }
        else if (region.Touch(hazards))
        {
            _touched.Add(region);
        }
    }

    private void JudgeTouched(DateTimeOffset at, DateTimeOffset now, List<HazardChange> changes)
    {
        _touched.Sort((a, b) => a.Id.CompareTo(b.Id));
        foreach (Region region in _touched)
        {
            region.JudgeTouched(at, now - at <= _rules.LateAfter, IsRaisedBeside, changes);
            if (region.IsCorrected)
            {
                _corrected.Add(region);
            }
        }

        _touched.Clear();
    }

    private bool IsRaisedBeside(HazardKind hazard, StationId station, DateTimeOffset at) =>
        _regions.Values.Any(r => r.IsRaisedBeside(hazard, station, at));

    private StationWindows StationOf(Site site)
    {
        if (!_stations.TryGetValue(site.Station, out StationWindows? station))
        {
            station = new StationWindows(site, _rules);
            _stations.Add(site.Station, station);
            RegionOf(site.Region).Add(station);
        }
        else if (!ReferenceEquals(station.Site, site) && station.Site != site)
        {
            RegionOf(station.Site.Region).Remove(station);
            station.Apply(site, _rules);
            RegionOf(site.Region).Add(station);
        }

        return station;
    }

    private Region RegionOf(RegionId region)
    {
        if (!_regions.TryGetValue(region, out Region? found))
        {
            found = new Region(region, _states.Where(s => s.Key.Region == region).Select(s => KeyValuePair.Create(s.Key.Hazard, s.Value)));
            _regions.Add(region, found);
        }

        return found;
    }
}

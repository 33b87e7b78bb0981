using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Core.Hazards;

/// <summary>
/// All regions of one province that have stations. A province is the largest area in which one station bears witness for
/// another, so provinces can be judged apart from each other. Pure; not safe for use by several threads.
/// </summary>
public sealed class Province(
    RegionId id, HazardRules rules, IReadOnlyDictionary<(RegionId Region, HazardKind Hazard), TrackerState> states)
{
    private readonly Dictionary<StationId, StationWindows> _stations = [];
    private readonly SortedDictionary<RegionId, Region> _regions = [];

    /// <summary>The province.</summary>
    public RegionId Id => id;

    /// <summary>What the trackers remember now, for all regions that ever had a judgement.</summary>
    public IEnumerable<KeyValuePair<(RegionId Region, HazardKind Hazard), TrackerState>> States =>
        _regions.Values.SelectMany(r => r.States.Select(s => KeyValuePair.Create((r.Id, s.Key), s.Value)));

    /// <summary>Takes a reading into the windows without judging; false when it bears on nothing.</summary>
    public bool Take(SiteReading reading) => StationOf(reading.Site).Take(reading.Reading);

    /// <summary>
    /// Takes readings and judges at each of their times. A reading older than the last judgement of its region corrects the
    /// windows, and shows in the next judgement.
    /// </summary>
    /// <param name="readings">Ascending by the time of measurement.</param>
    /// <param name="now">Network time.</param>
    public IReadOnlyList<HazardChange> Accept(IReadOnlyList<SiteReading> readings, DateTimeOffset now)
    {
        List<HazardChange> changes = [];
        HashSet<(RegionId, HazardKind)> touched = [];
        for (int i = 0; i < readings.Count; i++)
        {
            SiteReading reading = readings[i];
            if (Take(reading) && HazardQuantities.RaisedBy(reading.Reading.Series.Quantity.Code) is { } hazard)
            {
                touched.Add((reading.Site.Region, hazard));
            }

            DateTimeOffset at = reading.Reading.TakenAt;
            if (i + 1 == readings.Count || readings[i + 1].Reading.TakenAt != at)
            {
                Judge(touched, at, now, changes);
                touched.Clear();
            }
        }

        return changes;
    }

    /// <summary>Lets network time pass without readings.</summary>
    public IReadOnlyList<HazardChange> Advance(DateTimeOffset now)
    {
        List<HazardChange> changes = [];
        foreach (Region region in _regions.Values)
        {
            region.Advance(now, changes);
        }

        return changes;
    }

    /// <summary>Makes the regions whose state was kept, so that time passes for them even if their stations are silent.</summary>
    public void Restore()
    {
        foreach ((RegionId region, _) in states.Keys)
        {
            RegionOf(region);
        }
    }

    private void Judge(
        HashSet<(RegionId Region, HazardKind Hazard)> touched,
        DateTimeOffset at,
        DateTimeOffset now,
        List<HazardChange> changes)
    {
        foreach ((RegionId region, HazardKind hazard) in touched.Order())
        {
            RegionOf(region).Judge(
                hazard, at, now, station => _regions.Values.Any(r => r.IsRaisedBeside(hazard, station, at)), changes);
        }
    }

    private StationWindows StationOf(Site site)
    {
        if (!_stations.TryGetValue(site.Station, out StationWindows? station))
        {
            station = new StationWindows(site);
            _stations.Add(site.Station, station);
            RegionOf(site.Region).Add(station);
        }
        else if (station.Site != site)
        {
            RegionOf(station.Site.Region).Remove(station);
            station.Site = site;
            RegionOf(site.Region).Add(station);
        }

        return station;
    }

    private Region RegionOf(RegionId region)
    {
        if (!_regions.TryGetValue(region, out Region? found))
        {
            found = new Region(
                region, rules, h => states.TryGetValue((region, h), out TrackerState? kept) ? kept : TrackerState.Quiet);
            _regions.Add(region, found);
        }

        return found;
    }
}

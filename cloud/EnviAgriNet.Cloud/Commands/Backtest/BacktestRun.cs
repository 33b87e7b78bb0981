using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>
/// Judges readings of the past as the cloud does, with the time of measurement as network time: whatever would have been raised
/// then is raised here.
/// </summary>
/// <param name="rule">The rule that is tried.</param>
/// <param name="reached">The level that warnings should come before, or null.</param>
/// <param name="within">The time a level may take to come.</param>
/// <param name="from">Readings before it fill the windows and raise nothing.</param>
internal sealed class BacktestRun(BacktestRule rule, ReachedLevel? reached, TimeSpan within, DateTimeOffset from)
{
    private static readonly TimeSpan AdvanceStep = TimeSpan.FromMinutes(1);

    private readonly Dictionary<RegionId, Province> _provinces = [];
    private readonly SortedDictionary<RegionId, TriedRegion> _regions = [];
    private DateTimeOffset _advancedAt = DateTimeOffset.MinValue;

    /// <summary>Tries the rule on readings in the order of measurement; answers for each region that had any.</summary>
    public IReadOnlyList<TriedPlace> Try(TrialReadings readings)
    {
        List<SiteReading> moment = [];
        foreach (SiteReading reading in readings.Readings)
        {
            if (moment.Count > 0 && moment[0].Reading.TakenAt != reading.Reading.TakenAt)
            {
                Judge(moment);
                moment.Clear();
            }

            moment.Add(reading);
        }

        Judge(moment);
        return [.. _regions.Where(r => r.Value.Readings > 0).Select(r => r.Value.ToPlace(readings.NameOf(r.Key)))];
    }

    private void Judge(List<SiteReading> moment)
    {
        if (moment.Count == 0)
        {
            return;
        }

        DateTimeOffset at = moment[0].Reading.TakenAt;
        bool isJudged = at >= from;
        if (isJudged)
        {
            Advance(at);
        }

        foreach (IGrouping<RegionId, SiteReading> group in moment.GroupBy(r => r.Site.Region.Province))
        {
            Province province = ProvinceOf(group.Key);
            List<SiteReading> readings = [.. group];
            if (isJudged)
            {
                Follow(province.Accept(readings, at));
            }
            else
            {
                readings.ForEach(r => province.Take(r));
            }
        }

        foreach (SiteReading reading in moment)
        {
            RegionOf(reading.Site.Region).Take(reading, isJudged);
        }
    }

    // Time passes in steps, as it does in the cloud: a silent warning runs out on its own.
    private void Advance(DateTimeOffset now)
    {
        if (_advancedAt != DateTimeOffset.MinValue && now < _advancedAt + AdvanceStep)
        {
            return;
        }

        _advancedAt = now;
        foreach (Province province in _provinces.Values)
        {
            Follow(province.Advance(now));
        }
    }

    private void Follow(IReadOnlyList<HazardChange> changes)
    {
        foreach (HazardChange change in changes.Where(c => c.Hazard == rule.Hazard))
        {
            RegionOf(change.Region).Follow(change);
        }
    }

    private Province ProvinceOf(RegionId id)
    {
        if (!_provinces.TryGetValue(id, out Province? province))
        {
            province = rule.NewProvince(id);
            _provinces.Add(id, province);
        }

        return province;
    }

    private TriedRegion RegionOf(RegionId id)
    {
        if (!_regions.TryGetValue(id, out TriedRegion? region))
        {
            region = new TriedRegion(reached, within);
            _regions.Add(id, region);
        }

        return region;
    }
}

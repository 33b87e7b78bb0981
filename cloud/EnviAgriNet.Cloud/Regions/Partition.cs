using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Regions;

/// <summary>
/// Judges the provinces that fall to it, in the order of measurement, and saves what changed before it goes on. One thread at
/// a time.
/// </summary>
internal sealed class Partition(
    RulesInForce inForce,
    HazardMemory memory,
    NetworkClock clock,
    IStationBook stations,
    JournalWriter journal,
    PastJudge past,
    RegionMetrics metrics,
    TimeSpan saveEvery,
    StationRefill? refill = null,
    QualityGate? quality = null)
{
    private static readonly TimeSpan AdvanceStep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PastQuietFor = TimeSpan.FromMinutes(10);

    private readonly SortedDictionary<RegionId, HostedProvince> _provinces = [];
    private HazardRules _rules = inForce.Current;
    private DateTimeOffset _advancedAt = DateTimeOffset.MinValue;
    private long _ignored;

    /// <summary>Takes a reading into the windows without judging it.</summary>
    public void Take(SiteReading reading) => ProvinceOf(reading.Site.Region.Province).Province.Take(reading);

    /// <summary>Makes the provinces that have a saved state, so that time passes for them too.</summary>
    public void Restore(RegionId province) => ProvinceOf(province).Province.Restore();

    /// <summary>Judges the readings of committed packs that bear on a hazard and whose station is registered.</summary>
    public async Task AcceptAsync(IReadOnlyList<CommittedPack> packs, CancellationToken cancellationToken)
    {
        await FollowRulesAsync(cancellationToken);
        List<SiteReading> readings = [];
        foreach (CommittedPack pack in packs)
        {
            if (SiteOf(pack.Station) is not { } site)
            {
                continue;
            }

            List<Reading> fresh = [.. pack.Fresh.Where(r => Measures.Take(r.Series.Quantity.Code)).OrderBy(r => r.TakenAt)];
            foreach (Reading reading in quality?.Judge(pack.Station, fresh) ?? fresh)
            {
                readings.Add(new SiteReading(site, reading));
                NotePast(site.Region.Province, reading.TakenAt);
            }
        }

        await JudgeAsync(readings.OrderBy(r => r.Reading.TakenAt).ToList(), cancellationToken);
    }

    /// <summary>Judges readings at each of their times, oldest first, and then what late ones corrected; in a replay network time goes along.</summary>
    public async Task JudgeAsync(IReadOnlyList<SiteReading> readings, CancellationToken cancellationToken)
    {
        for (int from = 0, to; from < readings.Count; from = to)
        {
            DateTimeOffset at = readings[from].Reading.TakenAt;
            to = from + 1;
            while (to < readings.Count && readings[to].Reading.TakenAt == at)
            {
                to++;
            }

            clock.Observe(at);
            DateTimeOffset now = clock.Now ?? at;
            Advance(now);
            foreach (IGrouping<RegionId, SiteReading> group in readings.Skip(from).Take(to - from)
                .GroupBy(r => r.Site.Region.Province))
            {
                ProvinceOf(group.Key).Accept(group.ToList(), at, now);
            }

            await SaveAsync(p => p.HasChanges, cancellationToken);
        }

        if (clock.Now is { } last)
        {
            foreach (HostedProvince province in _provinces.Values)
            {
                province.JudgeCorrected(last);
            }

            await SaveAsync(p => p.HasChanges, cancellationToken);
        }

        await SaveDueAsync(cancellationToken);
    }

    /// <summary>Lets time pass for regions whose stations are silent; whether more windows wait to be filled anew.</summary>
    public async Task<bool> TickAsync(CancellationToken cancellationToken)
    {
        await FollowRulesAsync(cancellationToken);
        bool isMoreToRefill = refill?.Run(_provinces.Values.Select(p => p.Province), SiteOf) ?? false;
        CountIgnored();
        if (clock.Now is { } now)
        {
            Advance(now);
            await SaveAsync(p => p.HasChanges, cancellationToken);
            await RecordPastAsync(now, cancellationToken);
            await SaveDueAsync(cancellationToken);
        }

        return isMoreToRefill;
    }

    /// <summary>Saves all that was judged since the last save.</summary>
    public Task SaveAllAsync(CancellationToken cancellationToken) => SaveAsync(_ => true, cancellationToken);

    /// <summary>What a judgement needs to know of a registered station, or null.</summary>
    public Site? SiteOf(StationId station) => stations.Find(station) is { } found
        ? found.ToSite()
        : null;

    // What was judged by the old rules is saved first, so that a restart does not judge it again by the new ones.
    private async Task FollowRulesAsync(CancellationToken cancellationToken)
    {
        if (inForce.Current is { } current && !ReferenceEquals(current, _rules))
        {
            await SaveAllAsync(cancellationToken);
            _rules = current;
            foreach (HostedProvince province in _provinces.Values)
            {
                province.Province.Apply(current);
            }
        }
    }

    private void NotePast(RegionId id, DateTimeOffset at)
    {
        HostedProvince province = ProvinceOf(id);
        if (province.JudgedUntil - at > _rules.LateAfter && province.JudgedUntil != DateTimeOffset.MinValue)
        {
            province.NotePast(at, clock.Now ?? province.JudgedUntil);
        }
    }

    // A backlog comes newest first, so the past is judged when no more of it comes. A stop before that judges it after the next start.
    private async Task RecordPastAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (HostedProvince province in _provinces.Values.Where(p => now - p.Past?.HeardAt >= PastQuietFor).ToList())
        {
            IReadOnlyList<HazardChange> changes = past.Judge(province.Province.Id, _rules, province.Past!, province.JudgedUntil);
            if (changes.Count > 0)
            {
                await journal.RecordPastAsync(changes, cancellationToken);
            }

            province.ForgetPast();
            await SaveAsync(p => p == province, cancellationToken);
        }
    }

    private void CountIgnored()
    {
        long ignored = _provinces.Values.Sum(p => p.Province.IgnoredReadings);
        metrics.OnIgnored(Math.Max(0, ignored - _ignored));
        _ignored = ignored;
    }

    private void Advance(DateTimeOffset now)
    {
        if (now < _advancedAt + AdvanceStep && _advancedAt != DateTimeOffset.MinValue)
        {
            return;
        }

        _advancedAt = now;
        foreach (HostedProvince province in _provinces.Values)
        {
            province.Advance(now);
        }
    }

    private Task SaveDueAsync(CancellationToken cancellationToken) =>
        SaveAsync(p => p.JudgedUntil - p.SavedUntil >= saveEvery, cancellationToken);

    // One due province takes the others along: after a crash in a replay none may be behind network time.
    private async Task SaveAsync(Func<HostedProvince, bool> isDue, CancellationToken cancellationToken)
    {
        if (!_provinces.Values.Any(p => p.IsDirty && isDue(p)))
        {
            return;
        }

        List<HostedProvince> dirty = _provinces.Values.Where(p => p.IsDirty).ToList();
        await journal.SaveAsync(dirty.ConvertAll(p => p.ToSave()), cancellationToken);
        dirty.ForEach(p => p.OnSaved());
    }

    private HostedProvince ProvinceOf(RegionId id)
    {
        if (!_provinces.TryGetValue(id, out HostedProvince? province))
        {
            Dictionary<(RegionId, HazardKind), TrackerState> states = memory.States
                .Where(s => s.Key.Region.Province == id).ToDictionary(s => s.Key, s => s.Value);
            DateTimeOffset until = memory.JudgedUntil.GetValueOrDefault(id, DateTimeOffset.MinValue);
            province = new HostedProvince(new Province(id, _rules, states), until, memory.Past.GetValueOrDefault(id));
            _provinces.Add(id, province);
        }

        return province;
    }
}

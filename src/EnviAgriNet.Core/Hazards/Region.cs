using System.Numerics;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Core.Hazards;

/// <summary>
/// The state of one region: the windows of the stations registered in it, and a tracker per hazard that was ever judged. Pure:
/// time comes in as an argument. Not safe for use by several threads.
/// </summary>
internal sealed class Region
{
    private readonly HazardTracker?[] _trackers = new HazardTracker?[Enum.GetValues<HazardKind>().Length];
    private readonly List<StationWindows> _stations = [];
    private readonly List<GroupJudgement> _judged = [];
    private int _touched;
    private int _corrected;
    private DateTimeOffset _judgedAt = DateTimeOffset.MinValue;

    public Region(RegionId id, IEnumerable<KeyValuePair<HazardKind, TrackerState>> kept)
    {
        Id = id;
        foreach ((HazardKind hazard, TrackerState state) in kept)
        {
            _trackers[(int)hazard] = new HazardTracker(id, hazard, DefaultRules.Of(hazard).Timing, state);
        }
    }

    public RegionId Id { get; }

    public IEnumerable<KeyValuePair<HazardKind, TrackerState>> States => _trackers
        .Select((tracker, i) => (Tracker: tracker, Hazard: (HazardKind)i)).Where(t => t.Tracker is not null)
        .Select(t => KeyValuePair.Create(t.Hazard, t.Tracker!.State));

    public void Add(StationWindows station)
    {
        _stations.Add(station);
        _stations.Sort((a, b) => a.Site.Station.CompareTo(b.Site.Station));
    }

    public void Remove(StationWindows station) => _stations.Remove(station);

    /// <summary>Notes hazards, a bit each, that have a new reading; true for the first ones since the last judgement.</summary>
    public bool Touch(int hazards)
    {
        bool isFirst = _touched == 0 && hazards != 0;
        _touched |= hazards;
        return isFirst;
    }

    /// <summary>Whether late readings bear on hazards that were not judged since.</summary>
    public bool IsCorrected => _corrected != 0;

    /// <summary>Notes hazards, a bit each, whose windows a late reading corrected.</summary>
    public void Correct(int hazards) => _corrected |= hazards;

    /// <summary>
    /// Judges the hazards that were touched, at a measurement time. At a time before the last judgement of one its windows are only
    /// corrected.
    /// </summary>
    /// <param name="at">Measurement time.</param>
    /// <param name="isLive">Whether people may be told.</param>
    /// <param name="isRaisedBeside">Whether a station of the province other than the given one raises a hazard at a time.</param>
    /// <param name="changes">Where changes are added.</param>
    public void JudgeTouched(
        DateTimeOffset at, bool isLive, Func<HazardKind, StationId, DateTimeOffset, bool> isRaisedBeside, List<HazardChange> changes)
    {
        _judgedAt = at > _judgedAt ? at : _judgedAt;
        for (; _touched != 0; _touched &= _touched - 1)
        {
            int bit = _touched & -_touched;
            var hazard = (HazardKind)BitOperations.TrailingZeroCount(bit);
            if (at < _trackers[(int)hazard]?.State.KnownAt)
            {
                _corrected |= bit;
            }
            else
            {
                _corrected &= ~bit;
                Judge(hazard, at, isLive, isRaisedBeside, changes);
            }
        }
    }

    /// <summary>
    /// Judges the hazards once more whose windows were corrected, at the time of the last judgement; one without any waits for its next
    /// reading, as after a start.
    /// </summary>
    /// <param name="isLive">Whether people may be told of a time.</param>
    /// <param name="isRaisedBeside">Whether a station of the province other than the given one raises a hazard at a time.</param>
    /// <param name="changes">Where changes are added.</param>
    public void JudgeCorrected(
        Predicate<DateTimeOffset> isLive, Func<HazardKind, StationId, DateTimeOffset, bool> isRaisedBeside, List<HazardChange> changes)
    {
        for (; _corrected != 0; _corrected &= _corrected - 1)
        {
            var hazard = (HazardKind)BitOperations.TrailingZeroCount(_corrected);
            DateTimeOffset at = _trackers[(int)hazard]?.State.KnownAt is { } known && known > _judgedAt ? known : _judgedAt;
            if (at > DateTimeOffset.MinValue)
            {
                Judge(hazard, at, isLive(at), isRaisedBeside, changes);
            }
        }
    }

    /// <summary>Lets time pass to a time after which no reading may come any more that still counts as live.</summary>
    public void Advance(DateTimeOffset time, List<HazardChange> changes)
    {
        foreach (HazardTracker? tracker in _trackers)
        {
            tracker?.Advance(time, changes);
        }
    }

    /// <summary>Whether a station of this region other than the given one raises the hazard at a time.</summary>
    public bool IsRaisedBeside(HazardKind hazard, StationId station, DateTimeOffset at)
    {
        foreach (StationWindows other in _stations)
        {
            if (other.Site.Station != station && other.JudgeOf(hazard) is { } judge
                && judge.GroupsOf(other).Any(g => judge.Judge(g, at) is { IsKnown: true, Raise: >= HazardLevel.Moderate }))
            {
                return true;
            }
        }

        return false;
    }

    private void Judge(
        HazardKind hazard, DateTimeOffset at, bool isLive, Func<HazardKind, StationId, DateTimeOffset, bool> isRaisedBeside,
        List<HazardChange> changes)
    {
        HazardLevel silent = JudgeGroups(hazard, at);
        GroupJudgement? worst = null;
        DateTimeOffset? moderateAt = null;
        DateTimeOffset? severeAt = null;
        HazardLevel hold = HazardLevel.None;
        foreach (GroupJudgement group in _judged)
        {
            worst = worst is null || IsWorse(group, worst) ? group : worst;
            hold = group.Hold > hold ? group.Hold : hold;
            moderateAt = group.Raise >= HazardLevel.Moderate ? Newest(moderateAt, group.RaisedAt) : moderateAt;
            severeAt = group.Raise == HazardLevel.Severe ? Newest(severeAt, group.SevereAt) : severeAt;
        }

        if (worst is not null)
        {
            bool isWitnessed = severeAt is not null
                && _judged.Exists(g => g.Raise == HazardLevel.Severe && IsWitnessed(hazard, g, at, isRaisedBeside));
            HazardTracker tracker = TrackerOf(hazard, worst.Judge.Rule.Timing);
            tracker.Judge(
                at,
                new RegionJudgement(moderateAt, severeAt, hold, silent, isWitnessed, worst.ToEvidence),
                isLive,
                changes);
        }
    }

    // Keeps what says anything, and returns the highest level that may still be held for all that is known.
    private HazardLevel JudgeGroups(HazardKind hazard, DateTimeOffset at)
    {
        _judged.Clear();
        HazardLevel silent = HazardLevel.None;
        foreach (StationWindows station in _stations)
        {
            if (station.JudgeOf(hazard) is not { } judge)
            {
                continue;
            }

            foreach (SeriesGroup group in judge.GroupsOf(station))
            {
                GroupJudgement judgement = judge.Judge(group, at);
                silent = judgement.Silent > silent ? judgement.Silent : silent;
                if (judgement.IsKnown)
                {
                    _judged.Add(judgement);
                }
            }
        }

        return silent;
    }

    private bool IsWitnessed(
        HazardKind hazard, GroupJudgement severe, DateTimeOffset at, Func<HazardKind, StationId, DateTimeOffset, bool> isRaisedBeside)
    {
        SeriesGroup group = severe.Measures.Group;
        RuleWitnesses witnesses = severe.Judge.Rule.Witnesses;
        return severe.Judge.IsWitnessed(group, at)
            || (witnesses.Sibling && _judged.Exists(g => g != severe && g.Station == severe.Station
                && g.Raise >= HazardLevel.Moderate && !g.Measures.Group.Shares(group)))
            || (witnesses.Neighbour && isRaisedBeside(hazard, severe.Station.Site.Station, at));
    }

    // The timing is that of the rule in force, which may have changed since the last judgement.
    private HazardTracker TrackerOf(HazardKind hazard, HazardTiming timing)
    {
        ref HazardTracker? tracker = ref _trackers[(int)hazard];
        if (tracker is null || !ReferenceEquals(tracker.Timing, timing))
        {
            tracker = new HazardTracker(Id, hazard, timing, tracker?.State ?? TrackerState.Quiet);
        }

        return tracker;
    }

    private static bool IsWorse(GroupJudgement group, GroupJudgement than) =>
        group.Raise != than.Raise ? group.Raise > than.Raise
        : group.Hold != than.Hold ? group.Hold > than.Hold
        : group.Badness > than.Badness;

    private static DateTimeOffset Newest(DateTimeOffset? one, DateTimeOffset other) => one > other ? one.Value : other;
}

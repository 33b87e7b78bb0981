using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Core.Hazards;

/// <summary>
/// Follows one hazard in one region: opens, changes and ends its events. A level is raised after it held for a while, lowered
/// after it was undershot for a while, and neither while nothing is known. Not safe for use by several threads.
/// </summary>
public sealed class HazardTracker(RegionId region, HazardKind hazard, HazardTiming timing, TrackerState state)
{
    /// <summary>The times it goes by.</summary>
    public HazardTiming Timing => timing;

    /// <summary>All that is remembered.</summary>
    public TrackerState State { get; private set; } = state;

    /// <summary>Takes a judgement of known series.</summary>
    /// <param name="at">Measurement time; never before that of the judgement before.</param>
    /// <param name="judgement">What the series say.</param>
    /// <param name="isLive">Whether people may be told; false for what is too old by network time.</param>
    /// <param name="changes">Where changes are added.</param>
    public void Judge(DateTimeOffset at, RegionJudgement judgement, bool isLive, List<HazardChange> changes)
    {
        Advance(at, changes);
        Note(at, judgement);
        int before = changes.Count;
        HazardLevel reached = Reached(judgement);
        if (reached == HazardLevel.Severe && State.Level < reached && !judgement.IsWitnessed)
        {
            Raise(HazardLevel.Moderate, at, judgement, isLive, changes);
            Propose(at, judgement, isLive, changes);
        }
        else if (reached > State.Level)
        {
            Raise(reached, at, judgement, isLive, changes);
        }
        else if (Kept(at) is var kept && kept < State.Level && (isLive || State.Announced == HazardLevel.None))
        {
            // Whoever was told of a warning hears of its end. The past pages nobody, so an end that shows only in late readings waits
            // for the first live one.
            Lower(kept, at, judgement, isLive, changes);
        }

        // A level that only waits for its clear hold still stands, and must not run out before it is cleared. One that a silent series
        // holds up is not confirmed by anybody.
        bool isWaiting = State.BelowModerateSince is not null
            || (State.Level == HazardLevel.Severe && State.BelowSevereSince is not null);
        if (changes.Count == before && State.Level != HazardLevel.None && (judgement.Hold >= State.Level || isWaiting))
        {
            Confirm(at, judgement, isLive, changes);
        }
    }

    /// <summary>
    /// Lets time pass without a judgement: a warning that expired without data ends its event as unknown. Such an event sends no
    /// all-clear, for nobody has measured that it is safe.
    /// </summary>
    public void Advance(DateTimeOffset now, List<HazardChange> changes)
    {
        if (State.ExpiresAt is not { } expires || now < expires)
        {
            return;
        }

        changes.Add(Change(ChangeKind.Lapsed, State.Level, expires, expires, isLive: false, null));
        State = TrackerState.Quiet;
    }

    private void Note(DateTimeOffset at, RegionJudgement judgement)
    {
        // Time in silence is no part of any hold: all holds begin anew after it.
        bool isAfterSilence = State.KnownAt is { } known && at - known > timing.SilenceAfter;
        HazardLevel held = judgement.Hold > judgement.Silent ? judgement.Hold : judgement.Silent;
        DateTimeOffset? Since(DateTimeOffset? holdsAt, DateTimeOffset? since) => holdsAt is null || isAfterSilence ? holdsAt : since ?? holdsAt;
        DateTimeOffset? IfBelow(HazardLevel level) => held < level ? at : null;
        State = State with
        {
            KnownAt = at,
            // From the raising reading on, which is not that of the judgement when it came in late.
            ModerateSince = Since(judgement.ModerateRaisedAt, State.ModerateSince),
            SevereSince = Since(judgement.SevereRaisedAt, State.SevereSince),
            BelowModerateSince = Since(IfBelow(HazardLevel.Moderate), State.BelowModerateSince),
            BelowSevereSince = Since(IfBelow(HazardLevel.Severe), State.BelowSevereSince),
        };
        if (State.IsProposed && at - State.BelowSevereSince >= timing.ClearHold)
        {
            State = State with { IsProposed = false };
        }
    }

    private HazardLevel Reached(RegionJudgement judgement)
    {
        // The time of the raising series counts, not that of the judgement: another station's reading is no sign that this
        // one is still high.
        if (judgement.SevereRaisedAt - State.SevereSince >= timing.OnsetHold)
        {
            return HazardLevel.Severe;
        }

        return judgement.ModerateRaisedAt - State.ModerateSince >= timing.OnsetHold
            ? HazardLevel.Moderate
            : HazardLevel.None;
    }

    private HazardLevel Kept(DateTimeOffset at)
    {
        if (at - State.BelowModerateSince >= timing.ClearHold)
        {
            return HazardLevel.None;
        }

        return at - State.BelowSevereSince >= timing.ClearHold && State.Level == HazardLevel.Severe
            ? HazardLevel.Moderate
            : State.Level;
    }

    private void Raise(
        HazardLevel level, DateTimeOffset at, RegionJudgement judgement, bool isLive, List<HazardChange> changes)
    {
        if (level <= State.Level)
        {
            return;
        }

        bool opens = State.Level == HazardLevel.None;
        HazardLevel previous = State.Level;
        if (opens)
        {
            DateTimeOffset onset = State.ModerateSince ?? at;
            State = State with
            {
                EventId = $"{region}-{hazard.Code()}-{onset.UtcDateTime:yyyyMMdd'T'HHmm}",
                Onset = onset,
                Announced = HazardLevel.None,
                IsProposed = false,
            };
        }

        Set(level, at, isLive);
        changes.Add(Change(
            opens ? ChangeKind.Opened : ChangeKind.LevelChanged, previous, at, at + timing.Validity, isLive,
            judgement.Evidence()));
    }

    private void Propose(DateTimeOffset at, RegionJudgement judgement, bool isLive, List<HazardChange> changes)
    {
        if (State.IsProposed)
        {
            return;
        }

        State = State with { IsProposed = true };
        HazardChange change = Change(
            ChangeKind.Proposed, State.Level, at, at + timing.Validity, isLive, judgement.Evidence());
        changes.Add(change with { Level = HazardLevel.Severe });
    }

    private void Lower(
        HazardLevel level, DateTimeOffset at, RegionJudgement judgement, bool isLive, List<HazardChange> changes)
    {
        HazardLevel previous = State.Level;
        if (level != HazardLevel.None)
        {
            Set(level, at, isLive);
            changes.Add(Change(
                ChangeKind.LevelChanged, previous, at, at + timing.Validity, isLive, judgement.Evidence()));
            return;
        }

        // Whoever was told nothing needs no all-clear.
        bool isTold = isLive && State.Announced != HazardLevel.None;
        State = State with { Level = HazardLevel.None };
        changes.Add(Change(ChangeKind.Ended, previous, at, at + timing.AllClearValidity, isTold, judgement.Evidence()));
        State = State with
        {
            EventId = null,
            Onset = null,
            ExpiresAt = null,
            Announced = HazardLevel.None,
            IsProposed = false,
        };
    }

    private void Confirm(DateTimeOffset at, RegionJudgement judgement, bool isLive, List<HazardChange> changes)
    {
        DateTimeOffset expires = at + timing.Validity;
        if (isLive && State.Announced != State.Level && judgement.Hold >= State.Level)
        {
            HazardLevel told = State.Announced;
            Set(State.Level, at, isLive);
            changes.Add(Change(ChangeKind.LevelChanged, told, at, expires, isLive, judgement.Evidence()));
        }
        else if (at >= State.ExpiresAt - timing.ExtendAhead)
        {
            Set(State.Level, at, isLive);
            if (isLive)
            {
                changes.Add(Change(ChangeKind.Extended, State.Level, at, expires, isLive, judgement.Evidence()));
            }
        }
    }

    private void Set(HazardLevel level, DateTimeOffset at, bool isLive) => State = State with
    {
        Level = level,
        ExpiresAt = at + timing.Validity,
        Announced = isLive ? level : State.Announced,
        IsProposed = State.IsProposed && level != HazardLevel.Severe,
    };

    private HazardChange Change(
        ChangeKind kind, HazardLevel previous, DateTimeOffset at, DateTimeOffset expires, bool isLive, Evidence? evidence) =>
        new(
            kind, region, hazard, State.EventId ?? string.Empty, State.Onset ?? at,
            kind == ChangeKind.Lapsed ? HazardLevel.None : State.Level, previous, at, expires, isLive, evidence);
}

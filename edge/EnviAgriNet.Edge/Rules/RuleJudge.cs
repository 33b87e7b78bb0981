using EnviAgriNet.Protocol.Configs;

namespace EnviAgriNet.Edge.Rules;

/// <summary>
/// Judges one reading by one rule, on measurement time. Pure. Readings that come late or again change nothing: the alarm is further
/// already. A silence neither holds an alarm up nor ends it, and what was held before it does not count.
/// </summary>
internal static class RuleJudge
{
    private static readonly TimeSpan AheadMax = TimeSpan.FromMinutes(1);

    /// <summary>The alarm after a reading.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="before">Where its alarm stood.</param>
    /// <param name="takenAt">When the value was measured.</param>
    /// <param name="value">The value.</param>
    /// <param name="now">Network time: what was judged later than this was judged by a clock that has been set back since.</param>
    public static AlarmState Judge(LocalRule rule, AlarmState before, DateTimeOffset takenAt, double value, DateTimeOffset now)
    {
        DateTimeOffset judgedAt = before.JudgedAt > now + AheadMax ? DateTimeOffset.UnixEpoch : before.JudgedAt;
        if (takenAt <= judgedAt)
        {
            return before;
        }

        AlarmState after = before with { JudgedAt = takenAt, Value = value };
        bool speaksForChange = before.IsUp ? rule.IsCleared(value) : rule.IsPassed(value);
        if (!speaksForChange)
        {
            return after with { PendingSince = null };
        }

        bool wasSilent = takenAt - judgedAt > TimeSpan.FromSeconds(rule.GapSeconds);
        DateTimeOffset since = wasSilent ? takenAt : before.PendingSince ?? takenAt;
        if (takenAt - since < TimeSpan.FromSeconds(before.IsUp ? rule.ClearHoldSeconds : rule.HoldSeconds))
        {
            return after with { PendingSince = since };
        }

        return before.IsUp
            ? after with { IsUp = false, PendingSince = null }
            : after with { IsUp = true, PendingSince = null, RaisedAt = takenAt };
    }
}

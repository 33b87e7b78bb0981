using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>What an event was worth: whether the level came, and how long after the warning.</summary>
/// <param name="Place">Where.</param>
/// <param name="Event">The event.</param>
/// <param name="Result">What it was; null when no level was asked for.</param>
/// <param name="ReachedAt">When the level was reached; null when it was not in time.</param>
/// <param name="Lead">From the warning to that; negative when the warning came late.</param>
/// <param name="After">Of a false alarm: how long after it the level came all the same, while the warning was still out.</param>
internal sealed record Verdict(
    TriedPlace Place, TriedEvent Event, VerdictKind? Result, DateTimeOffset? ReachedAt, TimeSpan? Lead, TimeSpan? After)
{
    /// <summary>
    /// Holds an event against the spans: the level must be reached within a time after the warning, or be reached already when
    /// the warning comes, which is late.
    /// </summary>
    public static Verdict Of(TriedPlace place, TriedEvent tried, HazardLevel level, TimeSpan within)
    {
        DateTimeOffset raised = tried.AtLevel(level)!.Value;
        if (place.Reaches is not { } spans)
        {
            return new Verdict(place, tried, null, null, null, null);
        }

        foreach (Reach span in spans)
        {
            bool isLate = span.From < raised && raised <= span.Until;
            if (isLate || (span.From >= raised && span.From - raised <= within))
            {
                return new Verdict(
                    place, tried, isLate ? VerdictKind.Late : VerdictKind.Hit, span.From, span.From - raised, null);
            }
        }

        TimeSpan? after = spans.Where(s => s.From > raised && !(s.From >= tried.OverAt)).Select(s => (TimeSpan?)(s.From - raised)).FirstOrDefault();
        return new Verdict(place, tried, VerdictKind.FalseAlarm, null, null, after);
    }
}

/// <summary>What an event was.</summary>
internal enum VerdictKind
{
    /// <summary>The level was reached after the warning, in time.</summary>
    Hit,

    /// <summary>The level was reached before the warning.</summary>
    Late,

    /// <summary>The level was not reached in time.</summary>
    FalseAlarm,
}

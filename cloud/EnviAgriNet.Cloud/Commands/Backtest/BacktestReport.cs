using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>What a rule would have been worth: its events, what they were, and what it missed.</summary>
internal sealed class BacktestReport
{
    private BacktestReport(IReadOnlyList<TriedPlace> places, IReadOnlyList<Verdict> verdicts, IReadOnlyList<(TriedPlace Place, IReadOnlyList<Reach> Spans)> missed)
    {
        Places = places;
        Verdicts = verdicts;
        Missed = missed;
    }

    /// <summary>The places, in the order they were read.</summary>
    public IReadOnlyList<TriedPlace> Places { get; }

    /// <summary>The events of the level asked for, place by place.</summary>
    public IReadOnlyList<Verdict> Verdicts { get; }

    /// <summary>Times the level was reached while no warning was out and none came just before or in them; spans close together are one time.</summary>
    public IReadOnlyList<(TriedPlace Place, IReadOnlyList<Reach> Spans)> Missed { get; }

    /// <summary>Events of the level asked for.</summary>
    public int Events => Verdicts.Count;

    /// <summary>Events before which or in which the level was reached in time, the late ones among them.</summary>
    public int Hits => Verdicts.Count(v => v.Result is VerdictKind.Hit or VerdictKind.Late);

    /// <summary>Those of <see cref="Hits"/> that came after the level was reached.</summary>
    public int Late => Verdicts.Count(v => v.Result == VerdictKind.Late);

    /// <summary>Events without the level.</summary>
    public int FalseAlarms => Verdicts.Count(v => v.Result == VerdictKind.FalseAlarm);

    /// <summary>Time under warning, of all places together.</summary>
    public double Hours => Verdicts.Sum(v => v.Event.Length(v.Place.Last).TotalHours);

    /// <summary>The median of the leads; null without one.</summary>
    public double? MedianLeadHours
    {
        get
        {
            double[] leads = [.. Verdicts.Where(v => v.Lead is not null).Select(v => v.Lead!.Value.TotalHours).Order()];
            return leads.Length == 0 ? null : (leads[(leads.Length - 1) / 2] + leads[leads.Length / 2]) / 2;
        }
    }

    /// <summary>Holds all events against all spans.</summary>
    public static BacktestReport Of(IReadOnlyList<TriedPlace> places, HazardLevel level, TimeSpan within)
    {
        List<Verdict> verdicts = [];
        List<(TriedPlace, IReadOnlyList<Reach>)> missed = [];
        foreach (TriedPlace place in places)
        {
            List<TriedEvent> events = [.. place.Events.Where(e => e.AtLevel(level) is not null)];
            verdicts.AddRange(events.Select(e => Verdict.Of(place, e, level, within)));
            missed.AddRange(Reach.Join(place.Reaches ?? [], within)
                .Where(spans => !spans.Any(span => events.Exists(e => Covers(e, level, span, within)))).Select(spans => (place, spans)));
        }

        return new BacktestReport(places, verdicts, missed);
    }

    private static bool Covers(TriedEvent tried, HazardLevel level, Reach span, TimeSpan within)
    {
        DateTimeOffset raised = tried.AtLevel(level)!.Value;
        bool isOut = raised <= span.From && (tried.OverAt is not { } over || span.From < over);
        bool isJustBefore = raised <= span.From && span.From - raised <= within;
        bool isLate = span.From < raised && raised <= span.Until;
        return isOut || isJustBefore || isLate;
    }
}

namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>A span in which every reading of a station had reached a level.</summary>
/// <param name="From">When it was first reached.</param>
/// <param name="Until">When it was last seen reached.</param>
/// <param name="Furthest">The value that went furthest.</param>
/// <param name="FurthestAt">When it did.</param>
internal readonly record struct Reach(DateTimeOffset From, DateTimeOffset Until, double Furthest, DateTimeOffset FurthestAt)
{
    /// <summary>The spans joined where less than some time lies between them: a level that is left and soon reached again is one matter.</summary>
    /// <param name="spans">Spans by their begin.</param>
    /// <param name="within">The time.</param>
    public static IReadOnlyList<IReadOnlyList<Reach>> Join(IEnumerable<Reach> spans, TimeSpan within)
    {
        List<List<Reach>> joined = [];
        DateTimeOffset until = default;
        foreach (Reach span in spans)
        {
            if (joined.Count == 0 || span.From - until > within)
            {
                joined.Add([]);
                until = span.Until;
            }

            joined[^1].Add(span);
            until = span.Until > until ? span.Until : until;
        }

        return joined;
    }
}

/// <summary>Finds the spans in which a level was reached, from the values of one station in the order of measurement.</summary>
/// <param name="level">The level.</param>
/// <param name="within">The time without a reading that ends a span.</param>
internal sealed class ReachWatch(ReachedLevel level, TimeSpan within)
{
    private readonly List<Reach> _spans = [];
    private bool _isOn;

    /// <summary>The spans so far, oldest first.</summary>
    public IReadOnlyList<Reach> Spans => _spans;

    /// <summary>Takes the values of a time; of several sensors one is enough.</summary>
    public void Take(DateTimeOffset at, IReadOnlyList<double> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        double furthest = values[0];
        foreach (double value in values)
        {
            furthest = level.IsFurther(value, furthest) ? value : furthest;
        }

        bool goesOn = _isOn && at - _spans[^1].Until <= within;
        _isOn = level.IsReachedBy(furthest);
        if (!_isOn)
        {
            return;
        }

        if (!goesOn)
        {
            _spans.Add(new Reach(at, at, furthest, at));
            return;
        }

        Reach last = _spans[^1] with { Until = at };
        _spans[^1] = level.IsFurther(furthest, last.Furthest) ? last with { Furthest = furthest, FurthestAt = at } : last;
    }
}

namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>A span in which a level was reached; gaps shorter than the time allowed to a warning do not end it.</summary>
/// <param name="From">When it was first reached.</param>
/// <param name="Until">When it was last seen reached.</param>
/// <param name="Furthest">The value that went furthest.</param>
/// <param name="FurthestAt">When it did.</param>
internal readonly record struct Reach(DateTimeOffset From, DateTimeOffset Until, double Furthest, DateTimeOffset FurthestAt);

/// <summary>Finds the spans in which a level was reached, from values in the order of measurement.</summary>
/// <param name="level">The level.</param>
/// <param name="within">The time without it that parts one span from the next.</param>
internal sealed class ReachWatch(ReachedLevel level, TimeSpan within)
{
    private readonly List<Reach> _spans = [];

    /// <summary>The spans so far, oldest first.</summary>
    public IReadOnlyList<Reach> Spans => _spans;

    /// <summary>Takes a value.</summary>
    public void Take(DateTimeOffset at, double value)
    {
        if (!level.IsReachedBy(value))
        {
            return;
        }

        if (_spans.Count == 0 || at - _spans[^1].Until > within)
        {
            _spans.Add(new Reach(at, at, value, at));
            return;
        }

        Reach last = _spans[^1] with { Until = at };
        _spans[^1] = level.IsFurther(value, last.Furthest) ? last with { Furthest = value, FurthestAt = at } : last;
    }
}

namespace EnviAgriNet.Cloud.Regions;

/// <summary>A span of the past whose readings came in after later ones were judged.</summary>
/// <param name="From">The oldest such reading.</param>
/// <param name="To">The newest.</param>
/// <param name="HeardAt">Network time at which the last one came in.</param>
internal sealed record PastSpan(DateTimeOffset From, DateTimeOffset To, DateTimeOffset HeardAt)
{
    /// <summary>The span with one more reading.</summary>
    public static PastSpan With(PastSpan? span, DateTimeOffset at, DateTimeOffset now) =>
        new(span is null || at < span.From ? at : span.From, span is null || at > span.To ? at : span.To, now);
}

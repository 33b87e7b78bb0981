namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>The readings of one hour or day as a few numbers. Only usable readings (quality 1 and 2) enter all but <see cref="Total"/>.</summary>
/// <param name="From">When the hour or day begins, UTC.</param>
/// <param name="Total">Readings of any quality.</param>
/// <param name="Count">Usable readings.</param>
/// <param name="Sum">Their sum; 0 without any.</param>
/// <param name="Min">The smallest; 0 without any.</param>
/// <param name="Max">The largest; 0 without any.</param>
internal readonly record struct RollUp(
    DateTimeOffset From, long Total, long Count, double Sum, double Min, double Max)
{
    /// <summary>The mean of the usable readings, or null without any.</summary>
    public double? Mean => Count == 0 ? null : Sum / Count;
}

namespace EnviAgriNet.Core.Windows;

/// <summary>
/// The last 24 h of a series in hourly slots: the hour of the time asked for and the 23 before it. The mean is a mean of hourly
/// means, so that a station that reports each minute and one that reports each hour agree. Keeps 25 slots, 500 bytes.
/// </summary>
public sealed class DayWindow
{
    /// <summary>The hours of the window.</summary>
    public const int Hours = 24;

    private readonly SlotWindow _slots = new(TimeSpan.FromHours(1), Hours + 1);

    /// <summary>When the newest reading was taken, or null in an empty window.</summary>
    public DateTimeOffset? LatestAt => _slots.LatestAt;

    /// <summary>Adds a reading; false when it is too old to count any more.</summary>
    public bool Add(DateTimeOffset takenAt, double value) => _slots.Add(takenAt, value);

    /// <summary>The hours with data, oldest first.</summary>
    public IReadOnlyList<Slot> HoursAt(DateTimeOffset until) => _slots.Slots(until, Hours);

    /// <summary>The sum of all readings of the 24 h; 0 without any.</summary>
    public double SumAt(DateTimeOffset until) => HoursAt(until).Sum(h => h.Sum);
}

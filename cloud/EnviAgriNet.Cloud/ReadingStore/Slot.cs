namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>
/// Where a block stands: a station's number and an hour since 1970. As one number it sorts by hour first, so that what arrives
/// together is written together.
/// </summary>
internal readonly record struct Slot(int Station, long Hour)
{
    private const int StationBits = 24;
    private const long MsPerHour = 3_600_000;

    public long Key => (Hour << StationBits) | (uint)Station;

    public DateTimeOffset From => DateTimeOffset.FromUnixTimeMilliseconds(Hour * MsPerHour);

    /// <summary>The calendar month (UTC) the hour lies in, as 202611.</summary>
    public int Month => MonthOf(From);

    public static int MonthOf(DateTimeOffset time) => (time.UtcDateTime.Year * 100) + time.UtcDateTime.Month;

    public static long HourOf(DateTimeOffset time) => Math.DivRem(time.ToUnixTimeMilliseconds(), MsPerHour).Quotient;

    public static Slot OfKey(long key) => new((int)(key & ((1 << StationBits) - 1)), key >> StationBits);
}

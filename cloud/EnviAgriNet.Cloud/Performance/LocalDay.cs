using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Performance;

/// <summary>Days of Bangkok time as numbers: days since 1 January 1970.</summary>
internal static class LocalDay
{
    private const int HoursPerDay = 24;

    /// <summary>The day a time lies in.</summary>
    public static int Of(DateTimeOffset time) =>
        (int)Math.Floor((time.ToUnixTimeMilliseconds() + LocalTime.Offset.TotalMilliseconds) / TimeSpan.FromDays(1).TotalMilliseconds);

    /// <summary>The day of a date.</summary>
    public static int Of(DateOnly date) => date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>When a day begins.</summary>
    public static DateTimeOffset Begin(int day) => DateTimeOffset.UnixEpoch.AddDays(day) - LocalTime.Offset;

    /// <summary>The date of a day.</summary>
    public static DateOnly Date(int day) => DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays(day);

    /// <summary>Hours since 1970 by Bangkok time, so that 24 of them are a day.</summary>
    public static long HourOf(DateTimeOffset time) =>
        (long)Math.Floor((time.ToUnixTimeMilliseconds() + LocalTime.Offset.TotalMilliseconds) / TimeSpan.FromHours(1).TotalMilliseconds);

    /// <summary>The first hour of a day.</summary>
    public static long FirstHour(int day) => (long)day * HoursPerDay;
}

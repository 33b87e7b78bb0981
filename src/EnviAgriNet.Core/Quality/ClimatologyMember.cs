using System.Globalization;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Core.Quality;

/// <summary>What is usual in one span of time and depth. Times are UTC; all spans include their ends.</summary>
/// <param name="Time">When it applies, in the unit of the period.</param>
/// <param name="Period">The unit of the time.</param>
/// <param name="Suspect">Outside of it a value is suspect (<c>vspan</c>).</param>
/// <param name="Fail">Outside of it a value fails (<c>fspan</c>); null for none.</param>
/// <param name="Depth">At which depth it applies (<c>zspan</c>), metres, positive down; null for everywhere.</param>
public sealed record ClimatologyMember(Span Time, ClimatologyPeriod Period, Span Suspect, Span? Fail, Span? Depth)
{
    /// <summary>Whether the member has a say at that time and depth; a member with a depth needs one.</summary>
    public bool Applies(long timeMs, double depth) =>
        Time.Holds(PlaceIn(timeMs)) && (Depth is not { } span || span.Holds(depth));

    /// <summary>The flag of a value.</summary>
    public QualityFlag Judge(double value) =>
        Fail is { } fail && !fail.Holds(value) ? QualityFlag.Fail
        : !Suspect.Holds(value) ? QualityFlag.Suspect
        : QualityFlag.Pass;

    private double PlaceIn(long timeMs)
    {
        if (Period == ClimatologyPeriod.Dates)
        {
            return timeMs;
        }

        DateTime time = DateTimeOffset.FromUnixTimeMilliseconds(timeMs).UtcDateTime;
        return Period switch
        {
            ClimatologyPeriod.Year => time.Year,
            ClimatologyPeriod.Quarter => (time.Month + 2) / 3,
            ClimatologyPeriod.Month => time.Month,
            ClimatologyPeriod.Week => ISOWeek.GetWeekOfYear(time),
            ClimatologyPeriod.Day => time.Day,
            ClimatologyPeriod.DayOfYear => time.DayOfYear,
            ClimatologyPeriod.DayOfWeek => ((int)time.DayOfWeek + 6) % 7,
            _ => time.Hour,
        };
    }
}

/// <summary>In which unit the time of a member is told; without one it is a span of dates.</summary>
public enum ClimatologyPeriod
{
    /// <summary>Dates, as milliseconds since 1970.</summary>
    Dates,

    /// <summary>The year.</summary>
    Year,

    /// <summary>The quarter, 1 to 4.</summary>
    Quarter,

    /// <summary>The month, 1 to 12.</summary>
    Month,

    /// <summary>The ISO week, 1 to 53.</summary>
    Week,

    /// <summary>The day of the month, 1 to 31.</summary>
    Day,

    /// <summary>The day of the year, 1 to 366.</summary>
    DayOfYear,

    /// <summary>The day of the week, 0 (Monday) to 6.</summary>
    DayOfWeek,

    /// <summary>The hour of the day, 0 to 23.</summary>
    Hour,
}

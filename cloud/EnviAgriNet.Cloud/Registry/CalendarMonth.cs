using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Registry;

/// <summary>A month of Bangkok's calendar. Months are counted, so that they can be subtracted.</summary>
/// <param name="Number">Months since January 1970, which is 0; negative before.</param>
internal readonly record struct CalendarMonth(int Number) : IComparable<CalendarMonth>
{
    /// <summary>Months of a year.</summary>
    public const int PerYear = 12;

    private const int FirstYear = 1970;

    public CalendarMonth(int year, int month)
        : this(((year - FirstYear) * PerYear) + month - 1)
    {
    }

    /// <summary>The year of our era.</summary>
    public int Year => FirstYear + (int)Math.Floor((double)Number / PerYear);

    /// <summary>1 to 12.</summary>
    public int Month => Number - ((Year - FirstYear) * PerYear) + 1;

    /// <summary>How many days it has.</summary>
    public int Days => DateTime.DaysInMonth(Year, Month);

    /// <summary>Its first moment, UTC.</summary>
    public DateTimeOffset Begin => new DateTimeOffset(Year, Month, 1, 0, 0, 0, LocalTime.Offset).ToUniversalTime();

    /// <summary>The first moment after it, UTC.</summary>
    public DateTimeOffset End => Plus(1).Begin;

    /// <summary>The month a moment lies in.</summary>
    public static CalendarMonth Of(DateTimeOffset time)
    {
        DateTimeOffset local = LocalTime.Of(time);
        return new CalendarMonth(local.Year, local.Month);
    }

    /// <summary>The month so many months later, or earlier.</summary>
    public CalendarMonth Plus(int months) => new(Number + months);

    /// <inheritdoc/>
    public int CompareTo(CalendarMonth other) => Number.CompareTo(other.Number);

    /// <summary>As in <c>2026-04</c>.</summary>
    public override string ToString() => $"{Year:0000}-{Month:00}";
}

using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Forecasting.Series;

/// <summary>The grid of a frequency: which cell a date falls into, and which date a cell has.</summary>
public static class Calendar
{
    private const int DaysOfWeek = 7;
    private const int WorkingDaysOfWeek = 5;
    private const int MonthsOfYear = 12;

    /// <summary>Steps in a year: 260 working days, 52 weeks, 12 months.</summary>
    public static int Season(this Frequency frequency) => frequency switch
    {
        Frequency.Daily => 260,
        Frequency.Weekly => 52,
        _ => MonthsOfYear,
    };

    /// <summary>
    /// The number of the cell a date falls into; neighbours differ by 1. A Saturday or Sunday belongs to the Friday before, any day of a
    /// week to its Monday, any day of a month to its first.
    /// </summary>
    public static int CellOf(this Frequency frequency, DateOnly date)
    {
        // Day number 0 is a Monday.
        int week = date.DayNumber / DaysOfWeek;
        return frequency switch
        {
            Frequency.Daily => (week * WorkingDaysOfWeek) + Math.Min(date.DayNumber % DaysOfWeek, WorkingDaysOfWeek - 1),
            Frequency.Weekly => week,
            _ => (date.Year * MonthsOfYear) + date.Month - 1,
        };
    }

    /// <summary>The date of a cell.</summary>
    public static DateOnly DateOf(this Frequency frequency, int cell) => frequency switch
    {
        Frequency.Daily => DateOnly.FromDayNumber((cell / WorkingDaysOfWeek * DaysOfWeek) + (cell % WorkingDaysOfWeek)),
        Frequency.Weekly => DateOnly.FromDayNumber(cell * DaysOfWeek),
        _ => new DateOnly(cell / MonthsOfYear, (cell % MonthsOfYear) + 1, 1),
    };
}

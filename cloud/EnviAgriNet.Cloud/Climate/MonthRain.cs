using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry;

namespace EnviAgriNet.Cloud.Climate;

/// <summary>What a gauge caught in a month. Pure.</summary>
/// <param name="Month">The month.</param>
/// <param name="Days">On how many of its days the gauge had a usable reading; a dry day counts.</param>
/// <param name="Sum">The rain of these days in mm; nothing is added for the others.</param>
internal readonly record struct MonthRain(CalendarMonth Month, int Days, double Sum)
{
    private const int Percent = 100;

    /// <summary>Whether enough days are there for the sum to stand for the month.</summary>
    public bool IsComplete => Days * Percent >= Month.Days * Limits.DaysPercentMin;

    /// <summary>Sums a month from daily roll-ups; those of other months and those without a usable reading are let pass.</summary>
    public static MonthRain Of(CalendarMonth month, IEnumerable<RollUp> days)
    {
        int count = 0;
        double sum = 0;
        foreach (RollUp day in days)
        {
            if (day.Count > 0 && day.From >= month.Begin && day.From < month.End)
            {
                count++;
                sum += day.Sum;
            }
        }

        return new MonthRain(month, count, sum);
    }
}

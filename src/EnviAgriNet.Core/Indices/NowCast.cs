namespace EnviAgriNet.Core.Indices;

/// <summary>
/// NowCast of particulate matter (US EPA): what the air is like now, from the last 12 hourly means. The faster they change,
/// the more the newest hours count.
/// </summary>
public static class NowCast
{
    /// <summary>How many hours count.</summary>
    public const int Hours = 12;

    private const int NewestHours = 3;
    private const int NewestHoursNeeded = 2;
    private const double WeightMin = 0.5;

    /// <summary>More is no concentration; such an hour is missing.</summary>
    private const double HourMax = 1e9;

    /// <summary>
    /// Hourly means carry a few decimals, so a true result never lies this near below a tenth; what does is a tenth that the
    /// sums in binary fell short of, such as 12 hours of 20.1.
    /// </summary>
    private const int DecimalsBeforeTruncation = 9;

    /// <summary>
    /// The value in the unit of the hours, cut off after 0.1; null unless two of the newest three hours are there. A missing
    /// hour drops out of both sums, and the older ones keep their age.
    /// </summary>
    /// <param name="oldestFirst">Hourly means, the last one now, null where missing; of more than 12 the newest 12 count.</param>
    public static double? Of(IReadOnlyList<double?> oldestFirst)
    {
        double?[] newestFirst = [.. oldestFirst.Reverse().Take(Hours).Select(h => h is { } v && Math.Abs(v) <= HourMax ? h : null)];
        if (newestFirst.Take(NewestHours).Count(h => h is not null) < NewestHoursNeeded)
        {
            return null;
        }

        double weight = WeightOf(newestFirst.Min()!.Value, newestFirst.Max()!.Value);
        double sum = 0;
        double weights = 0;
        double power = 1;
        foreach (double? hour in newestFirst)
        {
            if (hour is { } value)
            {
                sum += power * value;
                weights += power;
            }

            power *= weight;
        }

        double tenths = Math.Truncate(Math.Round(sum / weights, DecimalsBeforeTruncation) * 10);
        return (tenths / 10) + 0.0;
    }

    /// <summary>Smallest by largest hour, at least a half; 1 where they do not differ, so also when all are zero.</summary>
    private static double WeightOf(double smallest, double largest) =>
        smallest.Equals(largest) ? 1 : largest <= 0 ? WeightMin : Math.Clamp(smallest / largest, WeightMin, 1);
}

namespace EnviAgriNet.Core.Indices;

/// <summary>How much rain the ground still holds from the days before.</summary>
public static class AntecedentRain
{
    /// <summary>
    /// The antecedent precipitation index of Kohler and Linsley (1951), <c>API = k * API of yesterday + rain of today</c> in
    /// mm, from 0 before the first day. Null when a day is missing or negative: a day of no value is not a day of no rain.
    /// </summary>
    /// <param name="days">Daily rain in mm, oldest first, the last one today.</param>
    /// <param name="k">What is left after a day, above 0 and below 1; the person who uses the number declares it.</param>
    public static double? Index(IReadOnlyList<double?> days, double k)
    {
        if (!(k > 0 && k < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(k), k, "What is left after a day lies between 0 and 1");
        }

        return days.All(IsKnown) ? days.Aggregate(0.0, (index, rain) => (k * index) + rain!.Value) : null;
    }

    /// <summary>The rain of the last days in mm; null when there are fewer, or one of them is missing or negative.</summary>
    /// <param name="days">Daily rain in mm, oldest first, the last one today.</param>
    /// <param name="count">How many days, 1 and more.</param>
    public static double? Sum(IReadOnlyList<double?> days, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return days.Count >= count && days.TakeLast(count).All(IsKnown) ? days.TakeLast(count).Sum() : null;
    }

    private static bool IsKnown(double? rain) => rain is >= 0 && double.IsFinite(rain.Value);
}

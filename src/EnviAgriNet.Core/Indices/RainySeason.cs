namespace EnviAgriNet.Core.Indices;

/// <summary>
/// The onset of the rainy season by the Thai Meteorological Department: within 5 days at least 3 days of 5 mm and more each,
/// and at least 25 mm together.
/// </summary>
public static class RainySeason
{
    private const int Days = 5;
    private const int WetDaysMin = 3;
    private const double WetDayMm = 5;
    private const double SumMm = 25;

    /// <summary>
    /// The first onset in a series of daily rain, or null when there is none. A day without a value adds nothing: rain that
    /// was not measured cannot make an onset, and cannot undo one.
    /// </summary>
    /// <param name="days">Rain of successive rain days in mm, oldest first, null where missing.</param>
    public static RainySeasonOnset? Onset(IReadOnlyList<double?> days)
    {
        for (int last = 0; last < days.Count; last++)
        {
            int first = Math.Max(0, last - Days + 1);
            int[] wet = [.. Enumerable.Range(first, last - first + 1).Where(d => days[d] >= WetDayMm)];
            double sum = Enumerable.Range(first, last - first + 1).Sum(d => Math.Max(0, days[d] ?? 0));
            if (wet.Length >= WetDaysMin && Math.Round(sum, ClassStep.DecimalsCompared) >= SumMm)
            {
                return new RainySeasonOnset(wet[0], last);
            }
        }

        return null;
    }
}

/// <summary>An onset of the rainy season, as places in the series of days.</summary>
/// <param name="FirstWetDay">The first day of 5 mm and more among the five.</param>
/// <param name="KnownOn">The day whose rain completed it.</param>
public readonly record struct RainySeasonOnset(int FirstWetDay, int KnownOn);

namespace EnviAgriNet.Forecasting.Combination;

/// <summary>How much of a series is kept back to try on, and from where.</summary>
internal static class TrialWindow
{
    /// <summary>The most origins; a longer part is tried at every second, third … of its values.</summary>
    public const int OriginsMax = 40;

    // What is fitted must be worth fitting.
    private const int FittedMin = 10;
    private const int WindowMin = 6;
    private const int SeasonsKept = 3;
    private const int ShareOfSeries = 3;

    /// <summary>The length of the last part, or 0 when the series is too short to try.</summary>
    public static int LengthOf(int count, int season, int horizon)
    {
        int wished = Math.Max(SeasonsKept * season, 2 * horizon);
        int window = Math.Min(wished, count / ShareOfSeries);
        return window < WindowMin || count - window < FittedMin ? 0 : window;
    }

    /// <summary>How many values each origin knows, from <paramref name="first"/> to one before <paramref name="count"/>.</summary>
    public static int[] Origins(int first, int count)
    {
        int stride = (count - first + OriginsMax - 1) / OriginsMax;
        List<int> origins = [];
        for (int origin = first; origin < count; origin += stride)
        {
            origins.Add(origin);
        }

        return [.. origins];
    }
}

namespace EnviAgriNet.Forecasting.Backtests;

/// <summary>Where in the past forecasts are tried.</summary>
internal static class BacktestOrigins
{
    /// <summary>What must be known at the first origin.</summary>
    public const int KnownMin = 12;

    /// <summary>
    /// How many values each origin knows, oldest first: a horizon apart, or closer where the series is too short for so many; the newest leaves a whole
    /// horizon to compare.
    /// </summary>
    public static int[] Of(int count, int horizon, int wished)
    {
        int last = count - horizon;
        int room = last - KnownMin;
        if (room < 0)
        {
            return [];
        }

        int origins = Math.Min(wished, room + 1);
        int stride = origins == 1 ? 1 : Math.Clamp(room / (origins - 1), 1, horizon);
        return [.. Enumerable.Range(0, origins).Select(i => last - ((origins - 1 - i) * stride))];
    }
}

namespace EnviAgriNet.Forecasting.Combination;

/// <summary>
/// The scale on which errors are taken: ratios for prices, which are never below zero and move by their share; differences for series that
/// touch zero or go below.
/// </summary>
/// <param name="IsRatio">Whether errors are logarithms of ratios.</param>
/// <param name="Floor">The lowest forecast on a ratio scale, positive.</param>
internal readonly record struct Scale(bool IsRatio, double Floor)
{
    // A forecast of a price falls at most to this share of the lowest price that was ever quoted.
    private const double FloorShare = 0.05;

    /// <summary>The scale of a series.</summary>
    public static Scale Of(ReadOnlySpan<double> values)
    {
        double lowest = double.PositiveInfinity;
        foreach (double value in values)
        {
            lowest = Math.Min(lowest, value);
        }

        return lowest > 0 ? new Scale(true, lowest * FloorShare) : new Scale(false, double.NegativeInfinity);
    }

    /// <summary>Forecasts that the series could take.</summary>
    public double[] Within(double[] forecasts)
    {
        double floor = Floor;
        return [.. forecasts.Select(f => Math.Max(f, floor))];
    }

    /// <summary>The error of a forecast on this scale.</summary>
    public double Error(double actual, double forecast) => IsRatio ? Math.Log(actual / forecast) : actual - forecast;

    /// <summary>The value that lies an error away from a forecast.</summary>
    public double Away(double forecast, double error) => IsRatio ? forecast * Math.Exp(error) : forecast + error;
}

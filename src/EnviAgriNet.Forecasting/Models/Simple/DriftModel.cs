namespace EnviAgriNet.Forecasting.Models.Simple;

/// <summary>The last value, going on along the line from the first value to the last.</summary>
public sealed class DriftModel : IForecastModel
{
    /// <inheritdoc/>
    public string Name => "drift";

    /// <inheritdoc/>
    public ModelFit? Fit(ReadOnlySpan<double> values, int season)
    {
        if (!ValuesInReach.Of(values, 3))
        {
            return null;
        }

        return On(values, (values[^1] - values[0]) / (values.Length - 1), values.Length - 1, null);
    }

    private static StoredFit On(ReadOnlySpan<double> values, double slope, int steps, double? known)
    {
        double last = values[^1];
        double[] residuals = new double[values.Length];
        residuals[0] = double.NaN;
        double squares = 0;
        for (int t = 1; t < values.Length; t++)
        {
            residuals[t] = values[t] - values[t - 1] - slope;
            squares += residuals[t] * residuals[t];
        }

        // The slope is itself an estimate: its error grows with the horizon (as in R's rwf with drift).
        double sigma = known ?? Math.Sqrt(squares / (steps - 1));
        return new StoredFit(
            "Drift", 1, residuals, last,
            longer => On(longer, slope, steps, sigma),
            horizon => [.. Enumerable.Range(1, horizon).Select(h => last + (slope * h))],
            horizon => [.. Enumerable.Range(1, horizon).Select(h => sigma * Math.Sqrt(h * (1 + ((double)h / steps))))]);
    }
}

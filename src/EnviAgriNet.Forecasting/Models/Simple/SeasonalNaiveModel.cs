namespace EnviAgriNet.Forecasting.Models.Simple;

/// <summary>The value of the same week or month a year ago comes again.</summary>
public sealed class SeasonalNaiveModel : IForecastModel
{
    /// <inheritdoc/>
    public string Name => "snaive";

    /// <inheritdoc/>
    public ModelFit? Fit(ReadOnlySpan<double> values, int season)
    {
        if (season < 2 || !ValuesInReach.Of(values, season + 1))
        {
            return null;
        }

        return On(values, season, null);
    }

    private static StoredFit On(ReadOnlySpan<double> values, int season, double? known)
    {
        double[] residuals = new double[values.Length];
        Array.Fill(residuals, double.NaN, 0, season);
        double squares = 0;
        for (int t = season; t < values.Length; t++)
        {
            residuals[t] = values[t] - values[t - season];
            squares += residuals[t] * residuals[t];
        }

        double sigma = known ?? Math.Sqrt(squares / (values.Length - season));
        double[] cycle = values[^season..].ToArray();
        return new StoredFit(
            $"Seasonal naive[{season}]", 0, residuals, values[^1],
            longer => On(longer, season, sigma),
            horizon => [.. Enumerable.Range(0, horizon).Select(h => cycle[h % season])],
            horizon => [.. Enumerable.Range(0, horizon).Select(h => sigma * Math.Sqrt(1 + (h / season)))]);
    }
}

namespace EnviAgriNet.Forecasting;

/// <summary>
/// From a series as it was published to a forecast that can be published: puts it on its grid, fills gaps, sets outliers aside,
/// combines models by their errors in the past, calibrates the bands. Deterministic.
/// </summary>
public static class PriceForecaster
{
    /// <summary>Forecasts, or says why not. Never throws on what a series holds.</summary>
    public static ForecastOutcome Run(ForecastRequest request) =>
        throw new NotSupportedException("not yet");
}

using EnviAgriNet.Forecasting;

namespace EnviAgriNet.Cloud.Forecasts;

/// <summary>A price is never below zero, whatever the width of a band says.</summary>
internal static class NotBelowZero
{
    /// <summary>The forecast with bounds and medians of at least zero.</summary>
    public static PriceForecast Of(PriceForecast forecast) => forecast with
    {
        Steps = [.. forecast.Steps.Select(s => new ForecastStep(
            s.Date, Math.Max(0, s.Median), Math.Max(0, s.Low80), Math.Max(0, s.High80), Math.Max(0, s.Low95), Math.Max(0, s.High95)))],
    };
}

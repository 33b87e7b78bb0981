namespace EnviAgriNet.Forecasting.Models.Smoothing;

/// <summary>Simple exponential smoothing: a level that follows the values.</summary>
public sealed class SimpleSmoothingModel : IForecastModel
{
    /// <inheritdoc/>
    public string Name => "ses";

    /// <inheritdoc/>
    public ModelFit? Fit(ReadOnlySpan<double> values, int season) => SmoothingByForm.Fit(values, EtsTrend.None);
}

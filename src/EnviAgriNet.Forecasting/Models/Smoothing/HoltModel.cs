namespace EnviAgriNet.Forecasting.Models.Smoothing;

/// <summary>Holt's method: a level and a trend that goes on.</summary>
public sealed class HoltModel : IForecastModel
{
    /// <inheritdoc/>
    public string Name => "holt";

    /// <inheritdoc/>
    public ModelFit? Fit(ReadOnlySpan<double> values, int season) => SmoothingByForm.Fit(values, EtsTrend.Additive);
}

namespace EnviAgriNet.Forecasting.Models.Smoothing;

/// <summary>A level and a trend that dies out (Gardner and McKenzie).</summary>
public sealed class DampedTrendModel : IForecastModel
{
    /// <inheritdoc/>
    public string Name => "damped";

    /// <inheritdoc/>
    public ModelFit? Fit(ReadOnlySpan<double> values, int season) => SmoothingByForm.Fit(values, EtsTrend.Damped);
}

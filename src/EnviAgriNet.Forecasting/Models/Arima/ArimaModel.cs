namespace EnviAgriNet.Forecasting.Models.Arima;

/// <summary>
/// ARIMA with its order chosen automatically (Hyndman and Khandakar 2008). Seasons up to 12 steps are part of the model; longer
/// ones are not looked at and have to be taken off before.
/// </summary>
public sealed class ArimaModel : IForecastModel
{
    /// <inheritdoc/>
    public string Name => "arima";

    /// <inheritdoc/>
    public ModelFit? Fit(ReadOnlySpan<double> values, int season) => AutoArima.Fit(values, season, [], "");
}

namespace EnviAgriNet.Forecasting.Models.Arima;

/// <summary>
/// ARIMA with its order chosen automatically (Hyndman and Khandakar 2008). Seasons up to 12 steps are part of the model; longer
/// ones are not looked at and have to be taken off before.
/// </summary>
public sealed class ArimaModel : IForecastModel
{
    private readonly int _exactMax;

    /// <summary>With the defaults.</summary>
    public ArimaModel()
        : this(AutoArima.ExactMax)
    {
    }

    /// <summary>With another boundary between exact likelihood and conditional least squares.</summary>
    /// <param name="exactMax">Default 150, from 0. The longest series whose order is searched by exact likelihood.</param>
    public ArimaModel(int exactMax)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(exactMax);
        _exactMax = exactMax;
    }

    /// <inheritdoc/>
    public string Name => "arima";

    /// <inheritdoc/>
    public ModelFit? Fit(ReadOnlySpan<double> values, int season) => AutoArima.Fit(values, season, [], "", _exactMax);
}

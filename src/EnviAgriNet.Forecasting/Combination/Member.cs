using EnviAgriNet.Forecasting.Models;

namespace EnviAgriNet.Forecasting.Combination;

/// <summary>A model of the pool and the season it is told of.</summary>
/// <param name="Model">The model.</param>
/// <param name="Season">Steps in a season, or 1 where the model itself takes no part in the season.</param>
/// <param name="IsBeside">Whether it only stands beside for comparison.</param>
internal sealed record Member(IForecastModel Model, int Season, bool IsBeside = false)
{
    /// <summary>Fits the model; null when it does not apply or says what no price can be.</summary>
    public ModelFit? Fit(ReadOnlySpan<double> values) => Model.Fit(values, Season);
}

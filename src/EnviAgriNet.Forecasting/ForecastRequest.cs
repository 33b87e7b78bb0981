using EnviAgriNet.Core.Markets;
using EnviAgriNet.Forecasting.Series;

namespace EnviAgriNet.Forecasting;

/// <summary>What is asked of <see cref="PriceForecaster"/>.</summary>
/// <param name="Points">The series, in any order; dates without a point are gaps. At most <see cref="ForecastLimits.PointsMax"/>.</param>
/// <param name="Frequency">How often it is quoted; dates are put on this grid.</param>
/// <param name="Horizon">Steps ahead, 1 to <see cref="ForecastLimits.HorizonMax"/>.</param>
public sealed record ForecastRequest(IReadOnlyList<SeriesPoint> Points, Frequency Frequency, int Horizon)
{
    /// <summary>Whether 0 stands for "no quotation", as in the books of prices; default true.</summary>
    public bool ZeroMeansMissing { get; init; } = true;

    /// <summary>What else may explain the price; default nothing.</summary>
    public IReadOnlyList<Regressor> Regressors { get; init; } = [];
}

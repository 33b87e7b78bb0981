using EnviAgriNet.Forecasting.Models.Arima;

namespace EnviAgriNet.Forecasting.Models.Regression;

/// <summary>
/// Dynamic regression: the series on given columns, such as rain, the area planted or an exchange rate, with errors that follow an
/// ARIMA of automatic order. A column that cannot help is left out and named.
/// </summary>
/// <remarks>In a trial of the past, give only what was known ahead at that time; what came later would be a look into the future.</remarks>
public sealed class RegressionModel : IForecastModel
{
    private readonly IReadOnlyList<RegressionColumn> _columns;
    private readonly int _horizon;

    /// <summary>Takes the columns.</summary>
    /// <param name="columns">The columns, the most trusted first.</param>
    /// <param name="horizon">Steps ahead for which a column has to be known.</param>
    public RegressionModel(IReadOnlyList<RegressionColumn> columns, int horizon)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentOutOfRangeException.ThrowIfNegative(horizon);
        _columns = columns;
        _horizon = horizon;
    }

    /// <inheritdoc/>
    public string Name => "regression";

    /// <summary>The columns that a fit to <paramref name="values"/> leaves out.</summary>
    public IReadOnlyList<LeftOutColumn> LeftOut(ReadOnlySpan<double> values) =>
        ColumnSelection.Of(_columns, values.Length, _horizon).LeftOut;

    /// <summary>Fits; null as well when no column is left.</summary>
    /// <inheritdoc/>
    public ModelFit? Fit(ReadOnlySpan<double> values, int season)
    {
        ColumnSelection selection = ColumnSelection.Of(_columns, values.Length, _horizon);
        return selection.Used.Count == 0
            ? null
            : AutoArima.Fit(values, season, selection.Used, string.Join(", ", selection.Names));
    }
}

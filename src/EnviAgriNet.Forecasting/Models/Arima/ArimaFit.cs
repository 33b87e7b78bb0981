namespace EnviAgriNet.Forecasting.Models.Arima;

/// <summary>An ARIMA model on a series, with the columns it is regressed on.</summary>
internal sealed class ArimaFit : ModelFit
{
    private readonly ArimaEstimate _estimate;
    private readonly IReadOnlyList<double[]> _columns;
    private readonly string _columnNames;
    private readonly double _sigma;
    private readonly double[] _residuals;
    private readonly double[] _state;
    private readonly double[] _levels;
    private readonly double[] _values;
    private readonly ArmaPolynomials _polynomials;
    private readonly InnovationsFilter _filter;

    /// <summary>Runs the estimated model over <paramref name="values"/>.</summary>
    /// <param name="estimate">What was estimated.</param>
    /// <param name="sigma">Standard deviation of its errors.</param>
    /// <param name="values">The series.</param>
    /// <param name="columns">Columns beside it, as far ahead as they are known.</param>
    /// <param name="columnNames">What the columns are, empty for none.</param>
    public ArimaFit(
        ArimaEstimate estimate, double sigma, ReadOnlySpan<double> values, IReadOnlyList<double[]> columns, string columnNames)
    {
        _estimate = estimate;
        _columns = columns;
        _columnNames = columnNames;
        _sigma = sigma;
        _values = values.ToArray();
        ArimaOrder order = estimate.Order;
        _polynomials = new ArmaPolynomials(order);
        _polynomials.Take(estimate.Point.AsSpan(0, order.Coefficients), 1);
        _filter = new InnovationsFilter(_polynomials);
        _levels = new double[values.Length];
        for (int t = 0; t < values.Length; t++)
        {
            _levels[t] = values[t] - Regression(t);
        }

        double[] series = Differencing.Of(_levels, order.Differences, order.SeasonalDifferences, order.Season);
        double[] errors = new double[series.Length];
        _filter.Run(series, errors, []);
        _state = _filter.State;
        _residuals = new double[values.Length];
        Array.Fill(_residuals, double.NaN, 0, values.Length - series.Length);
        errors.CopyTo(_residuals, values.Length - series.Length);
    }

    /// <inheritdoc/>
    public override string Description =>
        _columnNames.Length == 0 ? _estimate.Order.ToString() : $"Regression on {_columnNames} with errors {_estimate.Order}";

    /// <inheritdoc/>
    public override int Parameters => _estimate.Point.Length;

    /// <inheritdoc/>
    public override IReadOnlyList<double> Residuals => _residuals;

    /// <summary>Its order.</summary>
    internal ArimaOrder Order => _estimate.Order;

    /// <summary>What was estimated.</summary>
    internal ArimaEstimate Estimate => _estimate;

    /// <summary>Variance of its errors.</summary>
    internal double Variance => _sigma * _sigma;

    /// <inheritdoc/>
    public override ModelFit Apply(ReadOnlySpan<double> values) => new ArimaFit(_estimate, _sigma, values, _columns, _columnNames);

    /// <inheritdoc/>
    public override double[] Forecast(int horizon)
    {
        double[] state = [.. _state];
        double[] none = new double[state.Length];
        double[] back = Differencing.Weights(_estimate.Order);
        int count = _levels.Length;
        double[] levels = new double[count + horizon];
        _levels.CopyTo(levels, 0);
        double[] forecast = new double[horizon];
        for (int h = 0; h < horizon; h++)
        {
            double level = state[0];
            _filter.Move(state, none, 0);
            for (int i = 1; i <= back.Length; i++)
            {
                level += count + h >= i ? back[i - 1] * levels[count + h - i] : 0;
            }

            levels[count + h] = level;
            double value = level + Regression(count + h);
            forecast[h] = double.IsFinite(value) ? value : h > 0 ? forecast[h - 1] : _values[^1];
        }

        return forecast;
    }

    /// <inheritdoc/>
    public override double[] StandardErrors(int horizon)
    {
        double[] psi = ArmaPolynomials.Psi(WholeAutoregression(), _polynomials.Ma, horizon);
        double[] result = new double[horizon];
        double squares = 0;
        for (int h = 0; h < horizon; h++)
        {
            squares += psi[h] * psi[h];
            double error = _sigma * Math.Sqrt(squares);
            result[h] = double.IsFinite(error) ? error : h > 0 ? result[h - 1] : 0;
        }

        return result;
    }

    /// <summary>φ(B)Φ(B^s)(1-B)^d(1-B^s)^D multiplied out.</summary>
    private double[] WholeAutoregression()
    {
        double[] back = Differencing.Weights(_estimate.Order);
        double[] ar = _polynomials.Ar;
        double[] whole = new double[ar.Length + back.Length];
        ar.CopyTo(whole, 0);
        for (int i = 1; i <= back.Length; i++)
        {
            whole[i - 1] += back[i - 1];
            for (int j = 1; j <= ar.Length; j++)
            {
                whole[i + j - 1] -= back[i - 1] * ar[j - 1];
            }
        }

        return whole;
    }

    private double Regression(int step)
    {
        ArimaOrder order = _estimate.Order;
        double sum = 0;
        for (int c = 0; c < _columns.Count; c++)
        {
            double[] column = _columns[c];
            // Past the end of what is known the last known value stands, so that a forecast is always a number.
            sum += _estimate.Point[order.Coefficients + c] * column[Math.Min(step, column.Length - 1)];
        }

        return order.Constant
            ? sum + (_estimate.Point[^1] * ConstantColumn.At(step, order.Differences + order.SeasonalDifferences))
            : sum;
    }
}

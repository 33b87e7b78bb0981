namespace EnviAgriNet.Forecasting.Models.Arima;

/// <summary>
/// The exact likelihood as a sum of squares: errors divided by their exact deviations and multiplied by the geometric mean of
/// these. The least sum is the greatest likelihood, so the search for it is the same as that of least squares.
/// </summary>
internal sealed class ExactSquares : ILeastSquares
{
    private const double Nudge = 1e-6;

    private readonly ArimaOrder _order;
    private readonly double[] _series;
    private readonly double[][] _columns;
    private readonly double _bound;
    private readonly ArmaPolynomials _polynomials;
    private readonly InnovationsFilter _filter;
    private readonly double[] _rest;
    private readonly double[] _errors;
    private readonly double[] _scales;
    private readonly double[][] _slopes;
    private readonly double[] _base;
    private readonly double[] _moved;

    public ExactSquares(ArimaOrder order, double[] series, double[][] columns, double bound)
    {
        _order = order;
        _series = series;
        _columns = columns;
        _bound = bound;
        _polynomials = new ArmaPolynomials(order);
        _filter = new InnovationsFilter(_polynomials);
        _rest = new double[series.Length];
        _errors = new double[series.Length];
        _scales = new double[series.Length];
        _base = new double[series.Length];
        Size = order.Coefficients + columns.Length;
        _slopes = new double[Size][];
        _moved = new double[Size];
        for (int i = 0; i < Size; i++)
        {
            _slopes[i] = new double[series.Length];
        }
    }

    /// <inheritdoc/>
    public int Size { get; }

    /// <summary>The geometric mean of the errors' variances at the point asked last, in units of the settled one.</summary>
    public double Determinant { get; private set; } = 1;

    /// <inheritdoc/>
    public double Squares(ReadOnlySpan<double> point)
    {
        if (!_polynomials.Take(point[.._order.Coefficients], _bound))
        {
            return double.PositiveInfinity;
        }

        _series.CopyTo(_rest, 0);
        for (int c = 0; c < _columns.Length; c++)
        {
            double weight = point[_order.Coefficients + c];
            double[] column = _columns[c];
            for (int t = 0; t < _rest.Length; t++)
            {
                _rest[t] -= weight * column[t];
            }
        }

        double mean = Math.Exp(_filter.Run(_rest, _errors, _scales) / (2 * _rest.Length));
        Determinant = mean * mean;
        double sum = 0;
        for (int t = 0; t < _errors.Length; t++)
        {
            _errors[t] *= mean / _scales[t];
            sum += _errors[t] * _errors[t];
        }

        return double.IsNaN(sum) ? double.PositiveInfinity : sum;
    }

    /// <inheritdoc/>
    public void Slopes(ReadOnlySpan<double> point, double[] normal, double[] slope)
    {
        _errors.CopyTo(_base, 0);
        for (int i = 0; i < Size; i++)
        {
            point.CopyTo(_moved);
            double step = Nudge * Math.Max(1, Math.Abs(point[i]));
            _moved[i] = point[i] + step;
            if (!double.IsFinite(Squares(_moved)))
            {
                step = -step;
                _moved[i] = point[i] + step;
                if (!double.IsFinite(Squares(_moved)))
                {
                    _base.CopyTo(_errors, 0);
                }
            }

            for (int t = 0; t < _base.Length; t++)
            {
                _slopes[i][t] = (_errors[t] - _base[t]) / step;
            }
        }

        for (int i = 0; i < Size; i++)
        {
            slope[i] = LagFilter.Product(_slopes[i], _base);
            for (int j = 0; j <= i; j++)
            {
                double product = LagFilter.Product(_slopes[i], _slopes[j]);
                normal[(i * Size) + j] = product;
                normal[(j * Size) + i] = product;
            }
        }
    }
}

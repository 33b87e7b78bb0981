namespace EnviAgriNet.Forecasting.Models.Arima;

/// <summary>
/// The conditional sum of squares of Box and Jenkins: errors before the reach of the autoregression count as zero. Its slopes are
/// filtered series of which each coefficient's is a shifted copy, so that a step costs little more than a pass.
/// </summary>
internal sealed class ConditionalSquares : ILeastSquares
{
    private readonly ArimaOrder _order;
    private readonly double[] _series;
    private readonly double[][] _columns;
    private readonly double _bound;
    private readonly ArmaPolynomials _polynomials;
    private readonly double[] _rest;
    private readonly double[] _errors;
    private readonly double[][] _slopes;
    private readonly int[] _shifts;
    private readonly double[][] _filtered;
    private readonly int _first;

    public ConditionalSquares(ArimaOrder order, double[] series, double[][] columns, double bound)
    {
        _order = order;
        _series = series;
        _columns = columns;
        _bound = bound;
        _polynomials = new ArmaPolynomials(order);
        _rest = new double[series.Length];
        _errors = new double[series.Length];
        _first = Math.Min(series.Length, order.ArReach);
        Size = order.Coefficients + columns.Length;
        _slopes = new double[Size][];
        _shifts = new int[Size];
        _filtered = new double[4 + columns.Length][];
        for (int i = 0; i < _filtered.Length; i++)
        {
            _filtered[i] = new double[series.Length];
        }
    }

    /// <inheritdoc/>
    public int Size { get; }

    /// <summary>Errors that count.</summary>
    public int Count => _series.Length - _first;

    /// <inheritdoc/>
    public double Squares(ReadOnlySpan<double> point)
    {
        if (!_polynomials.Take(point[.._order.Coefficients], _bound))
        {
            return double.PositiveInfinity;
        }

        Rest(point[_order.Coefficients..]);
        Array.Clear(_errors, 0, _first);
        LagFilter.Autoregress(_rest, _polynomials.Ar, _errors, _first);
        LagFilter.Divide(_errors, _polynomials.Ma, _first);
        double sum = 0;
        for (int t = _first; t < _errors.Length; t++)
        {
            sum += _errors[t] * _errors[t];
        }

        return double.IsNaN(sum) ? double.PositiveInfinity : sum;
    }

    /// <inheritdoc/>
    public void Slopes(ReadOnlySpan<double> point, double[] normal, double[] slope)
    {
        Fill(point);
        for (int i = 0; i < Size; i++)
        {
            slope[i] = -Product(_slopes[i], _shifts[i], _errors, 0);
            for (int j = 0; j <= i; j++)
            {
                double product = Product(_slopes[i], _shifts[i], _slopes[j], _shifts[j]);
                normal[(i * Size) + j] = product;
                normal[(j * Size) + i] = product;
            }
        }
    }

    private void Rest(ReadOnlySpan<double> weights)
    {
        _series.CopyTo(_rest, 0);
        for (int c = 0; c < _columns.Length; c++)
        {
            double weight = weights[c];
            double[] column = _columns[c];
            for (int t = 0; t < _rest.Length; t++)
            {
                _rest[t] -= weight * column[t];
            }
        }
    }

    private void Fill(ReadOnlySpan<double> point)
    {
        ReadOnlySpan<double> ar = point[.._order.Ar];
        ReadOnlySpan<double> ma = point.Slice(_order.Ar, _order.Ma);
        ReadOnlySpan<double> seasonalAr = point.Slice(_order.Ar + _order.Ma, _order.SeasonalAr);
        ReadOnlySpan<double> seasonalMa = point.Slice(_order.Ar + _order.Ma + _order.SeasonalAr, _order.SeasonalMa);
        int at = 0;
        if (_order.Ar > 0)
        {
            double[] partly = _filtered[0];
            LagFilter.Autoregress(_rest, seasonalAr, _order.Season, partly);
            LagFilter.Divide(partly, _polynomials.Ma, 0);
            at = Share(partly, at, _order.Ar, 1);
        }

        if (_order.Ma > 0)
        {
            double[] partly = _filtered[1];
            _errors.CopyTo(partly, 0);
            LagFilter.Divide(partly, ma, 0);
            at = Share(partly, at, _order.Ma, 1);
        }

        if (_order.SeasonalAr > 0)
        {
            double[] partly = _filtered[2];
            LagFilter.Autoregress(_rest, ar, 1, partly);
            LagFilter.Divide(partly, _polynomials.Ma, 0);
            at = Share(partly, at, _order.SeasonalAr, _order.Season);
        }

        if (_order.SeasonalMa > 0)
        {
            double[] partly = _filtered[3];
            _errors.CopyTo(partly, 0);
            LagFilter.Divide(partly, seasonalMa, 0, _order.Season);
            at = Share(partly, at, _order.SeasonalMa, _order.Season);
        }

        for (int c = 0; c < _columns.Length; c++)
        {
            double[] partly = _filtered[4 + c];
            LagFilter.Autoregress(_columns[c], _polynomials.Ar, partly, _first);
            LagFilter.Divide(partly, _polynomials.Ma, _first);
            at = Share(partly, at, 1, 0);
        }
    }

    private int Share(double[] series, int at, int count, int season)
    {
        for (int i = 1; i <= count; i++)
        {
            _slopes[at] = series;
            _shifts[at] = i * season;
            at++;
        }

        return at;
    }

    private double Product(double[] left, int leftShift, double[] right, int rightShift)
    {
        int from = Math.Max(_first, Math.Max(leftShift, rightShift));
        if (from >= _errors.Length)
        {
            return 0;
        }

        return LagFilter.Product(left.AsSpan(from - leftShift, _errors.Length - from), right.AsSpan(from - rightShift, _errors.Length - from));
    }
}

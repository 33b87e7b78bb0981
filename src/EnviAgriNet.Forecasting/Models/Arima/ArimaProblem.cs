namespace EnviAgriNet.Forecasting.Models.Arima;

/// <summary>
/// A series made ready for estimation: differenced, with the columns it is regressed on differenced beside it, everything in
/// units of its own spread so that the same tolerances serve prices of 0.5 and of 1e12.
/// </summary>
internal sealed class ArimaProblem
{
    /// <summary>Partial autocorrelations stay below this.</summary>
    public const double Bound = 0.9999;

    private const int ManySteps = 40;
    private const int FewSteps = 20;
    private const int ShortSeries = 500;

    private readonly double[] _series;
    private readonly double[][] _columns;
    private readonly double[] _columnScales;

    /// <summary>Takes a series and the columns beside it.</summary>
    /// <param name="values">The series.</param>
    /// <param name="columns">Columns of at least its length, without the constant.</param>
    /// <param name="differences">Differences.</param>
    /// <param name="seasonalDifferences">Seasonal differences.</param>
    /// <param name="season">Steps in a season.</param>
    public ArimaProblem(
        ReadOnlySpan<double> values, IReadOnlyList<double[]> columns, int differences, int seasonalDifferences, int season)
    {
        Season = season;
        Differences = differences;
        SeasonalDifferences = seasonalDifferences;
        _series = Differencing.Of(values, differences, seasonalDifferences, season);
        Scale = Spread(_series, differences + seasonalDifferences == 0);
        for (int t = 0; t < _series.Length; t++)
        {
            _series[t] /= Scale;
        }

        int count = values.Length;
        double[] constant = Differencing.Of(ConstantColumn.Of(count, differences + seasonalDifferences), differences, seasonalDifferences, season);
        _columns = [.. columns.Select(c => Differencing.Of(c.AsSpan(0, count), differences, seasonalDifferences, season)), constant];
        _columnScales = new double[_columns.Length];
        for (int c = 0; c < _columns.Length; c++)
        {
            _columnScales[c] = Spread(_columns[c], false);
            for (int t = 0; t < _columns[c].Length; t++)
            {
                _columns[c][t] /= _columnScales[c];
            }
        }
    }

    public int Season { get; }

    public int Differences { get; }

    public int SeasonalDifferences { get; }

    /// <summary>What one unit of the series in here is outside.</summary>
    public double Scale { get; }

    /// <summary>Values after differencing.</summary>
    public int Length => _series.Length;

    /// <summary>Columns besides the constant.</summary>
    public int Regressors => _columns.Length - 1;

    /// <summary>Estimates by conditional least squares, from where <paramref name="near"/> stands or from nought.</summary>
    public ArimaEstimate? Conditional(ArimaOrder order, double gain, ArimaEstimate? near = null)
    {
        double[][] columns = ColumnsOf(order);
        var problem = new ConditionalSquares(order, _series, columns, Bound);
        int count = problem.Count;
        if (count < problem.Size + 2)
        {
            return null;
        }

        double[] point = near is null ? Start(order, columns) : Inside(near);
        double squares = LeastSquares.Minimise(problem, point, StepsMax, gain);
        return Make(order, point, squares, count);
    }

    /// <summary>Estimates by exact likelihood, from where <paramref name="near"/> stands or from nought.</summary>
    public ArimaEstimate? Exact(ArimaOrder order, double gain, ArimaEstimate? near = null)
    {
        double[][] columns = ColumnsOf(order);
        var problem = new ExactSquares(order, _series, columns, Bound);
        if (_series.Length < problem.Size + 2)
        {
            return null;
        }

        double[] point = near is null ? Start(order, columns) : Inside(near);
        double squares = LeastSquares.Minimise(problem, point, StepsMax, gain);
        problem.Squares(point);
        return Make(order, point, squares, _series.Length, problem.Determinant);
    }

    private ArimaEstimate? Make(ArimaOrder order, double[] point, double squares, int count, double determinant = 1)
    {
        if (!double.IsFinite(squares))
        {
            return null;
        }

        double[] outside = [.. point];
        for (int c = 0; c < ColumnsOf(order).Length; c++)
        {
            outside[order.Coefficients + c] *= Scale / _columnScales[c];
        }

        return new ArimaEstimate(order, outside, squares / count, Scale, _series.Length, squares / count / determinant);
    }

    private double[] Inside(ArimaEstimate near)
    {
        double[] point = [.. near.Point];
        for (int c = 0; c < point.Length - near.Order.Coefficients; c++)
        {
            point[near.Order.Coefficients + c] /= Scale / _columnScales[c];
        }

        return point;
    }

    private int StepsMax => Length <= ShortSeries ? ManySteps : FewSteps;

    private double[][] ColumnsOf(ArimaOrder order) => order.Constant ? _columns : _columns[..^1];

    /// <summary>Coefficients of the columns by least squares, the rest from nought: pure regression is where the search begins.</summary>
    private double[] Start(ArimaOrder order, double[][] columns)
    {
        double[] point = new double[order.Coefficients + columns.Length];
        if (columns.Length == 0)
        {
            return point;
        }

        double[] weights = new double[columns.Length];
        var plain = new ConditionalSquares(order with { Ar = 0, Ma = 0, SeasonalAr = 0, SeasonalMa = 0 }, _series, columns, Bound);
        LeastSquares.Minimise(plain, weights, 5, 1e-12);
        weights.CopyTo(point, order.Coefficients);
        return point;
    }

    private static double Spread(double[] series, bool centred)
    {
        double mean = 0;
        if (centred && series.Length > 0)
        {
            mean = series.Average();
        }

        double sum = 0;
        foreach (double value in series)
        {
            sum += (value - mean) * (value - mean);
        }

        double spread = Math.Sqrt(sum / Math.Max(1, series.Length));
        return spread > 0 && double.IsFinite(spread) ? spread : 1;
    }
}

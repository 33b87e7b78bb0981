using EnviAgriNet.Forecasting.Models.Arima;

namespace EnviAgriNet.Forecasting.Models.Regression;

/// <summary>Which columns are fit to be used, and why the others are not.</summary>
internal sealed class ColumnSelection
{
    /// <summary>Values that each column needs.</summary>
    public const int ValuesPerColumn = 6;

    private const double Largest = 1e100;
    private const double IndependentMin = 1e-5;

    private readonly List<double[]> _used = [];
    private readonly List<string> _names = [];
    private readonly List<LeftOutColumn> _leftOut = [];
    private readonly List<double[]> _directions = [];

    private ColumnSelection()
    {
    }

    /// <summary>The columns used, as far ahead as they are known without a gap.</summary>
    public IReadOnlyList<double[]> Used => _used;

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The others.</summary>
    public IReadOnlyList<LeftOutColumn> LeftOut => _leftOut;

    /// <summary>Chooses.</summary>
    /// <param name="columns">The columns, the most trusted first.</param>
    /// <param name="count">Values of the series.</param>
    /// <param name="horizon">Steps ahead that must be known.</param>
    public static ColumnSelection Of(IReadOnlyList<RegressionColumn> columns, int count, int horizon)
    {
        var selection = new ColumnSelection();
        foreach (RegressionColumn column in columns)
        {
            double[] known = [.. column.Values.TakeWhile(x => Math.Abs(x) <= Largest)];
            if (selection.Refuse(known, count, horizon) is { } reason)
            {
                selection._leftOut.Add(new LeftOutColumn(column.Name, reason));
            }
            else
            {
                selection._used.Add(known);
                selection._names.Add(column.Name);
            }
        }

        return selection;
    }

    private LeftOutReason? Refuse(double[] known, int count, int horizon)
    {
        if (known.Length < count)
        {
            return LeftOutReason.Gaps;
        }

        if (known.Length < count + horizon)
        {
            return LeftOutReason.UnknownAhead;
        }

        ReadOnlySpan<double> past = known.AsSpan(0, count);
        if (UnitRoots.IsConstant(past))
        {
            return LeftOutReason.Constant;
        }

        if (count < ValuesPerColumn * (_used.Count + 1))
        {
            return LeftOutReason.TooFewValues;
        }

        return IsIndependent(past) ? null : LeftOutReason.Collinear;
    }

    /// <summary>Whether something is left of the column after its mean and the columns before it are taken away (Gram and Schmidt).</summary>
    private bool IsIndependent(ReadOnlySpan<double> past)
    {
        double mean = 0;
        double largest = 0;
        foreach (double value in past)
        {
            mean += value / past.Length;
            largest = Math.Max(largest, Math.Abs(value));
        }

        double[] rest = new double[past.Length];
        for (int t = 0; t < rest.Length; t++)
        {
            rest[t] = (past[t] - mean) / largest;
        }

        double before = Math.Sqrt(LagFilter.Product(rest, rest));
        foreach (double[] direction in _directions)
        {
            LagFilter.Subtract(rest, LagFilter.Product(rest, direction), direction);
        }

        double after = Math.Sqrt(LagFilter.Product(rest, rest));
        if (!(after > IndependentMin * before))
        {
            return false;
        }

        _directions.Add([.. rest.Select(x => x / after)]);
        return true;
    }
}

using System.Globalization;
using EnviAgriNet.Core.Markets;
using EnviAgriNet.Forecasting.Series;

namespace EnviAgriNet.Forecasting.Models.Regression;

/// <summary>
/// Regressors put on the grid of a series. One that is known over the whole horizon stands as it is; one that is not is moved back by as many
/// steps as its future is missing, so that every forecast, and every trial in the past, rests on values that were known.
/// </summary>
/// <param name="Columns">What a <see cref="RegressionModel"/> takes; long enough for the horizon.</param>
/// <param name="LeftOut">The regressors that cannot be placed; the model may leave out more.</param>
public sealed record RegressorColumns(IReadOnlyList<RegressionColumn> Columns, IReadOnlyList<LeftOutColumn> LeftOut)
{
    /// <summary>A regressor must have a value of its own in this share of its cells beside the series.</summary>
    public const double KnownShareMin = 0.7;

    /// <summary>Puts regressors beside a series.</summary>
    /// <param name="regressors">As given; a value of 0 is a value, such as a week without rain.</param>
    /// <param name="frequency">Of the series.</param>
    /// <param name="first">The cell of the series' first value.</param>
    /// <param name="count">Values of the series.</param>
    /// <param name="horizon">Steps ahead.</param>
    public static RegressorColumns Of(IReadOnlyList<Regressor> regressors, Frequency frequency, int first, int count, int horizon)
    {
        List<RegressionColumn> columns = [];
        List<LeftOutColumn> leftOut = [];
        foreach (Regressor regressor in regressors)
        {
            LeftOutReason? fault = Place(regressor, frequency, first, count, horizon, out RegressionColumn? column);
            if (column is not null)
            {
                columns.Add(column);
            }
            else
            {
                leftOut.Add(new LeftOutColumn(regressor.Name, fault ?? LeftOutReason.Gaps));
            }
        }

        return new RegressorColumns(columns, leftOut);
    }

    private static LeftOutReason? Place(
        Regressor regressor, Frequency frequency, int first, int count, int horizon, out RegressionColumn? column)
    {
        column = null;
        SeriesPoint[] sane = [.. regressor.Points.Where(p => p.Value is { } v && Math.Abs(v) <= ForecastLimits.ValueMax)];
        if (GriddedSeries.Of(sane, frequency, zeroMeansMissing: false) is not { } grid)
        {
            return LeftOutReason.Gaps;
        }

        int last = grid.First + grid.Values.Count - 1;
        int lag = Math.Max(0, first + count + horizon - 1 - last);
        if (lag > Math.Max(frequency.Season(), horizon))
        {
            return LeftOutReason.UnknownAhead;
        }

        int from = first - lag - grid.First;
        int known = Enumerable.Range(from, count).Count(i => i >= 0 && i < grid.Values.Count && grid.Values[i] is not null);
        if (known < KnownShareMin * count)
        {
            return LeftOutReason.Gaps;
        }

        double[] filled = Filled(grid.Values);
        double[] values = [.. Enumerable.Range(from, count + horizon).Select(i => filled[Math.Clamp(i, 0, filled.Length - 1)])];
        column = new RegressionColumn(
            lag == 0 ? regressor.Name : string.Create(CultureInfo.InvariantCulture, $"{regressor.Name}(-{lag})"), values);
        return null;
    }

    /// <summary>Gaps by a straight line between their neighbours.</summary>
    private static double[] Filled(IReadOnlyList<double?> cells)
    {
        double[] filled = new double[cells.Count];
        int before = 0;
        for (int t = 0; t < filled.Length; t++)
        {
            if (cells[t] is not { } value)
            {
                continue;
            }

            double left = cells[before] ?? value;
            for (int i = before; i < t; i++)
            {
                filled[i] = left + ((value - left) * (i - before) / (t - before));
            }

            filled[t] = value;
            before = t;
        }

        return filled;
    }
}

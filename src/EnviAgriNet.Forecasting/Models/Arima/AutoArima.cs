namespace EnviAgriNet.Forecasting.Models.Arima;

/// <summary>
/// Chooses and estimates an ARIMA model as R's <c>auto.arima</c> does with its defaults: seasonal strength for D, KPSS for d, the
/// stepwise search by AICc (by conditional least squares where R approximates), the chosen one by exact likelihood.
/// </summary>
internal static class AutoArima
{
    /// <summary>Longest season modelled here; longer ones are taken off before.</summary>
    public const int SeasonMax = 12;

    /// <summary>
    /// Longer series are searched by conditional least squares, as R does, and, without a season, estimated so too. On the weekly
    /// series of M4 that foretold the last 13, 26 to 13 and 39 to 26 weeks of the training part better than exact likelihood.
    /// </summary>
    public const int ExactMax = 150;

    private const int ExactSeasonalMax = 500;
    private const double SearchGain = 1e-5;
    private const double FinalGain = 1e-8;
    private const int LengthMin = 4;
    private const double Largest = 1e100;
    private const int SecondDifferencesMax = 2;

    /// <summary>Fits; null when the series is too short or not of finite numbers.</summary>
    public static ArimaFit? Fit(
        ReadOnlySpan<double> values, int season, IReadOnlyList<double[]> columns, string columnNames, int exactMax = ExactMax)
    {
        if (values.Length < LengthMin || !IsInReach(values))
        {
            return null;
        }

        int used = season is > 1 and <= SeasonMax && values.Length > season ? season : 1;
        (int differences, int seasonal) = Differences(Rest(values, columns), used);
        ArimaProblem problem = new(values, columns, differences, seasonal, used);
        double[] differenced = Differencing.Of(values, differences, seasonal, used);
        if (columns.Count == 0 && UnitRoots.IsConstant(differenced))
        {
            return Certain(values, differenced, new ArimaOrder(0, differences, 0, 0, seasonal, 0, used, differences + seasonal <= 1));
        }

        ArimaEstimate? chosen = Choose(problem, values.Length, exactMax);
        return chosen is null ? null : new ArimaFit(chosen, Sigma(chosen), values, columns, columnNames);
    }

    private static ArimaEstimate? Choose(ArimaProblem problem, int length, int exactMax)
    {
        bool exact = length <= exactMax;
        var search = new OrderSearch(problem, length, order => Searched(problem, order, exact));
        exact |= problem.Season > 1 && length <= ExactSeasonalMax;
        foreach (ArimaEstimate candidate in search.Run(length < 10))
        {
            ArimaEstimate? estimate =
                exact ? problem.Exact(candidate.Order, FinalGain, candidate) : problem.Conditional(candidate.Order, FinalGain, candidate);
            if (estimate is { IsComfortable: true })
            {
                return estimate;
            }
        }

        bool mean = problem.Differences + problem.SeasonalDifferences == 0;
        return problem.Exact(
            new ArimaOrder(0, problem.Differences, 0, 0, problem.SeasonalDifferences, 0, problem.Season, mean), FinalGain);
    }

    private static ArimaEstimate? Searched(ArimaProblem problem, ArimaOrder order, bool exact)
    {
        ArimaEstimate? conditional = problem.Conditional(order, SearchGain);
        return exact ? problem.Exact(order, SearchGain / 10, conditional) : conditional;
    }

    /// <summary>The root of the variance with the degrees of freedom that the coefficients took.</summary>
    private static double Sigma(ArimaEstimate estimate)
    {
        int free = Math.Max(1, estimate.Count - estimate.Point.Length);
        double sigma = estimate.Scale * Math.Sqrt(estimate.ErrorVariance * estimate.Count / free);
        return double.IsFinite(sigma) ? sigma : 0;
    }

    private static (int Differences, int Seasonal) Differences(double[] values, int season)
    {
        if (UnitRoots.IsConstant(values))
        {
            return (0, 0);
        }

        int seasonal = SeasonalStrength.Of(values, season) > SeasonalStrength.DifferencedAbove ? 1 : 0;
        double[] differenced = Differencing.Of(values, 0, seasonal, season);
        int differences = UnitRoots.Differences(differenced, SecondDifferencesMax);
        return (differences, seasonal);
    }

    /// <summary>What the columns do not explain; on it the differences are decided.</summary>
    private static double[] Rest(ReadOnlySpan<double> values, IReadOnlyList<double[]> columns)
    {
        if (columns.Count == 0)
        {
            return values.ToArray();
        }

        var problem = new ArimaProblem(values, columns, 0, 0, 1);
        ArimaEstimate? plain = problem.Conditional(new ArimaOrder(0, 0, 0, 0, 0, 0, 1, true), 1e-12);
        double[] rest = values.ToArray();
        for (int c = 0; plain is not null && c < columns.Count; c++)
        {
            for (int t = 0; t < rest.Length; t++)
            {
                rest[t] -= plain.Point[c] * columns[c][t];
            }
        }

        return rest;
    }

    private static ArimaFit Certain(ReadOnlySpan<double> values, double[] differenced, ArimaOrder order)
    {
        double step = differenced.Length == 0 ? 0 : differenced.Average();
        // Seasonal differencing turns the counted steps of a drift into whole seasons of them.
        double constant = order.SeasonalDifferences > 0 ? step / order.Season : step;
        double[] point = order.Constant ? [constant] : [];
        return new ArimaFit(new ArimaEstimate(order, point, 0, 1, differenced.Length, 0), 0, values, [], "");
    }

    private static bool IsInReach(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (!(Math.Abs(value) <= Largest))
            {
                return false;
            }
        }

        return true;
    }
}

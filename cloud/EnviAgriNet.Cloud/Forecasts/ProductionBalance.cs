namespace EnviAgriNet.Cloud.Forecasts;

/// <summary>
/// Whether an area's harvest to come is scarce, usual or plentiful. The measure is its own past: below what came in the leanest fifth of
/// the last years is a shortage, above the fullest fifth a surplus, else a balance. Where the usual use is known, that is the measure
/// instead, with a twentieth of leeway. The expected harvest is a middle with the bounds of 80 %; the verdict is sure only where both bounds agree
/// with it. The fifth and the twentieth are choices of this product, not of an authority.
/// </summary>
/// <param name="Verdict">Shortage, balance or surplus.</param>
/// <param name="IsSure">Whether both bounds of the expectation agree.</param>
/// <param name="Expected">What is expected, in tons.</param>
/// <param name="LowUsual">Below this is a shortage, in tons.</param>
/// <param name="HighUsual">Above this is a surplus, in tons.</param>
/// <param name="Years">The years compared with, ascending.</param>
/// <param name="IsByUse">Whether the measure is the usual use rather than past harvests.</param>
/// <param name="Sources">Where the figures come from.</param>
internal sealed record ProductionBalance(
    BalanceVerdict Verdict,
    bool IsSure,
    ExpectedHarvest Expected,
    double LowUsual,
    double HighUsual,
    IReadOnlyList<int> Years,
    bool IsByUse,
    IReadOnlyList<string> Sources)
{
    /// <summary>How many of the last years are compared with.</summary>
    public const int YearsMax = 10;

    /// <summary>Fewer years say nothing of what is usual.</summary>
    public const int YearsMin = 5;

    private const double Fifth = 0.2;
    private const double Leeway = 0.05;

    /// <summary>Judges; null when neither enough years nor a usual use are known.</summary>
    /// <param name="expected">What is expected.</param>
    /// <param name="past">Years and their harvests in tons, in any order.</param>
    /// <param name="usualUse">What the area uses in a year in tons, or null.</param>
    /// <param name="sources">Where the figures come from.</param>
    public static ProductionBalance? Of(
        ExpectedHarvest expected, IReadOnlyList<(int Year, double Tons)> past, double? usualUse, IReadOnlyList<string> sources)
    {
        List<(int Year, double Tons)> years = [.. past.Where(p => double.IsFinite(p.Tons) && p.Tons >= 0).OrderBy(p => p.Year).TakeLast(YearsMax)];
        if (usualUse is not > 0 && years.Count < YearsMin)
        {
            return null;
        }

        double[] sorted = [.. years.Select(y => y.Tons).Order()];
        (double low, double high) = usualUse is > 0 and { } use
            ? (use * (1 - Leeway), use * (1 + Leeway))
            : (Quantile(sorted, Fifth), Quantile(sorted, 1 - Fifth));
        BalanceVerdict verdict = Judge(expected.Median, low, high);
        bool isSure = Judge(expected.Low, low, high) == verdict && Judge(expected.High, low, high) == verdict;
        return new ProductionBalance(verdict, isSure, expected, low, high, [.. years.Select(y => y.Year)], usualUse is > 0, sources);
    }

    /// <summary>The quantile between the two nearest values of an ascending list.</summary>
    public static double Quantile(IReadOnlyList<double> ascending, double share)
    {
        double at = share * (ascending.Count - 1);
        int below = (int)Math.Floor(at);
        int above = Math.Min(below + 1, ascending.Count - 1);
        return ascending[below] + ((at - below) * (ascending[above] - ascending[below]));
    }

    private static BalanceVerdict Judge(double tons, double low, double high) =>
        tons < low ? BalanceVerdict.Shortage : tons > high ? BalanceVerdict.Surplus : BalanceVerdict.Balance;
}

/// <summary>What a harvest will be against what is usual.</summary>
internal enum BalanceVerdict
{
    /// <summary>ขาดแคลน.</summary>
    Shortage,

    /// <summary>สมดุล.</summary>
    Balance,

    /// <summary>ล้นตลาด.</summary>
    Surplus,
}

/// <summary>A harvest that is expected, in tons.</summary>
/// <param name="Low">One in ten is below.</param>
/// <param name="Median">As likely too low as too high.</param>
/// <param name="High">One in ten is above.</param>
internal sealed record ExpectedHarvest(double Low, double Median, double High);

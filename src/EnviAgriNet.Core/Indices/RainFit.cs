namespace EnviAgriNet.Core.Indices;

/// <summary>
/// What is usual rain in one calendar month: a gamma distribution of the years with rain, by Thom's estimate, and the share of
/// the years without. It holds all that an index of later rain needs.
/// </summary>
/// <param name="Alpha">The shape.</param>
/// <param name="Beta">The scale in mm.</param>
/// <param name="DryShare">The share of years without rain, 0 and above and below 1.</param>
/// <param name="Years">How many years were at hand.</param>
public sealed record RainFit(double Alpha, double Beta, double DryShare, int Years)
{
    /// <summary>An index beyond 3.09 is cut to it: a thousandth of a distribution is more than any record can tell.</summary>
    public const double IndexMax = 3.09;

    /// <summary>Two parameters need more than two different points; below that there is no fit at any price.</summary>
    public const int WetYearsMin = 3;

    /// <summary>The standardized index of a sum of rain, cut to ±3.09; null for a sum that is negative or not finite.</summary>
    public double? IndexOf(double sum) => UncutIndexOf(sum) is { } index ? Math.Clamp(index, -IndexMax, IndexMax) : null;

    /// <summary>The index before it is cut; infinite where the sum has no share of the distribution at all.</summary>
    internal double? UncutIndexOf(double sum) =>
        double.IsFinite(sum) && sum >= 0
            ? NormalDistribution.Quantile(DryShare + ((1 - DryShare) * GammaDistribution.Share(Alpha, Beta, sum)))
            : null;

    /// <summary>Fits the sums of one calendar month; null with the reason when they do not allow it.</summary>
    /// <param name="sums">Known sums of the years of calibration, 0 and above.</param>
    /// <param name="yearsMin">How many years are needed.</param>
    /// <param name="gap">Why there is no fit.</param>
    public static RainFit? Of(IReadOnlyCollection<double> sums, int yearsMin, out SpiGap gap)
    {
        double[] wet = [.. sums.Where(s => s > 0)];
        gap = sums.Count < yearsMin ? SpiGap.TooFewYears
            : wet.Length == 0 ? SpiGap.AlwaysDry
            : wet.Length < WetYearsMin ? SpiGap.TooFewWetYears
            : SpiGap.None;
        if (gap != SpiGap.None)
        {
            return null;
        }

        double mean = wet.Average();
        double a = Math.Log(mean) - wet.Average(Math.Log);

        // Equal years differ from their mean by rounding only, and no distribution has that shape.
        if (!(a > 1e-12))
        {
            gap = SpiGap.NoVariation;
            return null;
        }

        double alpha = (1 + Math.Sqrt(1 + (4 * a / 3))) / (4 * a);
        return new RainFit(alpha, mean / alpha, (double)(sums.Count - wet.Length) / sums.Count, sums.Count);
    }
}

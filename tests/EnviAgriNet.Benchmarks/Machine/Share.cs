namespace EnviAgriNet.Benchmarks.Machine;

/// <summary>Percentiles by the nearest rank.</summary>
internal static class Share
{
    /// <summary>The smallest value that at least this share of the values does not exceed.</summary>
    public static double Of(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0
            ? throw new BenchmarkException("No values to take a percentile of")
            : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}

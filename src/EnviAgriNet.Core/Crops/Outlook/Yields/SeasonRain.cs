namespace EnviAgriNet.Core.Crops.Outlook.Yields;

/// <summary>
/// Rain of May to September by year, of an area and of the North, whose rivers flood the Central Plain weeks later. Years that follow a
/// forecast's own are never looked at.
/// </summary>
/// <param name="Own">mm by year, of the area.</param>
/// <param name="Upstream">mm by year, mean of the northern provinces.</param>
public sealed record SeasonRain(IReadOnlyDictionary<int, double> Own, IReadOnlyDictionary<int, double> Upstream)
{
    /// <summary>Signals: excess upstream, own excess, own lack.</summary>
    public const int Signals = 3;

    /// <summary>Only what is beyond one standard deviation counts; chosen with the years up to 2010.</summary>
    private const double Threshold = 1;

    private const int YearsMin = 8;

    /// <summary>
    /// How far the rain of a year stands out of the years before a limit, in standard deviations beyond the first; null without rain of
    /// that year or with too few years.
    /// </summary>
    /// <param name="year">The year looked at.</param>
    /// <param name="before">The year of the forecast: what is usual is taken from the years before it.</param>
    public double[]? Signal(int year, int before)
    {
        double? own = Standing(Own, year, before);
        double? up = Standing(Upstream, year, before);
        return own is null && up is null
            ? null
            : [Math.Max(0, (up ?? 0) - Threshold), Math.Max(0, (own ?? 0) - Threshold), Math.Max(0, -(own ?? 0) - Threshold)];
    }

    private static double? Standing(IReadOnlyDictionary<int, double> rain, int year, int before)
    {
        double[] usual = [.. rain.Where(r => r.Key < before && double.IsFinite(r.Value)).Select(r => r.Value)];
        if (usual.Length < YearsMin || !rain.TryGetValue(year, out double value) || !double.IsFinite(value))
        {
            return null;
        }

        double mean = usual.Average();
        double deviation = Math.Sqrt(usual.Average(u => (u - mean) * (u - mean)));
        return deviation > 0 ? (value - mean) / deviation : 0;
    }
}

using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Advisories;

/// <summary>
/// What the bounds of a forecast say of a value: between its quantiles the distribution is taken as straight on the scale of the normal
/// distribution, and beyond them as going on like between the last two. Pure.
/// </summary>
internal static class Chance
{
    private const double Z80 = 1.2815515594600038;
    private const double Z95 = 1.959963984540054;

    /// <summary>The chance, 0 to 1, that the value ends above a threshold.</summary>
    public static double Above(double threshold, Bounds bounds)
    {
        (double Value, double Z)[] points =
        [
            (bounds.Low95, -Z95), (bounds.Low80, -Z80), (bounds.Median, 0), (bounds.High80, Z80), (bounds.High95, Z95),
        ];
        int right = Array.FindIndex(points, 1, point => threshold < point.Value);
        right = right < 0 ? points.Length - 1 : right;
        (double Value, double Z) from = points[right - 1];
        (double Value, double Z) to = points[right];

        // Bounds that lie on each other leave nothing between them: the threshold is below or above all of it.
        if (to.Value - from.Value <= 0)
        {
            return threshold == bounds.Median ? 0.5 : threshold < to.Value ? 1 : 0;
        }

        double z = from.Z + ((threshold - from.Value) / (to.Value - from.Value) * (to.Z - from.Z));
        return 1 - Normal(z);
    }

    /// <summary>A chance in words, such as <c>8 ใน 10</c>: never none and never certain.</summary>
    public static string Words(double chance, string language)
    {
        int tenths = (int)Math.Round(chance * 10, MidpointRounding.AwayFromZero);
        return (tenths, language == Languages.Thai) switch
        {
            ( >= 10, true) => "มากกว่า 9 ใน 10",
            ( <= 0, true) => "น้อยกว่า 1 ใน 10",
            (_, true) => $"{tenths} ใน 10",
            ( >= 10, _) => "more than 9 in 10",
            ( <= 0, _) => "less than 1 in 10",
            _ => $"{tenths} in 10",
        };
    }

    // Abramowitz and Stegun 7.1.26, off by 1.5e-7 at most.
    private static double Normal(double z)
    {
        double x = Math.Abs(z) / Math.Sqrt(2);
        double t = 1 / (1 + (0.3275911 * x));
        double tail = ((((((((1.061405429 * t) - 1.453152027) * t) + 1.421413741) * t) - 0.284496736) * t) + 0.254829592) * t * Math.Exp(-x * x);
        return z < 0 ? tail / 2 : 1 - (tail / 2);
    }
}

/// <summary>The quantiles of a forecast value.</summary>
/// <param name="Low95">2.5 %.</param>
/// <param name="Low80">10 %.</param>
/// <param name="Median">50 %.</param>
/// <param name="High80">90 %.</param>
/// <param name="High95">97.5 %.</param>
internal readonly record struct Bounds(double Low95, double Low80, double Median, double High80, double High95);

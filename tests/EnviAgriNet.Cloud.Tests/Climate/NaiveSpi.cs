namespace EnviAgriNet.Cloud.Tests.Climate;

/// <summary>
/// The index once more, from the definition alone: Thom's estimate, the gamma distribution by integrating its density, the normal
/// quantile by halving. Slow, and shares nothing with the product.
/// </summary>
internal static class NaiveSpi
{
    private const int Steps = 20_000;

    public static double Of(IReadOnlyList<double> usual, double sum)
    {
        double[] wet = [.. usual.Where(u => u > 0)];
        double mean = wet.Average();
        double a = Math.Log(mean) - wet.Average(Math.Log);
        double alpha = (1 + Math.Sqrt(1 + (4 * a / 3))) / (4 * a);
        double beta = mean / alpha;
        double dry = 1 - ((double)wet.Length / usual.Count);

        // Scaled by the density at the mode, so that nothing overflows and the gamma function is not needed.
        double mode = Math.Max(alpha - 1, 0.1);
        double Density(double x) => x <= 0 ? 0 : Math.Exp(((alpha - 1) * Math.Log(x / mode)) - x + mode);
        double whole = Simpson(Density, 0, alpha + (40 * Math.Sqrt(alpha)) + 40);
        double share = dry + ((1 - dry) * Simpson(Density, 0, sum / beta) / whole);
        double low = -6;
        double high = 6;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            double below = Simpson(z => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI), -10, middle);
            (low, high) = below < share ? (middle, high) : (low, middle);
        }

        return Math.Clamp(low, -3.09, 3.09);
    }

    private static double Simpson(Func<double, double> f, double from, double to)
    {
        double step = (to - from) / Steps;
        double sum = f(from) + f(to);
        for (int i = 1; i < Steps; i++)
        {
            sum += f(from + (i * step)) * (i % 2 == 0 ? 2 : 4);
        }

        return sum * step / 3;
    }
}

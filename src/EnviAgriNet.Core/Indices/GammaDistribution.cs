namespace EnviAgriNet.Core.Indices;

/// <summary>The gamma distribution, by the regularised incomplete gamma function.</summary>
public static class GammaDistribution
{
    /// <summary>
    /// Above this shape neither series ends in bearable time; the normal approximation of Wilson and Hilferty is then better
    /// than 1e-6.
    /// </summary>
    private const double ShapeMax = 1e6;

    private const int StepsMax = 100_000;
    private const double Enough = 1e-16;

    /// <summary>Lanczos' coefficients for g = 607/128, good to 15 digits.</summary>
    private static readonly double[] Lanczos =
    [
        0.99999999999999709182, 57.156235665862923517, -59.597960355475491248, 14.136097974741747174,
        -0.49191381609762019978, 0.33994649984811888699e-4, 0.46523628927048575665e-4, -0.98374475304879564677e-4,
        0.15808870322491248884e-3, -0.21026444172410488319e-3, 0.21743961811521264320e-3, -0.16431810653676389022e-3,
        0.84418223983852743293e-4, -0.26190838401581408670e-4, 0.36899182659531622704e-5,
    ];

    /// <summary>The share of the distribution at and below a value; 0 for a value of 0 and below.</summary>
    /// <param name="shape">Alpha, above 0.</param>
    /// <param name="scale">Beta, above 0, in the unit of the value.</param>
    /// <param name="value">The value.</param>
    public static double Share(double shape, double scale, double value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        return LowerRegularised(shape, value / scale);
    }

    /// <summary>The regularised lower incomplete gamma function P(a, x), to about 1e-14 for a up to a thousand.</summary>
    public static double LowerRegularised(double a, double x)
    {
        if (!(x > 0))
        {
            return 0;
        }

        if (double.IsPositiveInfinity(x))
        {
            return 1;
        }

        return a > ShapeMax ? OfNormal(a, x)
            : x < a + 1 ? Series(a, x)
            : 1 - Fraction(a, x);
    }

    /// <summary>The logarithm of the gamma function for x above 0, to about 15 digits.</summary>
    public static double LogGamma(double x)
    {
        double sum = Lanczos[0];
        for (int i = 1; i < Lanczos.Length; i++)
        {
            sum += Lanczos[i] / (x + i);
        }

        double t = x + (607.0 / 128) + 0.5;
        return ((x + 0.5) * Math.Log(t)) - t + Math.Log(2.5066282746310005024 * sum / x);
    }

    private static double Front(double a, double x) => Math.Exp((a * Math.Log(x)) - x - LogGamma(a));

    private static double Series(double a, double x)
    {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < StepsMax && term > sum * Enough; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return Math.Min(1, sum * Front(a, x));
    }

    /// <summary>The upper part as a continued fraction, by Lentz' method.</summary>
    private static double Fraction(double a, double x)
    {
        double b = x + 1 - a;
        double c = double.MaxValue;
        double d = 1 / b;
        double result = d;
        double change = 0;
        for (int n = 1; n < StepsMax && Math.Abs(change - 1) > 3 * Enough; n++)
        {
            double factor = -n * (n - a);
            b += 2;
            d = 1 / NotZero((factor * d) + b);
            c = NotZero(b + (factor / c));
            change = c * d;
            result *= change;
        }

        return Math.Min(1, result * Front(a, x));
    }

    private static double NotZero(double value) => Math.Abs(value) < 1e-300 ? 1e-300 : value;

    private static double OfNormal(double a, double x)
    {
        double spread = 1 / (9 * a);
        double z = (Math.Cbrt(x / a) - 1 + spread) / Math.Sqrt(spread);
        return NormalShare(z);
    }

    /// <summary>The normal share by the incomplete gamma function of one half, which it is.</summary>
    private static double NormalShare(double z)
    {
        double inner = LowerRegularised(0.5, z * z / 2);
        return z < 0 ? (1 - inner) / 2 : (1 + inner) / 2;
    }
}

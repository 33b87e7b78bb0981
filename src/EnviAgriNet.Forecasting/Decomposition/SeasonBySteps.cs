namespace EnviAgriNet.Forecasting.Decomposition;

/// <summary>The season of every step of a series; beyond its end the last season comes again.</summary>
internal sealed class SeasonBySteps(double[] pattern, int season, bool multiplied)
{
    /// <summary>A series without it.</summary>
    public double[] Without(ReadOnlySpan<double> values)
    {
        double[] rest = new double[values.Length];
        for (int t = 0; t < rest.Length; t++)
        {
            rest[t] = multiplied ? values[t] / At(t) : values[t] - At(t);
        }

        return rest;
    }

    /// <summary>A value with it.</summary>
    public double With(double value, int t) => multiplied ? value * At(t) : value + At(t);

    /// <summary>An error as wide as it is in that season.</summary>
    public double Widen(double error, int t) => multiplied ? error * At(t) : error;

    /// <inheritdoc/>
    public override string ToString() => multiplied ? $"[{season},M]" : $"[{season}]";

    private double At(int t) =>
        t < pattern.Length ? pattern[t] : pattern[pattern.Length - season + ((t - pattern.Length) % season)];
}

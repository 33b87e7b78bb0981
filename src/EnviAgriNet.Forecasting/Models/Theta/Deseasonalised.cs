using EnviAgriNet.Forecasting.Decomposition;

namespace EnviAgriNet.Forecasting.Models.Theta;

/// <summary>
/// A series without its season, and the season to put back. Only where the season shows at 90 %: a classical one up to
/// 24 steps, multiplied where all values are above zero; by STL for longer ones.
/// </summary>
internal sealed class Deseasonalised
{
    private const double PatternLeast = 1e-4;
    private const int ClassicalMax = 24;

    private readonly double[] _pattern;
    private readonly bool _multiplied;

    private Deseasonalised(double[] values, double[] pattern, bool multiplied)
    {
        Values = values;
        _pattern = pattern;
        _multiplied = multiplied;
    }

    public double[] Values { get; }

    public string Suffix => _pattern.Length == 0 ? "" : $"[{_pattern.Length}{(_multiplied ? ",M" : ",A")}]";

    /// <summary>A longer series with the same season taken out.</summary>
    public Deseasonalised With(ReadOnlySpan<double> longer)
    {
        double[] copy = longer.ToArray();
        TakeOut(copy, _pattern, _multiplied);
        return new Deseasonalised(copy, _pattern, _multiplied);
    }

    public static Deseasonalised Of(ReadOnlySpan<double> values, int season)
    {
        double[] copy = values.ToArray();
        if (!SeasonalityTest.IsSeasonal(values, season))
        {
            return new Deseasonalised(copy, [], false);
        }

        if (season > ClassicalMax)
        {
            return Long(copy, season);
        }

        bool positive = !values.ContainsAnyInRange(double.NegativeInfinity, 0);
        if (positive && ClassicalDecomposition.Pattern(values, season, SeasonalShape.Multiplicative) is { } factors
            && Array.TrueForAll(factors, factor => factor >= PatternLeast))
        {
            TakeOut(copy, factors, true);
            return new Deseasonalised(copy, factors, true);
        }

        if (ClassicalDecomposition.Pattern(values, season, SeasonalShape.Additive) is not { } terms)
        {
            return new Deseasonalised(copy, [], false);
        }

        TakeOut(copy, terms, false);
        return new Deseasonalised(copy, terms, false);
    }

    /// <summary>A forecast with its season put back.</summary>
    public double Restore(double value, int t) => _pattern.Length == 0
        ? value
        : _multiplied ? value * _pattern[t % _pattern.Length] : value + _pattern[t % _pattern.Length];

    /// <summary>An error as wide as it is in that season.</summary>
    public double Widen(double error, int t) => _multiplied ? error * _pattern[t % _pattern.Length] : error;

    private static Deseasonalised Long(double[] copy, int season)
    {
        if (Stl.Decompose(copy, season) is not { } parts)
        {
            return new Deseasonalised(copy, [], false);
        }

        double[] pattern = parts.Season[..season];
        TakeOut(copy, pattern, false);
        return new Deseasonalised(copy, pattern, false);
    }

    private static void TakeOut(double[] values, double[] pattern, bool multiplied)
    {
        if (pattern.Length == 0)
        {
            return;
        }

        for (int t = 0; t < values.Length; t++)
        {
            double season = pattern[t % pattern.Length];
            values[t] = multiplied ? values[t] / season : values[t] - season;
        }
    }
}

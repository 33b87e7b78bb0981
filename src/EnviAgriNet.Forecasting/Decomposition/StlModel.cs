using EnviAgriNet.Forecasting.Models;
using EnviAgriNet.Forecasting.Models.Simple;

namespace EnviAgriNet.Forecasting.Decomposition;

/// <summary>
/// The season by STL, another model on the rest; the last season comes again. For seasons too long to have states of
/// their own: 52 weeks, 260 working days. Applies from just over two seasons on.
/// </summary>
/// <param name="inner">The model of what is left when the season is out; asked without a season.</param>
/// <param name="options">How the season is taken out; null for a season over 11 years, R's default in <c>stlf</c>.</param>
public sealed class StlModel(IForecastModel inner, StlOptions? options = null) : IForecastModel
{
    private static readonly StlOptions Usual = new() { SeasonWindow = 11 };

    /// <inheritdoc/>
    public string Name => "stl+" + inner.Name;

    /// <inheritdoc/>
    public ModelFit? Fit(ReadOnlySpan<double> values, int season)
    {
        if (!ValuesInReach.Of(values, 1) || Stl.Decompose(values, season, options ?? Usual) is not { } parts)
        {
            return null;
        }

        double[] pattern = parts.Season;
        return inner.Fit(Rest(values, pattern, season), 1) is { } fit ? On(values, fit, pattern, season) : null;
    }

    private static StoredFit On(ReadOnlySpan<double> values, ModelFit fit, double[] pattern, int season)
    {
        int n = values.Length;
        return new StoredFit(
            $"STL[{season}]+{fit.Description}", fit.Parameters, [.. fit.Residuals], values[^1],
            longer => On(longer, fit.Apply(Rest(longer, pattern, season)), pattern, season),
            horizon =>
            {
                double[] forecast = fit.Forecast(horizon);
                for (int h = 0; h < horizon; h++)
                {
                    forecast[h] += Season(pattern, season, n + h);
                }

                return forecast;
            },
            fit.StandardErrors);
    }

    private static double[] Rest(ReadOnlySpan<double> values, double[] pattern, int season)
    {
        double[] rest = new double[values.Length];
        for (int t = 0; t < rest.Length; t++)
        {
            rest[t] = values[t] - Season(pattern, season, t);
        }

        return rest;
    }

    /// <summary>The season at a step; beyond the decomposed series its last season comes again.</summary>
    private static double Season(double[] pattern, int season, int t) =>
        t < pattern.Length ? pattern[t] : pattern[pattern.Length - season + ((t - pattern.Length) % season)];
}

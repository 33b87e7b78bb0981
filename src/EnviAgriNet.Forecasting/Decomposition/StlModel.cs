using EnviAgriNet.Forecasting.Models;
using EnviAgriNet.Forecasting.Models.Simple;

namespace EnviAgriNet.Forecasting.Decomposition;

/// <summary>
/// The season by STL, another model on the rest; the last season comes again. For seasons too long to have states of
/// their own: 52 weeks, 260 working days. Applies from just over two seasons on; a season that multiplies is found on
/// logarithms and needs every value above zero.
/// </summary>
/// <param name="inner">The model of what is left when the season is out; asked without a season.</param>
/// <param name="options">How the season is taken out; null for a season over 11 years, R's default in <c>stlf</c>.</param>
/// <param name="shape">Whether the season adds or multiplies.</param>
public sealed class StlModel(
    IForecastModel inner, StlOptions? options = null, SeasonalShape shape = SeasonalShape.Additive) : IForecastModel
{
    private static readonly StlOptions Usual = new() { SeasonWindow = 11 };

    /// <inheritdoc/>
    public string Name => (shape == SeasonalShape.Additive ? "stl+" : "stl*") + inner.Name;

    /// <inheritdoc/>
    public ModelFit? Fit(ReadOnlySpan<double> values, int season)
    {
        bool multiplied = shape == SeasonalShape.Multiplicative;
        if (!ValuesInReach.Of(values, 1) || (multiplied && !AllAboveZero(values)))
        {
            return null;
        }

        double[] seen = values.ToArray();
        if (multiplied)
        {
            seen = Array.ConvertAll(seen, Math.Log);
        }

        if (Stl.Decompose(seen, season, options ?? Usual) is not { } parts)
        {
            return null;
        }

        double[] pattern = multiplied ? Array.ConvertAll(parts.Season, Math.Exp) : parts.Season;
        var seasonal = new SeasonBySteps(pattern, season, multiplied);
        return inner.Fit(seasonal.Without(values), 1) is { } fit ? On(values, fit, seasonal) : null;
    }

    private static StoredFit On(ReadOnlySpan<double> values, ModelFit fit, SeasonBySteps seasonal)
    {
        int n = values.Length;
        double[] residuals = [.. fit.Residuals];
        for (int t = 0; t < n; t++)
        {
            residuals[t] = seasonal.Widen(residuals[t], t);
        }

        return new StoredFit(
            $"STL{seasonal}+{fit.Description}", fit.Parameters, residuals, values[^1],
            longer => On(longer, fit.Apply(seasonal.Without(longer)), seasonal),
            horizon =>
            {
                double[] forecast = fit.Forecast(horizon);
                for (int h = 0; h < horizon; h++)
                {
                    forecast[h] = seasonal.With(forecast[h], n + h);
                }

                return forecast;
            },
            horizon =>
            {
                double[] errors = fit.StandardErrors(horizon);
                for (int h = 0; h < horizon; h++)
                {
                    errors[h] = seasonal.Widen(errors[h], n + h);
                }

                return errors;
            });
    }

    private static bool AllAboveZero(ReadOnlySpan<double> values) => !values.ContainsAnyInRange(double.NegativeInfinity, 0);
}

using EnviAgriNet.Forecasting.Decomposition;
using EnviAgriNet.Forecasting.Models.Simple;
using EnviAgriNet.Forecasting.Models.Smoothing;

namespace EnviAgriNet.Forecasting.Models.Theta;

/// <summary>
/// The Theta method as R's <c>thetaf</c>: simple exponential smoothing with half the slope of the line through the
/// series (Assimakopoulos and Nikolopoulos 2000), on the series without its season where it has one.
/// </summary>
public sealed class ThetaModel : IForecastModel
{
    /// <inheritdoc/>
    public string Name => "theta";

    /// <inheritdoc/>
    public ModelFit? Fit(ReadOnlySpan<double> values, int season)
    {
        if (!ValuesInReach.Of(values, 4))
        {
            return null;
        }

        Deseasonalised adjusted = Deseasonalised.Of(values, season);
        var search = new EtsSearch(adjusted.Values, 1);
        var form = new EtsForm(EtsError.Additive, EtsTrend.None, EtsSeason.None);
        if (search.IsConstant || search.Estimate(form) is not { } estimate)
        {
            return SmoothingByForm.Fit(values, EtsTrend.None);
        }

        double half = StraightLine.Through(adjusted.Values).Slope / 2;
        return On(adjusted, EtsFit.Of(search, estimate), estimate.At.Alpha, half);
    }

    private static StoredFit On(Deseasonalised adjusted, ModelFit level, double alpha, double half)
    {
        int n = adjusted.Values.Length;
        double lag = (1 - Math.Pow(1 - alpha, n)) / alpha;
        double[] residuals = [.. level.Residuals];
        double fade = 1;
        for (int t = 0; t < n; t++)
        {
            // The same drift one step ahead as the forecasts have, by the age the series then had.
            residuals[t] = adjusted.Widen(residuals[t] - (half * (1 - fade) / alpha), t);
            fade *= 1 - alpha;
        }

        return new StoredFit(
            "Theta" + adjusted.Suffix, 3, residuals, adjusted.Restore(adjusted.Values[^1], n - 1),
            longer =>
            {
                Deseasonalised after = adjusted.With(longer);
                return On(after, level.Apply(after.Values), alpha, half);
            },
            horizon =>
            {
                double[] forecast = level.Forecast(horizon);
                for (int h = 0; h < horizon; h++)
                {
                    forecast[h] = adjusted.Restore(forecast[h] + (half * (h + lag)), n + h);
                }

                return forecast;
            },
            horizon =>
            {
                double[] errors = level.StandardErrors(horizon);
                for (int h = 0; h < horizon; h++)
                {
                    errors[h] = adjusted.Widen(errors[h], n + h);
                }

                return errors;
            });
    }
}

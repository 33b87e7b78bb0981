using EnviAgriNet.Forecasting.Models.Simple;
using EnviAgriNet.Forecasting.Optimising;

namespace EnviAgriNet.Forecasting.Models.Theta;

/// <summary>
/// The optimised Theta method (Fiorucci et al. 2016): the weight of the bent line is estimated as well. The dynamic
/// one draws its line anew with every value, the other one once through the whole series.
/// </summary>
/// <param name="dynamic">Whether the line moves with the series.</param>
public sealed class OptimisedThetaModel(bool dynamic) : IForecastModel
{
    private const int EvaluationsMax = 300;

    private static readonly double[] Lower = [double.MinValue, 0.01, 1];
    private static readonly double[] Upper = [double.MaxValue, 0.99, 1e4];

    /// <summary>The dynamic one.</summary>
    public OptimisedThetaModel()
        : this(true)
    {
    }

    /// <inheritdoc/>
    public string Name => dynamic ? "dotm" : "otm";

    /// <inheritdoc/>
    public ModelFit? Fit(ReadOnlySpan<double> values, int season)
    {
        if (!ValuesInReach.Of(values, 5))
        {
            return null;
        }

        Deseasonalised adjusted = Deseasonalised.Of(values, season);
        double scale = adjusted.Values.Average(Math.Abs);
        if (!(scale > 0))
        {
            return SmoothingByForm(values);
        }

        double[] scaled = Array.ConvertAll(adjusted.Values, value => value / scale);
        var recursion = new ThetaRecursion(scaled, dynamic);
        Minimum minimum = Simplex.Minimise(
            recursion.Squares,
            [scaled[0] / 2, 0.5, 2],
            [Math.Max(0.1, Math.Abs(scaled[0]) / 2), 0.3, 1],
            new SimplexOptions { EvaluationsMax = EvaluationsMax, Tolerance = 1e-7, Lower = Lower, Upper = Upper });
        if (!double.IsFinite(minimum.Value))
        {
            return null;
        }

        double variance = recursion.Squares(minimum.Point) / Math.Max(1, values.Length - 3);
        return On(adjusted, recursion, minimum.Point, scale, variance);
    }

    private static ModelFit? SmoothingByForm(ReadOnlySpan<double> values) =>
        new Smoothing.SimpleSmoothingModel().Fit(values, 1);

    /// <summary>The fit after a recursion was run at that point.</summary>
    private StoredFit On(Deseasonalised adjusted, ThetaRecursion recursion, double[] point, double scale, double variance)
    {
        int n = adjusted.Values.Length;
        double[] residuals = new double[n];
        for (int t = 0; t < n; t++)
        {
            residuals[t] = adjusted.Widen(adjusted.Values[t] - (recursion.Forecasts[t] * scale), t);
        }

        residuals[0] = double.NaN;
        double alpha = point[1];
        ThetaState end = recursion.End;
        return new StoredFit(
            (dynamic ? "DOTM" : "OTM") + adjusted.Suffix, 3, residuals, adjusted.Restore(adjusted.Values[^1], n - 1),
            longer =>
            {
                Deseasonalised after = adjusted.With(longer);
                ThetaRecursion going = recursion.With(Array.ConvertAll(after.Values, value => value / scale));
                going.Squares(point);
                return On(after, going, point, scale, variance);
            },
            horizon =>
            {
                double[] forecast = ThetaRecursion.Ahead(end, point, dynamic, horizon);
                for (int h = 0; h < horizon; h++)
                {
                    forecast[h] = adjusted.Restore(forecast[h] * scale, n + h);
                }

                return forecast;
            },
            horizon =>
            {
                double[] errors = new double[horizon];
                for (int h = 0; h < horizon; h++)
                {
                    errors[h] = adjusted.Widen(scale * Math.Sqrt(variance * (1 + (h * alpha * alpha))), n + h);
                }

                return errors;
            });
    }
}

using EnviAgriNet.Forecasting.Models.Simple;

namespace EnviAgriNet.Forecasting.Models.Smoothing;

/// <summary>Forecasts and their errors from an estimate (Hyndman et al. 2008, chapter 6).</summary>
internal sealed class EtsFit
{
    private readonly EtsEstimate _estimate;
    private readonly double _level;
    private readonly double _growth;
    private readonly double[] _season;
    private readonly double _variance;

    private EtsFit(EtsEstimate estimate, EtsRecursion run, double variance)
    {
        _estimate = estimate;
        _level = run.LastLevel;
        _growth = run.LastGrowth;
        _season = estimate.Form.Season == EtsSeason.None ? [] : run.LastSeason.ToArray();
        _variance = variance;
    }

    /// <summary>The fit of an estimate to the series it was made from.</summary>
    public static ModelFit Of(EtsSearch search, EtsEstimate estimate)
    {
        EtsRecursion run = search.Run(estimate);
        double squares = 0;
        foreach (double error in run.Errors)
        {
            squares += error * error;
        }

        return On(search.Values, run, estimate, squares / Math.Max(1, search.Values.Length - estimate.Count));
    }

    internal static StoredFit On(ReadOnlySpan<double> scaled, EtsRecursion run, EtsEstimate estimate, double variance)
    {
        double[] residuals = new double[scaled.Length];
        for (int t = 0; t < residuals.Length; t++)
        {
            residuals[t] = (scaled[t] - run.Forecasts[t]) * estimate.Scale;
        }

        var fit = new EtsFit(estimate, run, variance);
        return new StoredFit(
            estimate.Form.ToString(), estimate.Count, residuals, scaled[^1] * estimate.Scale,
            longer => Applied(longer, estimate, variance), fit.Forecast, fit.Errors)
        {
            Aicc = estimate.Aicc,
        };
    }

    private static ModelFit Applied(ReadOnlySpan<double> values, EtsEstimate estimate, double variance)
    {
        double[] scaled = new double[values.Length];
        for (int t = 0; t < scaled.Length; t++)
        {
            scaled[t] = values[t] / estimate.Scale;
        }

        var run = new EtsRecursion(scaled, Math.Max(1, estimate.At.Season.Length));
        // Multiplied errors have no meaning once the later values drive the forecast to zero or below: naive is left.
        return double.IsFinite(run.Run(estimate.Form, estimate.At))
            ? On(scaled, run, estimate, variance)
            : new NaiveModel().Fit(values, 1)!;
    }

    private double[] Forecast(int horizon)
    {
        double[] forecast = Trend(horizon);
        for (int h = 0; h < horizon; h++)
        {
            forecast[h] = _estimate.Scale * (_estimate.Form.Season switch
            {
                EtsSeason.None => forecast[h],
                EtsSeason.Additive => forecast[h] + _season[h % _season.Length],
                _ => forecast[h] * _season[h % _season.Length],
            });
        }

        return forecast;
    }

    private double[] Errors(int horizon)
    {
        double[] weights = Weights(horizon, withSeason: _estimate.Form.Season == EtsSeason.Additive);
        double[] errors = _estimate.Form.Error == EtsError.Additive ? Added(weights) : Relative(weights, horizon);
        for (int h = 0; h < horizon; h++)
        {
            errors[h] *= _estimate.Scale;
        }

        return errors;
    }

    /// <summary>Class 1: exact.</summary>
    private double[] Added(double[] weights)
    {
        double[] errors = new double[weights.Length];
        double sum = 1;
        for (int h = 0; h < errors.Length; h++)
        {
            errors[h] = Math.Sqrt(_variance * sum);
            sum += weights[h] * weights[h];
        }

        return errors;
    }

    /// <summary>
    /// Class 2 exact, class 3 (a multiplied season) by the approximation of the book's section 6.4.3:
    /// the season's own uncertainty enters once for every season ahead.
    /// </summary>
    private double[] Relative(double[] weights, int horizon)
    {
        bool multiplied = _estimate.Form.Season == EtsSeason.Multiplicative;
        double[] means = Trend(horizon);
        if (_estimate.Form.Season == EtsSeason.Additive)
        {
            for (int h = 0; h < horizon; h++)
            {
                means[h] += _season[h % _season.Length];
            }
        }

        double[] errors = new double[horizon];
        double[] theta = new double[horizon];
        double gamma = 1 + (_estimate.At.Gamma * _estimate.At.Gamma * _variance);
        for (int h = 0; h < horizon; h++)
        {
            double sum = 0;
            for (int j = 1; j <= h; j++)
            {
                sum += weights[j - 1] * weights[j - 1] * theta[h - j];
            }

            theta[h] = (means[h] * means[h]) + (_variance * sum);
            double spread = (1 + _variance) * (multiplied ? Math.Pow(gamma, h / _season.Length) : 1);
            double variance = Math.Max(0, (theta[h] * spread) - (means[h] * means[h]));
            errors[h] = Math.Sqrt(variance) * (multiplied ? Math.Abs(_season[h % _season.Length]) : 1);
        }

        return errors;
    }

    private double[] Trend(int horizon)
    {
        double[] steps = new double[horizon];
        double phi = _estimate.Form.Trend == EtsTrend.Damped ? _estimate.At.Phi : 1;
        double factor = 1;
        double reach = 0;
        for (int h = 0; h < horizon; h++)
        {
            factor *= phi;
            reach += factor;
            steps[h] = _level + (_estimate.Form.Trend == EtsTrend.None ? 0 : reach * _growth);
        }

        return steps;
    }

    /// <summary>How much an error now moves the forecast so many steps later.</summary>
    private double[] Weights(int horizon, bool withSeason)
    {
        double[] weights = new double[horizon];
        double phi = _estimate.Form.Trend == EtsTrend.Damped ? _estimate.At.Phi : 1;
        double factor = 1;
        double reach = 0;
        for (int j = 1; j <= horizon; j++)
        {
            factor *= phi;
            reach += factor;
            weights[j - 1] = _estimate.At.Alpha
                + (_estimate.Form.Trend == EtsTrend.None ? 0 : _estimate.At.Beta * reach)
                + (withSeason && j % _season.Length == 0 ? _estimate.At.Gamma : 0);
        }

        return weights;
    }
}

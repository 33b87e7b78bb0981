namespace EnviAgriNet.Forecasting.Models.Smoothing;

/// <summary>
/// Runs a form of exponential smoothing over a series, and back again for the slope of its likelihood.
/// Additive and multiplicative errors move the states alike; they only weigh the errors differently.
/// </summary>
internal sealed class EtsRecursion
{
    /// <summary>Keeps the logarithm of a perfect fit finite; far below the rounding of any price.</summary>
    private const double SquaresLeast = 1e-18;

    private readonly double[] _values;
    private readonly int _season;
    private readonly double[] _levels;
    private readonly double[] _growths;
    private readonly double[] _seasons;
    private readonly double[] _forecasts;
    private readonly double[] _errors;
    private readonly double[] _seasonSlopes;
    private double _squares;

    public EtsRecursion(double[] values, int season)
    {
        _values = values;
        _season = season;
        _levels = new double[values.Length + 1];
        _growths = new double[values.Length + 1];
        _seasons = new double[values.Length + season];
        _seasonSlopes = new double[values.Length + season];
        _forecasts = new double[values.Length];
        _errors = new double[values.Length];
    }

    public ReadOnlySpan<double> Forecasts => _forecasts;

    /// <summary>The errors in the model's own terms: differences, or parts of the forecast.</summary>
    public ReadOnlySpan<double> Errors => _errors;

    public double LastLevel => _levels[^1];

    public double LastGrowth => _growths[^1];

    public double Squares => _squares;

    /// <summary>The season the next values meet.</summary>
    public ReadOnlySpan<double> LastSeason => _seasons.AsSpan(_values.Length, _season);

    /// <summary>Minus twice the concentrated logarithm of the likelihood, as R's <c>ets</c> counts it; infinite where undefined.</summary>
    public double Run(EtsForm form, EtsParameters at)
    {
        bool relative = form.Error == EtsError.Multiplicative;
        int cycle = form.Season == EtsSeason.None ? 0 : _season;
        at.Season.AsSpan(0, cycle).CopyTo(_seasons);
        double level = at.Level;
        double growth = form.Trend == EtsTrend.None ? 0 : at.Growth;
        double phi = form.Trend == EtsTrend.Damped ? at.Phi : 1;
        double beta = form.Trend == EtsTrend.None ? 0 : at.Beta;
        double squares = 0;
        double logs = 0;
        double product = 1;
        _levels[0] = level;
        _growths[0] = growth;
        for (int t = 0; t < _values.Length; t++)
        {
            double value = _values[t];
            double damped = phi * growth;
            double baseline = level + damped;
            double forecast = baseline;
            double seen = value;
            if (form.Season == EtsSeason.Additive)
            {
                double season = _seasons[t];
                forecast += season;
                seen -= season;
                _seasons[t + cycle] = season + (at.Gamma * (value - baseline - season));
            }
            else if (form.Season == EtsSeason.Multiplicative)
            {
                double season = _seasons[t];
                if (!(season > 0) || !(baseline > 0))
                {
                    return double.PositiveInfinity;
                }

                forecast *= season;
                seen /= season;
                _seasons[t + cycle] = season + (at.Gamma * ((value / baseline) - season));
            }

            double error = value - forecast;
            if (relative)
            {
                if (!(forecast > 0))
                {
                    return double.PositiveInfinity;
                }

                error /= forecast;
                product *= forecast;
                if (product is < 1e-100 or > 1e100)
                {
                    logs += Math.Log(product);
                    product = 1;
                }
            }

            double surprise = seen - baseline;
            level = baseline + (at.Alpha * surprise);
            growth = damped + (beta * surprise);
            _forecasts[t] = forecast;
            _errors[t] = error;
            _levels[t + 1] = level;
            _growths[t + 1] = growth;
            squares += error * error;
        }

        _squares = squares + (SquaresLeast * _values.Length);
        return (_values.Length * Math.Log(_squares)) + (2 * (logs + Math.Log(product)));
    }

    /// <summary>The slope of <see cref="Run"/> at the point it was last run, by going back through it once.</summary>
    public void Slope(EtsForm form, EtsParameters at, EtsParameters slope)
    {
        bool relative = form.Error == EtsError.Multiplicative;
        int cycle = form.Season == EtsSeason.None ? 0 : _season;
        double phi = form.Trend == EtsTrend.Damped ? at.Phi : 1;
        double beta = form.Trend == EtsTrend.None ? 0 : at.Beta;
        double weight = 2 * _values.Length / _squares;
        double byAlpha = 0, byBeta = 0, byGamma = 0, byPhi = 0, byLevel = 0, byGrowth = 0;
        Array.Clear(_seasonSlopes);
        for (int t = _values.Length - 1; t >= 0; t--)
        {
            double value = _values[t];
            double growth = _growths[t];
            double baseline = _levels[t] + (phi * growth);
            double byForecast = relative
                ? ((2 - (weight * _errors[t] * value / _forecasts[t])) / _forecasts[t])
                : -weight * _errors[t];
            double bySurprise = (at.Alpha * byLevel) + (beta * byGrowth);
            double byBaseline = byLevel - bySurprise;
            double surprise = value - baseline;
            if (form.Season == EtsSeason.None)
            {
                byBaseline += byForecast;
            }
            else
            {
                double season = _seasons[t];
                double byNext = _seasonSlopes[t + cycle];
                double bySeason = byNext * (1 - at.Gamma);
                if (form.Season == EtsSeason.Additive)
                {
                    surprise -= season;
                    byGamma += byNext * surprise;
                    byBaseline += byForecast - (at.Gamma * byNext);
                    bySeason += byForecast - bySurprise;
                }
                else
                {
                    double share = value / baseline;
                    surprise = (value / season) - baseline;
                    byGamma += byNext * (share - season);
                    byBaseline += (byForecast * season) - (at.Gamma * byNext * share / baseline);
                    bySeason += (byForecast * baseline) - (bySurprise * value / (season * season));
                }

                _seasonSlopes[t] += bySeason;
            }

            byAlpha += byLevel * surprise;
            byBeta += byGrowth * surprise;
            double byDamped = byGrowth + byBaseline;
            byPhi += byDamped * growth;
            byGrowth = phi * byDamped;
            byLevel = byBaseline;
        }

        (slope.Alpha, slope.Beta, slope.Gamma, slope.Phi) = (byAlpha, byBeta, byGamma, byPhi);
        (slope.Level, slope.Growth) = (byLevel, byGrowth);
        _seasonSlopes.AsSpan(0, cycle).CopyTo(slope.Season);
    }
}

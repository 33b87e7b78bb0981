using EnviAgriNet.Forecasting.Optimising;

namespace EnviAgriNet.Forecasting.Models.Smoothing;

/// <summary>Estimates forms of exponential smoothing on one series. Keeps its working memory between forms.</summary>
internal sealed class EtsSearch
{
    private const double Gain = 1e-5;
    private const int IterationsMax = 200;
    private static readonly (double Alpha, double Beta, double Gamma)[] Openings =
        [(0, 0.1, 0.05), (0.5, 0.1, 0.05), (0.5, 0.02, 0.3), (0.9, 0.02, 0.05), (0.97, 0.3, 0.5), (0.05, 0.8, 0.6)];

    private readonly double[] _values;
    private readonly int _season;
    private readonly double _scale;
    private readonly double _step;
    private readonly EtsRecursion _recursion;

    public EtsSearch(ReadOnlySpan<double> values, int season)
    {
        _season = season;
        double sum = 0;
        foreach (double value in values)
        {
            sum += Math.Abs(value);
            IsPositive &= value > 0;
        }

        _scale = sum > 0 ? sum / values.Length : 1;
        _values = new double[values.Length];
        double squares = 0;
        for (int t = 0; t < values.Length; t++)
        {
            _values[t] = values[t] / _scale;
            squares += t > 0 ? Math.Pow(_values[t] - _values[t - 1], 2) : 0;
        }

        _step = Math.Max(Math.Sqrt(squares / Math.Max(1, values.Length - 1)), 1e-9);
        IsConstant = squares < 1e-24 * values.Length;
        _recursion = new EtsRecursion(_values, season);
    }

    public bool IsPositive { get; } = true;

    public bool IsConstant { get; }

    public double[] Values => _values;

    /// <summary>The estimate, or null when the form does not apply or has too many numbers for the series.</summary>
    /// <param name="form">The form.</param>
    /// <param name="near">The estimate of a form that differs in its errors only, to start from.</param>
    public EtsEstimate? Estimate(EtsForm form, EtsEstimate? near = null)
    {
        if (EtsStart.For(_values, _season, form) is not { } start)
        {
            return null;
        }

        var objective = new EtsObjective(_recursion, form, start, _step);
        int count = objective.Size;
        if (count >= _values.Length - 2)
        {
            return null;
        }

        var descent = new QuasiNewton(count);
        Minimum minimum = descent.Minimise(objective, Open(objective, near), Gain, IterationsMax);
        if (form.Season != EtsSeason.None && near is null)
        {
            // Seasonal likelihoods have several valleys; one more start, by the rules of R, finds most others.
            Minimum other = descent.Minimise(objective, objective.Point(0.2 / _season, 0.1, 0.05, 0.99), Gain, IterationsMax);
            minimum = other.Value < minimum.Value ? other : minimum;
        }

        if (!double.IsFinite(minimum.Value))
        {
            return null;
        }

        objective.Value(minimum.Point);
        int n = _values.Length;
        int all = count + 1;
        double aicc = minimum.Value + (2 * n * Math.Log(_scale)) + (2.0 * all) + (2.0 * all * (all + 1) / (n - all - 1));
        return new EtsEstimate(form, objective.At.Copy(), _scale, count, aicc);
    }

    /// <summary>Runs an estimate over the series once more, to read its forecasts and last states.</summary>
    public EtsRecursion Run(EtsEstimate estimate)
    {
        _recursion.Run(estimate.Form, estimate.At);
        return _recursion;
    }

    private double[] Open(EtsObjective objective, EtsEstimate? near)
    {
        if (near is not null)
        {
            double[] warm = objective.PointOf(near.At);
            if (double.IsFinite(objective.Value(warm)))
            {
                return warm;
            }
        }

        double[] best = [];
        double least = double.NaN;
        foreach ((double alpha, double beta, double gamma) in Openings)
        {
            double[] point = objective.Point(alpha == 0 ? 0.2 / _season : alpha, beta, gamma, 0.9);
            double value = objective.Value(point);
            if (best.Length == 0 || value < least || double.IsNaN(least))
            {
                best = point;
                least = value;
            }
        }

        return best;
    }
}

using EnviAgriNet.Forecasting.Optimising;

namespace EnviAgriNet.Forecasting.Models.Smoothing;

/// <summary>
/// The likelihood of a form as a function of free numbers: weights through logistic curves onto their usual bounds
/// (those of R's <c>ets</c>), first states in steps of the series' own roughness, the first season fixed by the others.
/// </summary>
internal sealed class EtsObjective(EtsRecursion recursion, EtsForm form, EtsParameters start, double step) : IDifferentiable
{
    public const double WeightLeast = 1e-4;
    public const double WeightMost = 0.9999;
    public const double PhiLeast = 0.8;
    public const double PhiMost = 0.98;

    private readonly EtsParameters _at = start.Copy();
    private readonly EtsParameters _slope = new(start.Season.Length);

    public EtsParameters At => _at;

    public int Size => 2
        + (form.Trend == EtsTrend.None ? 0 : 2)
        + (form.Trend == EtsTrend.Damped ? 1 : 0)
        + (form.Season == EtsSeason.None ? 0 : start.Season.Length);

    /// <summary>The point of given parts of the weights' bounds; the states are those of the start.</summary>
    public double[] Point(double alpha, double beta, double gamma, double phi)
    {
        double[] point = new double[Size];
        int i = 0;
        point[i++] = Logit(alpha);
        if (form.Trend != EtsTrend.None)
        {
            point[i++] = Logit(beta);
        }

        if (form.Season != EtsSeason.None)
        {
            point[i++] = Logit(gamma);
        }

        if (form.Trend == EtsTrend.Damped)
        {
            point[i] = Logit(phi);
        }

        return point;
    }

    /// <summary>The point of given numbers, drawn a little away from the bounds, where the slope would vanish.</summary>
    public double[] PointOf(EtsParameters near)
    {
        double[] point = Point(
            Inside(Part(near.Alpha, WeightLeast, WeightMost)),
            Inside(Part(near.Beta, WeightLeast, near.Alpha)),
            Inside(Part(near.Gamma, WeightLeast, 1 - near.Alpha)),
            Inside(Part(near.Phi, PhiLeast, PhiMost)));
        int states = point.Length - 1 - (form.Trend == EtsTrend.None ? 0 : 1)
            - (form.Season == EtsSeason.None ? 0 : start.Season.Length - 1);
        point[states] = (near.Level - start.Level) / step;
        if (form.Trend != EtsTrend.None)
        {
            point[states + 1] = (near.Growth - start.Growth) / step * 10;
        }

        for (int s = 1; s < start.Season.Length; s++)
        {
            point[point.Length - start.Season.Length + s] = (near.Season[s] - start.Season[s]) / step;
        }

        return point;
    }

    public double Value(ReadOnlySpan<double> point)
    {
        Place(point);
        return form.Season != EtsSeason.None && !EtsRegion.IsAdmissible(_at)
            ? double.PositiveInfinity
            : recursion.Run(form, _at);
    }

    public void Slope(Span<double> slope)
    {
        recursion.Slope(form, _at, _slope);
        double alphaPart = Part(_at.Alpha, WeightLeast, WeightMost);
        double betaPart = Part(_at.Beta, WeightLeast, _at.Alpha);
        double gammaPart = Part(_at.Gamma, WeightLeast, 1 - _at.Alpha);
        double byAlpha = _slope.Alpha;
        int i = 1;
        if (form.Trend != EtsTrend.None)
        {
            byAlpha += _slope.Beta * betaPart;
            slope[i++] = _slope.Beta * (_at.Alpha - WeightLeast) * betaPart * (1 - betaPart);
        }

        if (form.Season != EtsSeason.None)
        {
            byAlpha -= _slope.Gamma * gammaPart;
            slope[i++] = _slope.Gamma * (1 - _at.Alpha - WeightLeast) * gammaPart * (1 - gammaPart);
        }

        if (form.Trend == EtsTrend.Damped)
        {
            double phiPart = Part(_at.Phi, PhiLeast, PhiMost);
            slope[i++] = _slope.Phi * (PhiMost - PhiLeast) * phiPart * (1 - phiPart);
        }

        slope[0] = byAlpha * (WeightMost - WeightLeast) * alphaPart * (1 - alphaPart);
        slope[i++] = _slope.Level * step;
        if (form.Trend != EtsTrend.None)
        {
            slope[i++] = _slope.Growth * step / 10;
        }

        if (form.Season != EtsSeason.None)
        {
            for (int s = 1; s < _slope.Season.Length; s++)
            {
                slope[i++] = (_slope.Season[s] - _slope.Season[0]) * step;
            }
        }
    }

    private void Place(ReadOnlySpan<double> point)
    {
        int i = 0;
        _at.Alpha = Within(point[i++], WeightLeast, WeightMost);
        if (form.Trend != EtsTrend.None)
        {
            _at.Beta = Within(point[i++], WeightLeast, _at.Alpha);
        }

        if (form.Season != EtsSeason.None)
        {
            _at.Gamma = Within(point[i++], WeightLeast, 1 - _at.Alpha);
        }

        if (form.Trend == EtsTrend.Damped)
        {
            _at.Phi = Within(point[i++], PhiLeast, PhiMost);
        }

        _at.Level = start.Level + (step * point[i++]);
        if (form.Trend != EtsTrend.None)
        {
            _at.Growth = start.Growth + (step / 10 * point[i++]);
        }

        if (form.Season == EtsSeason.None)
        {
            return;
        }

        double rest = form.Season == EtsSeason.Additive ? 0 : start.Season.Length;
        for (int s = 1; s < start.Season.Length; s++)
        {
            _at.Season[s] = start.Season[s] + (step * point[i++]);
            rest -= _at.Season[s];
        }

        _at.Season[0] = rest;
    }

    private static double Within(double free, double least, double most) =>
        most <= least ? least : least + ((most - least) / (1 + Math.Exp(-free)));

    private static double Part(double value, double least, double most) => most <= least ? 0 : (value - least) / (most - least);

    private static double Inside(double part) => Math.Clamp(part, 0.005, 0.995);

    private static double Logit(double part) => Math.Log(part / (1 - part));
}

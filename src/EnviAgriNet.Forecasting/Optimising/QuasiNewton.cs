namespace EnviAgriNet.Forecasting.Optimising;

/// <summary>
/// The method of Broyden, Fletcher, Goldfarb and Shanno for functions that know their slope: a seasonal model has some
/// seventeen parameters, where a simplex wanders for thousands of evaluations and this needs about fifty.
/// Points where the function is not defined act as walls.
/// </summary>
internal sealed class QuasiNewton(int size)
{
    private const double LongestStep = 3;
    private const double Armijo = 1e-4;
    private const int HalvingsMax = 25;

    private readonly double[] _inverse = new double[size * size];
    private readonly double[] _slope = new double[size];
    private readonly double[] _newSlope = new double[size];
    private readonly double[] _direction = new double[size];
    private readonly double[] _tried = new double[size];
    private readonly double[] _moved = new double[size];
    private readonly double[] _turned = new double[size];
    private int _evaluations;

    /// <summary>Searches from <paramref name="start"/> until a step gains less than <paramref name="gain"/>.</summary>
    public Minimum Minimise(IDifferentiable function, ReadOnlySpan<double> start, double gain, int iterationsMax)
    {
        double[] point = start.ToArray();
        _evaluations = 1;
        double value = function.Value(point);
        if (!double.IsFinite(value))
        {
            return new Minimum(point, double.PositiveInfinity, _evaluations, false);
        }

        function.Slope(_slope);
        Reset(1 / Math.Max(1, Norm(_slope)));
        bool fresh = true;
        int small = 0;
        for (int iteration = 0; iteration < iterationsMax; iteration++)
        {
            double descent = Aim();
            if (!(descent < 0))
            {
                Reset(1 / Math.Max(1, Norm(_slope)));
                fresh = true;
                descent = Aim();
            }

            double better = Search(function, point, value, descent);
            if (double.IsNaN(better))
            {
                // The curvature may have gone stale: once more from the plain slope before giving up.
                if (fresh)
                {
                    return new Minimum(point, value, _evaluations, true);
                }

                Reset(1 / Math.Max(1, Norm(_slope)));
                fresh = true;
                continue;
            }

            small = value - better < gain ? small + 1 : 0;
            value = better;
            function.Slope(_newSlope);
            _tried.CopyTo(point, 0);
            Learn(fresh);
            fresh = false;
            _newSlope.CopyTo(_slope, 0);
            if (small >= 2)
            {
                return new Minimum(point, value, _evaluations, true);
            }
        }

        return new Minimum(point, value, _evaluations, false);
    }

    private double Aim()
    {
        double longest = 0;
        double descent = 0;
        for (int i = 0; i < size; i++)
        {
            double sum = 0;
            for (int j = 0; j < size; j++)
            {
                sum -= _inverse[(i * size) + j] * _slope[j];
            }

            _direction[i] = sum;
            descent += sum * _slope[i];
            longest = Math.Max(longest, Math.Abs(sum));
        }

        if (longest > LongestStep)
        {
            double by = LongestStep / longest;
            descent *= by;
            for (int i = 0; i < size; i++)
            {
                _direction[i] *= by;
            }
        }

        return descent;
    }

    private double Search(IDifferentiable function, double[] point, double value, double descent)
    {
        double length = 1;
        for (int halving = 0; halving < HalvingsMax; halving++)
        {
            for (int i = 0; i < size; i++)
            {
                _tried[i] = point[i] + (length * _direction[i]);
            }

            _evaluations++;
            double better = function.Value(_tried);
            if (double.IsFinite(better) && better <= value + (Armijo * length * descent))
            {
                for (int i = 0; i < size; i++)
                {
                    _moved[i] = length * _direction[i];
                }

                return better;
            }

            // Where both values are known the parabola through them says how far to go back.
            double curved = double.IsFinite(better) ? -descent * length / (2 * (((better - value) / length) - descent)) : 0;
            length *= Math.Clamp(curved / length, 0.1, 0.5);
        }

        return double.NaN;
    }

    private void Learn(bool first)
    {
        double along = 0;
        double turn = 0;
        for (int i = 0; i < size; i++)
        {
            double change = _newSlope[i] - _slope[i];
            along += _moved[i] * change;
            turn += change * change;
            _direction[i] = change;
        }

        if (!(along > 1e-12 * turn) || turn == 0)
        {
            return;
        }

        if (first)
        {
            Reset(along / turn);
        }

        double scale = 0;
        for (int i = 0; i < size; i++)
        {
            double sum = 0;
            for (int j = 0; j < size; j++)
            {
                sum += _inverse[(i * size) + j] * _direction[j];
            }

            _turned[i] = sum;
            scale += sum * _direction[i];
        }

        double weight = (1 + (scale / along)) / along;
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                _inverse[(i * size) + j] += (weight * _moved[i] * _moved[j])
                    - (((_turned[i] * _moved[j]) + (_moved[i] * _turned[j])) / along);
            }
        }
    }

    private void Reset(double scale)
    {
        Array.Clear(_inverse);
        for (int i = 0; i < size; i++)
        {
            _inverse[(i * size) + i] = scale;
        }
    }

    private static double Norm(double[] vector)
    {
        double sum = 0;
        foreach (double value in vector)
        {
            sum += value * value;
        }

        return Math.Sqrt(sum);
    }
}

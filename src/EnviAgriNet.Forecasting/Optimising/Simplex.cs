namespace EnviAgriNet.Forecasting.Optimising;

/// <summary>
/// The downhill simplex of Nelder and Mead (1965), for functions of a few parameters without a gradient.
/// Math.NET has one, but it makes several vectors at every step; a fit asks thousands of times, so this one works in
/// one block of memory and allocates nothing after its start.
/// </summary>
public static class Simplex
{
    /// <summary>Searches from <paramref name="start"/>; deterministic, never throws for odd values of the function.</summary>
    /// <param name="objective">The function.</param>
    /// <param name="start">The first corner.</param>
    /// <param name="steps">How far the other corners are from it, one for each coordinate, none zero.</param>
    /// <param name="options">When to stop, and limits; null for the defaults.</param>
    public static Minimum Minimise(
        Objective objective, ReadOnlySpan<double> start, ReadOnlySpan<double> steps, SimplexOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(objective);
        ArgumentOutOfRangeException.ThrowIfNotEqual(steps.Length, start.Length);
        var search = new Search(objective, start.Length, options ?? new SimplexOptions());
        return search.Run(start, steps);
    }

    private sealed class Search(Objective objective, int size, SimplexOptions options)
    {
        private readonly double[] _corners = new double[(size + 1) * size];
        private readonly double[] _values = new double[size + 1];
        private readonly double[] _centre = new double[size];
        private readonly double[] _tried = new double[size];
        private readonly double[] _further = new double[size];
        private int _evaluations;

        public Minimum Run(ReadOnlySpan<double> start, ReadOnlySpan<double> steps)
        {
            Place(start, steps);
            bool converged = size == 0;
            while (!converged && _evaluations < options.EvaluationsMax)
            {
                (int best, int second, int worst) = Rank();
                if (_values[worst] - _values[best] <= options.Tolerance * (Math.Abs(_values[best]) + options.Tolerance))
                {
                    converged = true;
                    break;
                }

                Step(best, second, worst);
            }

            int least = Rank().Best;
            return new Minimum(Corner(least).ToArray(), _values[least], _evaluations, converged);
        }

        private void Place(ReadOnlySpan<double> start, ReadOnlySpan<double> steps)
        {
            for (int i = 0; i <= size; i++)
            {
                Span<double> corner = Corner(i);
                start.CopyTo(corner);
                if (i > 0)
                {
                    int axis = i - 1;
                    corner[axis] += steps[axis];
                    // A corner beyond a limit would fall back onto the start: go the other way instead.
                    if ((options.Upper is { } upper && corner[axis] > upper[axis])
                        || (options.Lower is { } lower && corner[axis] < lower[axis]))
                    {
                        corner[axis] = start[axis] - steps[axis];
                    }
                }

                _values[i] = Ask(corner);
            }
        }

        private void Step(int best, int second, int worst)
        {
            Centre(worst);
            double reflected = Move(worst, 1, _tried);
            if (reflected < _values[best])
            {
                double expanded = Move(worst, 2, _further);
                Take(worst, expanded < reflected ? _further : _tried, Math.Min(expanded, reflected));
                return;
            }

            if (reflected < _values[second])
            {
                Take(worst, _tried, reflected);
                return;
            }

            bool outside = reflected < _values[worst];
            double contracted = Move(worst, outside ? 0.5 : -0.5, _further);
            if (contracted < Math.Min(reflected, _values[worst]))
            {
                Take(worst, _further, contracted);
                return;
            }

            Shrink(best);
        }

        private void Shrink(int best)
        {
            ReadOnlySpan<double> centre = Corner(best);
            for (int i = 0; i <= size; i++)
            {
                if (i == best)
                {
                    continue;
                }

                Span<double> corner = Corner(i);
                for (int j = 0; j < size; j++)
                {
                    corner[j] = centre[j] + (0.5 * (corner[j] - centre[j]));
                }

                _values[i] = Ask(corner);
            }
        }

        private void Centre(int worst)
        {
            Array.Clear(_centre);
            for (int i = 0; i <= size; i++)
            {
                if (i == worst)
                {
                    continue;
                }

                ReadOnlySpan<double> corner = Corner(i);
                for (int j = 0; j < size; j++)
                {
                    _centre[j] += corner[j] / size;
                }
            }
        }

        private double Move(int worst, double by, double[] into)
        {
            ReadOnlySpan<double> corner = Corner(worst);
            for (int j = 0; j < size; j++)
            {
                into[j] = _centre[j] + (by * (_centre[j] - corner[j]));
            }

            return Ask(into);
        }

        private void Take(int index, double[] point, double value)
        {
            point.CopyTo(Corner(index));
            _values[index] = value;
        }

        private double Ask(Span<double> point)
        {
            for (int j = 0; j < size; j++)
            {
                point[j] = Math.Min(Math.Max(point[j], options.Lower?[j] ?? double.MinValue), options.Upper?[j] ?? double.MaxValue);
            }

            _evaluations++;
            double value = objective(point);
            return double.IsFinite(value) ? value : double.PositiveInfinity;
        }

        private (int Best, int Second, int Worst) Rank()
        {
            int best = 0;
            int worst = 0;
            for (int i = 1; i <= size; i++)
            {
                best = _values[i] < _values[best] ? i : best;
                worst = _values[i] >= _values[worst] ? i : worst;
            }

            int second = best;
            for (int i = 0; i <= size; i++)
            {
                second = i != worst && _values[i] > _values[second] ? i : second;
            }

            return (best, second, worst);
        }

        private Span<double> Corner(int index) => _corners.AsSpan(index * size, size);
    }
}

namespace EnviAgriNet.Forecasting.Decomposition;

/// <summary>
/// Smoothing by local lines or levels with weights that fall off by the cube (Cleveland et al. 1990), step for step as
/// the Fortran behind R's <c>stl</c>, so that results agree to rounding. Positions count from one there and here.
/// </summary>
internal sealed class Loess(int longest)
{
    private readonly double[] _weights = new double[longest];

    /// <summary>Smooths <paramref name="y"/> into <paramref name="smooth"/>, computing every <paramref name="jump"/>th and drawing lines between.</summary>
    public void Smooth(ReadOnlySpan<double> y, int window, int degree, int jump, ReadOnlySpan<double> trust, Span<double> smooth)
    {
        int n = y.Length;
        if (n < 2)
        {
            smooth[0] = y[0];
            return;
        }

        int step = Math.Min(jump, n - 1);
        int half = (window + 1) / 2;
        int left = 1;
        int right = Math.Min(window, n);
        for (int i = 1; i <= n; i += step)
        {
            if (window < n)
            {
                left = i < half ? 1 : i >= n - half + 1 ? n - window + 1 : i - half + 1;
                right = left + window - 1;
            }

            smooth[i - 1] = At(y, window, degree, i, left, right, trust) ?? y[i - 1];
        }

        if (step > 1)
        {
            Join(y, window, degree, step, left, right, trust, smooth);
        }
    }

    /// <summary>The smooth value at one place, which may lie outside the series; null where nothing near has weight.</summary>
    public double? At(ReadOnlySpan<double> y, int window, int degree, double place, int left, int right, ReadOnlySpan<double> trust)
    {
        int n = y.Length;
        double reach = Math.Max(place - left, right - place);
        if (window > n)
        {
            reach += (window - n) / 2;
        }

        double far = 0.999 * reach;
        double near = 0.001 * reach;
        double total = 0;
        for (int j = left; j <= right; j++)
        {
            double distance = Math.Abs(j - place);
            double weight = 0;
            if (distance <= far)
            {
                double part = distance / reach;
                double cube = 1 - (part * part * part);
                weight = distance <= near ? 1 : cube * cube * cube;
                if (!trust.IsEmpty)
                {
                    weight *= trust[j - 1];
                }
            }

            _weights[j - 1] = weight;
            total += weight;
        }

        return total > 0 ? Sum(y, degree, place, left, right, total, reach) : null;
    }

    private double Sum(ReadOnlySpan<double> y, int degree, double place, int left, int right, double total, double reach)
    {
        double centre = 0;
        for (int j = left; j <= right; j++)
        {
            _weights[j - 1] /= total;
            centre += _weights[j - 1] * j;
        }

        double tilt = 0;
        if (reach > 0 && degree > 0)
        {
            double spread = 0;
            for (int j = left; j <= right; j++)
            {
                spread += _weights[j - 1] * (j - centre) * (j - centre);
            }

            tilt = Math.Sqrt(spread) > 0.001 * (y.Length - 1) ? (place - centre) / spread : 0;
        }

        double sum = 0;
        for (int j = left; j <= right; j++)
        {
            sum += _weights[j - 1] * ((tilt * (j - centre)) + 1) * y[j - 1];
        }

        return sum;
    }

    private void Join(
        ReadOnlySpan<double> y, int window, int degree, int step, int left, int right, ReadOnlySpan<double> trust, Span<double> smooth)
    {
        int n = y.Length;
        for (int i = 1; i <= n - step; i += step)
        {
            Line(smooth, i, i + step);
        }

        int last = ((n - 1) / step * step) + 1;
        if (last != n)
        {
            smooth[n - 1] = At(y, window, degree, n, left, right, trust) ?? y[n - 1];
            Line(smooth, last, n);
        }
    }

    private static void Line(Span<double> smooth, int from, int to)
    {
        double rise = (smooth[to - 1] - smooth[from - 1]) / (to - from);
        for (int j = from + 1; j < to; j++)
        {
            smooth[j - 1] = smooth[from - 1] + (rise * (j - from));
        }
    }
}

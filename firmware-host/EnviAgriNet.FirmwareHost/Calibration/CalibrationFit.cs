using System.Globalization;

namespace EnviAgriNet.FirmwareHost.Calibration;

/// <summary>The polynomial that is nearest to what was measured and what was true.</summary>
/// <param name="Coefficients">From the constant up.</param>
/// <param name="IsRising">Whether a greater measured value means a greater true one.</param>
/// <param name="MissMax">How far the farthest point lies from it.</param>
internal sealed record CalibrationFit(IReadOnlyList<double> Coefficients, bool IsRising, double MissMax)
{
    // A line's numbers are read by people, and no probe has more digits. High powers cancel each other, for which all digits count.
    private const string Digits = "G9";

    private const int Steps = 64;

    /// <summary>
    /// Fits; of one point the shift. Null, with the reason, when the points do not say enough, or when two measured values would be the same
    /// true one.
    /// </summary>
    public static CalibrationFit? Of(IReadOnlyList<(double Raw, double Truth)> points, int degree, out string? fault)
    {
        double low = points.Min(p => p.Raw);
        double high = points.Max(p => p.Raw);
        fault = null;
        if (points.Count == 1)
        {
            return new CalibrationFit([Rounded(points[0].Truth - low), 1], true, 0);
        }

        if (points.Count <= degree)
        {
            fault = $"{points.Count} points do not say what a polynomial of degree {degree} is: it needs {degree + 1}";
            return null;
        }

        // Around the middle and scaled to one, so that high powers stay as exact as low ones.
        double middle = (low + high) / 2;
        double half = (high - low) / 2;
        double[]? scaled = half > 1e-9 * Math.Max(1, Math.Abs(middle))
            ? LeastSquares([.. points.Select(p => ((p.Raw - middle) / half, p.Truth))], degree)
            : null;
        if (scaled is null)
        {
            fault = "the measured values lie too close together: measure again at values farther apart";
            return null;
        }

        if (!IsOneWay(scaled))
        {
            fault = "the true value would rise and fall again between the points: measure again, or take a lower --degree";
            return null;
        }

        double[] exact = Unscaled(scaled, middle, half);
        double[] coefficients = degree > 1 ? exact : [.. exact.Select(Rounded)];
        return new CalibrationFit(
            coefficients, Value(scaled, 1) > Value(scaled, -1), points.Max(p => Math.Abs(Value(coefficients, p.Raw) - p.Truth)));
    }

    /// <summary>Whether a greater measured value always means a greater true one, or always a smaller.</summary>
    private static bool IsOneWay(double[] scaled)
    {
        double[] steps = [.. Enumerable.Range(0, Steps).Select(i => Value(scaled, -1 + (2.0 * (i + 1) / Steps)) - Value(scaled, -1 + (2.0 * i / Steps)))];
        return steps.All(s => s > 0) || steps.All(s => s < 0);
    }

    /// <summary>By the normal equations and elimination with pivots; null when the points do not determine it.</summary>
    private static double[]? LeastSquares((double X, double Y)[] points, int degree)
    {
        int n = degree + 1;
        double[,] m = new double[n, n + 1];
        for (int row = 0; row < n; row++)
        {
            for (int column = 0; column < n; column++)
            {
                m[row, column] = points.Sum(p => Math.Pow(p.X, row + column));
            }

            m[row, n] = points.Sum(p => Math.Pow(p.X, row) * p.Y);
        }

        for (int pivot = 0; pivot < n; pivot++)
        {
            int best = Enumerable.Range(pivot, n - pivot).MaxBy(r => Math.Abs(m[r, pivot]));
            if (Math.Abs(m[best, pivot]) < 1e-9)
            {
                return null;
            }

            for (int column = 0; column <= n; column++)
            {
                (m[pivot, column], m[best, column]) = (m[best, column], m[pivot, column]);
            }

            for (int row = 0; row < n; row++)
            {
                double factor = row == pivot ? 0 : m[row, pivot] / m[pivot, pivot];
                for (int column = pivot; column <= n; column++)
                {
                    m[row, column] -= factor * m[pivot, column];
                }
            }
        }

        return [.. Enumerable.Range(0, n).Select(r => m[r, n] / m[r, r])];
    }

    /// <summary>The same polynomial of the value itself: <c>(x - middle) / half</c> put in, power by power.</summary>
    private static double[] Unscaled(double[] scaled, double middle, double half)
    {
        double[] result = new double[scaled.Length];
        for (int i = scaled.Length - 1; i >= 0; i--)
        {
            for (int power = scaled.Length - 1; power >= 0; power--)
            {
                result[power] = ((power > 0 ? result[power - 1] : 0) - (middle * result[power])) / half;
            }

            result[0] += scaled[i];
        }

        return result;
    }

    private static double Value(double[] coefficients, double x) => coefficients.Reverse().Aggregate(0.0, (value, c) => (value * x) + c);

    private static double Rounded(double value) =>
        double.Parse(value.ToString(Digits, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}

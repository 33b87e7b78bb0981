namespace EnviAgriNet.Forecasting.Models.Arima;

/// <summary>
/// The lags of an ARMA model with its seasonal factors multiplied out:
/// w(t) = Σ Ar(i) w(t-i) + e(t) + Σ Ma(j) e(t-j). Reused for every trial, so that an estimate allocates little.
/// </summary>
internal sealed class ArmaPolynomials
{
    private readonly ArimaOrder _order;
    private readonly double[] _ar;
    private readonly double[] _ma;

    public ArmaPolynomials(ArimaOrder order)
    {
        _order = order;
        _ar = new double[order.Ar + (order.SeasonalAr * order.Season)];
        _ma = new double[order.Ma + (order.SeasonalMa * order.Season)];
        Size = Math.Max(_ar.Length, _ma.Length + 1);
    }

    /// <summary>Weights of the past values, index 0 is lag 1.</summary>
    public double[] Ar => _ar;

    /// <summary>Weights of the past errors, index 0 is lag 1.</summary>
    public double[] Ma => _ma;

    /// <summary>Length of the state.</summary>
    public int Size { get; }

    /// <summary>
    /// Takes coefficients in the order ar, ma, seasonal ar, seasonal ma; false when the model would not be stationary and
    /// invertible with every partial autocorrelation below <paramref name="bound"/>.
    /// </summary>
    public bool Take(ReadOnlySpan<double> point, double bound)
    {
        ReadOnlySpan<double> ar = point[.._order.Ar];
        ReadOnlySpan<double> ma = point.Slice(_order.Ar, _order.Ma);
        ReadOnlySpan<double> seasonalAr = point.Slice(_order.Ar + _order.Ma, _order.SeasonalAr);
        ReadOnlySpan<double> seasonalMa = point.Slice(_order.Ar + _order.Ma + _order.SeasonalAr, _order.SeasonalMa);
        if (!IsInside(ar, 1, bound) || !IsInside(ma, -1, bound) || !IsInside(seasonalAr, 1, bound) || !IsInside(seasonalMa, -1, bound))
        {
            return false;
        }

        Multiply(ar, seasonalAr, -1, _ar);
        Multiply(ma, seasonalMa, 1, _ma);
        return true;
    }

    /// <summary>Autocovariances of the model for an error of variance one, lags 0 to <see cref="Size"/>.</summary>
    public double[] Autocovariances()
    {
        int reach = Size + _ma.Length;
        double[] plain = OfAutoregression(reach);
        double[] result = new double[Size + 1];
        for (int lag = 0; lag <= Size; lag++)
        {
            double sum = 0;
            for (int i = 0; i <= _ma.Length; i++)
            {
                double left = i == 0 ? 1 : _ma[i - 1];
                if (left == 0)
                {
                    continue;
                }

                for (int j = 0; j <= _ma.Length; j++)
                {
                    double right = j == 0 ? 1 : _ma[j - 1];
                    if (right != 0)
                    {
                        sum += left * right * plain[Math.Abs(lag + i - j)];
                    }
                }
            }

            result[lag] = sum;
        }

        return result;
    }

    /// <summary>Weights of the past errors in a value, index 0 is the error of the day itself.</summary>
    public static double[] Psi(ReadOnlySpan<double> ar, ReadOnlySpan<double> ma, int count)
    {
        double[] psi = new double[count];
        for (int k = 0; k < count; k++)
        {
            double sum = k == 0 ? 1 : k <= ma.Length ? ma[k - 1] : 0;
            for (int i = 1; i <= Math.Min(k, ar.Length); i++)
            {
                sum += ar[i - 1] * psi[k - i];
            }

            psi[k] = sum;
        }

        return psi;
    }

    /// <summary>Steps the polynomial down order by order (Levinson, Durbin); it is inside when every partial autocorrelation is.</summary>
    private bool IsInside(ReadOnlySpan<double> weights, double sign, double bound)
    {
        Span<double> now = stackalloc double[weights.Length];
        Span<double> next = stackalloc double[weights.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            now[i] = sign * weights[i];
        }

        for (int k = weights.Length; k > 0; k--)
        {
            double partial = now[k - 1];
            if (!(Math.Abs(partial) < bound))
            {
                return false;
            }

            for (int i = 0; i < k - 1; i++)
            {
                next[i] = (now[i] + (partial * now[k - 2 - i])) / (1 - (partial * partial));
            }

            next.CopyTo(now);
        }

        return true;
    }

    private void Multiply(ReadOnlySpan<double> plain, ReadOnlySpan<double> seasonal, double sign, double[] into)
    {
        Array.Clear(into);
        plain.CopyTo(into);
        for (int k = 1; k <= seasonal.Length; k++)
        {
            int at = k * _order.Season;
            into[at - 1] += seasonal[k - 1];
            for (int i = 1; i <= plain.Length; i++)
            {
                into[at + i - 1] += sign * seasonal[k - 1] * plain[i - 1];
            }
        }
    }

    private double[] OfAutoregression(int reach)
    {
        int size = _ar.Length;
        double[] result = new double[reach + 1];
        double[][] lower = new double[size + 1][];
        double variance = 1;
        if (size > 0)
        {
            lower[size] = _ar;
            for (int k = size; k > 0; k--)
            {
                double partial = lower[k][k - 1];
                double rest = Math.Max(1e-12, 1 - (partial * partial));
                variance /= rest;
                lower[k - 1] = new double[k - 1];
                for (int i = 0; i < k - 1; i++)
                {
                    lower[k - 1][i] = (lower[k][i] + (partial * lower[k][k - 2 - i])) / rest;
                }
            }
        }

        result[0] = variance;
        double prediction = variance;
        for (int lag = 1; lag <= reach; lag++)
        {
            double sum = 0;
            double[] weights = lag <= size ? lower[lag - 1] : _ar;
            for (int i = 1; i <= weights.Length; i++)
            {
                sum += weights[i - 1] * result[lag - i];
            }

            if (lag <= size)
            {
                double partial = lower[lag][lag - 1];
                sum += partial * prediction;
                prediction *= 1 - (partial * partial);
            }

            result[lag] = sum;
        }

        return result;
    }
}

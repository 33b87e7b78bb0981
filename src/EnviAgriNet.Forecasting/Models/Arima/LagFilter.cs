using System.Numerics;
using System.Runtime.InteropServices;

namespace EnviAgriNet.Forecasting.Models.Arima;

/// <summary>Passes of a lag polynomial over a series; lags of weight zero, which a season leaves many of, cost nothing.</summary>
internal static class LagFilter
{
    /// <summary>result(t) = series(t) - Σ weights(i) series(t-i), from <paramref name="first"/> on.</summary>
    public static void Autoregress(double[] series, ReadOnlySpan<double> weights, double[] result, int first)
    {
        Array.Copy(series, first, result, first, series.Length - first);
        for (int i = 1; i <= weights.Length; i++)
        {
            double weight = weights[i - 1];
            if (weight == 0)
            {
                continue;
            }

            int from = Math.Max(first, i);
            Subtract(result.AsSpan(from), weight, series.AsSpan(from - i, series.Length - from));
        }
    }

    /// <summary>The same with lags that are multiples of <paramref name="season"/>; nought where the past is missing.</summary>
    public static void Autoregress(double[] series, ReadOnlySpan<double> weights, int season, double[] result)
    {
        int first = Math.Min(series.Length, weights.Length * season);
        Array.Clear(result, 0, first);
        Array.Copy(series, first, result, first, series.Length - first);
        for (int i = 1; i <= weights.Length; i++)
        {
            int lag = i * season;
            Subtract(result.AsSpan(first), weights[i - 1], series.AsSpan(first - Math.Min(first, lag), series.Length - first));
        }
    }

    /// <summary>In place: series(t) - Σ weights(j) result(t - j × season), from <paramref name="first"/> on.</summary>
    public static void Divide(double[] series, ReadOnlySpan<double> weights, int first, int season = 1)
    {
        Span<int> lags = stackalloc int[weights.Length];
        Span<double> used = stackalloc double[weights.Length];
        int count = 0;
        for (int j = 0; j < weights.Length; j++)
        {
            if (weights[j] != 0)
            {
                lags[count] = (j + 1) * season;
                used[count++] = weights[j];
            }
        }

        if (count == 0)
        {
            return;
        }

        if (lags[count - 1] == count && count <= 3)
        {
            DivideByFew(series.AsSpan(first), used[0], count > 1 ? used[1] : 0, count > 2 ? used[2] : 0, count);
            return;
        }

        int warm = Math.Min(series.Length, first + lags[count - 1]);
        for (int t = first; t < series.Length; t++)
        {
            double sum = series[t];
            for (int k = 0; k < count; k++)
            {
                int from = t - lags[k];
                if (t >= warm || from >= first)
                {
                    sum -= used[k] * series[from];
                }
            }

            series[t] = sum;
        }
    }

    /// <summary>result -= weight × series.</summary>
    public static void Subtract(Span<double> result, double weight, ReadOnlySpan<double> series)
    {
        Span<Vector<double>> a = MemoryMarshal.Cast<double, Vector<double>>(result);
        ReadOnlySpan<Vector<double>> b = MemoryMarshal.Cast<double, Vector<double>>(series);
        var factor = new Vector<double>(weight);
        for (int i = 0; i < a.Length; i++)
        {
            a[i] -= factor * b[i];
        }

        for (int i = a.Length * Vector<double>.Count; i < result.Length; i++)
        {
            result[i] -= weight * series[i];
        }
    }

    /// <summary>Sum of products.</summary>
    public static double Product(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        ReadOnlySpan<Vector<double>> a = MemoryMarshal.Cast<double, Vector<double>>(left);
        ReadOnlySpan<Vector<double>> b = MemoryMarshal.Cast<double, Vector<double>>(right);
        Vector<double> total = Vector<double>.Zero;
        for (int i = 0; i < a.Length; i++)
        {
            total += a[i] * b[i];
        }

        double sum = Vector.Sum(total);
        for (int i = a.Length * Vector<double>.Count; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    /// <summary>Division by one to three lags, by far the most asked for, with the last values held in registers.</summary>
    private static void DivideByFew(Span<double> series, double first, double second, double third, int count)
    {
        double one = 0;
        double two = 0;
        double three = 0;
        if (count == 1)
        {
            for (int t = 0; t < series.Length; t++)
            {
                one = series[t] - (first * one);
                series[t] = one;
            }

            return;
        }

        for (int t = 0; t < series.Length; t++)
        {
            double now = series[t] - (third * three) - (second * two) - (first * one);
            three = two;
            two = one;
            one = now;
            series[t] = now;
        }
    }
}

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
            for (int t = from; t < series.Length; t++)
            {
                result[t] -= weight * series[t - i];
            }
        }
    }

    /// <summary>The same into a new series, with lags that are multiples of <paramref name="season"/>; zero where the past is missing.</summary>
    public static double[] Autoregressed(double[] series, ReadOnlySpan<double> weights, int season)
    {
        double[] result = new double[series.Length];
        int first = Math.Min(series.Length, weights.Length * season);
        for (int t = first; t < series.Length; t++)
        {
            double sum = series[t];
            for (int i = 1; i <= weights.Length; i++)
            {
                sum -= weights[i - 1] * series[t - (i * season)];
            }

            result[t] = sum;
        }

        return result;
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
}

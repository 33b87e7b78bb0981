namespace EnviAgriNet.Forecasting.Models.Arima;

/// <summary>A local mean or line under tricube weights, as the decomposition of Cleveland and others (1990) uses it.</summary>
internal static class Loess
{
    /// <summary>The smooth of <paramref name="values"/> at place <paramref name="at"/>, which may lie one step outside.</summary>
    public static double At(double[] values, int at, int window, int degree)
    {
        int count = values.Length;
        int near = Math.Min(window, count);
        int first = Math.Clamp(at - ((near - 1) / 2), 0, count - near);
        double reach = Math.Max(at - first, first + near - 1 - at);
        if (window > count)
        {
            reach += (window - count) / 2;
        }

        double weights = 0;
        double places = 0;
        double sum = 0;
        double product = 0;
        double squares = 0;
        for (int t = first; t < first + near; t++)
        {
            double distance = Math.Abs(t - at);
            double ratio = reach > 0 ? distance / reach : 0;
            double weight = ratio > 0.999 ? 0 : Math.Pow(1 - (ratio * ratio * ratio), 3);
            double place = t - at;
            weights += weight;
            places += weight * place;
            sum += weight * values[t];
            product += weight * place * values[t];
            squares += weight * place * place;
        }

        if (weights <= 0)
        {
            return values[Math.Clamp(at, 0, count - 1)];
        }

        double spread = squares - (places * places / weights);
        double slope = degree == 0 || spread <= 1e-9 * squares ? 0 : (product - (places * sum / weights)) / spread;
        return (sum - (slope * places)) / weights;
    }
}

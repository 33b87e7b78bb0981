namespace EnviAgriNet.Forecasting.Decomposition;

/// <summary>
/// Takes a series apart into season, trend and rest by loess (Cleveland et al. 1990), as R's <c>stl</c> does. The robust
/// form of an even number of values differs a little from R's: there the median of the remainders comes from a partial
/// sort asked for its two places in falling order, which can miss; here it is the median.
/// </summary>
public static class Stl
{
    /// <summary>Takes a series apart.</summary>
    /// <param name="values">Finite values, oldest first.</param>
    /// <param name="season">Steps in a season, at least 2.</param>
    /// <param name="options">Windows; null for an unchanging season.</param>
    /// <returns>The parts, or null for a series that does not exceed two seasons.</returns>
    public static StlParts? Decompose(ReadOnlySpan<double> values, int season, StlOptions? options = null)
    {
        if (season < 2 || values.Length <= 2 * season)
        {
            return null;
        }

        options ??= new StlOptions();
        var run = new StlRun(values.ToArray(), season, options);
        run.Go();
        double[] seasonal = run.Season;
        if (options.SeasonWindow is null)
        {
            Repeat(seasonal, season);
        }

        double[] remainder = new double[values.Length];
        for (int t = 0; t < remainder.Length; t++)
        {
            remainder[t] = values[t] - seasonal[t] - run.Trend[t];
        }

        return new StlParts(seasonal, run.Trend, remainder, run.Trust);
    }

    private static void Repeat(double[] seasonal, int season)
    {
        for (int place = 0; place < season; place++)
        {
            double sum = 0;
            int count = 0;
            for (int t = place; t < seasonal.Length; t += season)
            {
                sum += seasonal[t];
                count++;
            }

            for (int t = place; t < seasonal.Length; t += season)
            {
                seasonal[t] = sum / count;
            }
        }
    }
}

using EnviAgriNet.Forecasting.Series;

namespace EnviAgriNet.Forecasting.Combination;

/// <summary>Errors of forecasts from several origins, on the values that were quoted.</summary>
internal static class TrialErrors
{
    /// <summary>The mean absolute error over all origins and steps; NaN where nothing was quoted.</summary>
    public static double Mean(double[][] forecasts, CleanSeries series, IReadOnlyList<int> origins, Scale scale)
    {
        double sum = 0;
        int count = 0;
        foreach ((double error, _, _) in All(forecasts, series, origins, scale))
        {
            sum += Math.Abs(error);
            count++;
        }

        return count == 0 ? double.NaN : sum / count;
    }

    /// <summary>Every error with the step (from 0) and the origin's place in the list.</summary>
    public static IEnumerable<(double Error, int Step, int Origin)> All(
        double[][] forecasts, CleanSeries series, IReadOnlyList<int> origins, Scale scale)
    {
        for (int i = 0; i < origins.Count; i++)
        {
            for (int step = 0; step < forecasts[i].Length && origins[i] + step < series.Values.Length; step++)
            {
                if (series.IsQuoted[origins[i] + step])
                {
                    yield return (scale.Error(series.Values[origins[i] + step], forecasts[i][step]), step, i);
                }
            }
        }
    }
}

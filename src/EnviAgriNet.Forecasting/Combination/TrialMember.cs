using EnviAgriNet.Forecasting.Series;

namespace EnviAgriNet.Forecasting.Combination;

/// <summary>What one member said from each origin, and how wrong it was.</summary>
/// <param name="Name">The member.</param>
/// <param name="IsBeside">Whether it only stands beside for comparison and is not combined: naive and seasonal naive.</param>
/// <param name="Forecasts">By origin, then by step; steps beyond the series' end are there too.</param>
/// <param name="MeanError">The mean absolute error over all origins and steps that were quoted, on the scale of errors.</param>
internal sealed record TrialMember(string Name, bool IsBeside, double[][] Forecasts, double MeanError)
{
    /// <summary>Fits a member on what the first origin knows and applies it to each; null when it does not apply.</summary>
    public static TrialMember? Of(Member member, CleanSeries series, IReadOnlyList<int> origins, int horizon, Scale scale)
    {
        if (member.Fit(series.Values.AsSpan(0, origins[0])) is not { } fit)
        {
            return null;
        }

        double[][] forecasts = new double[origins.Count][];
        for (int i = 0; i < origins.Count; i++)
        {
            forecasts[i] = scale.Within(fit.Apply(series.Values.AsSpan(0, origins[i])).Forecast(horizon));
        }

        return new TrialMember(member.Model.Name, member.IsBeside, forecasts, TrialErrors.Mean(forecasts, series, origins, scale));
    }
}

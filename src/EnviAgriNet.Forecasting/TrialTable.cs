using EnviAgriNet.Core.Markets;
using EnviAgriNet.Forecasting.Combination;
using EnviAgriNet.Forecasting.Intervals;
using EnviAgriNet.Forecasting.Metrics;
using EnviAgriNet.Forecasting.Series;

namespace EnviAgriNet.Forecasting;

/// <summary>The errors of a trial as a table for the model card.</summary>
internal static class TrialTable
{
    /// <summary>What is published first, then naive and seasonal naive; origins of the last year alone.</summary>
    public static ErrorTable Of(Trial trial, TrialMember published, CleanSeries series, Scale scale, double[] movement, Frequency frequency)
    {
        List<ErrorRow> rows = [Row("published", published, trial, series, scale, movement, frequency)];
        rows.AddRange(trial.Members.Where(m => m.IsBeside).Select(m => Row(m.Name, m, trial, series, scale, movement, frequency)));
        return new ErrorTable(trial.Origins.Count(known => known >= series.Values.Length - frequency.Season()), rows);
    }

    private static ErrorRow Row(
        string name, TrialMember member, Trial trial, CleanSeries series, Scale scale, double[] movement, Frequency frequency)
    {
        PastErrors past = new(member, trial, series, scale, movement);
        ErrorTally tally = new();
        for (int i = 0; i < trial.Origins.Count; i++)
        {
            int known = trial.Origins[i];
            if (known < series.Values.Length - frequency.Season())
            {
                continue;
            }

            Bands? bands = past.Bands(known);
            double naiveScale = ForecastErrors.NaiveScale(series.Values.AsSpan(0, known), ForecastErrors.ScaleLag(frequency));
            for (int step = 0; step < member.Forecasts[i].Length && known + step < series.Values.Length; step++)
            {
                if (series.IsQuoted[known + step])
                {
                    ForecastStep said = StepMaker.Of(default, member.Forecasts[i][step], bands, step, scale);
                    tally.Add(series.Values[known + step], said, naiveScale, bands is not null);
                }
            }
        }

        return tally.Row(name);
    }
}

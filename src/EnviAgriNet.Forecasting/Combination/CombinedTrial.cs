using EnviAgriNet.Forecasting.Series;

namespace EnviAgriNet.Forecasting.Combination;

/// <summary>What the combination would have said in a trial, at each origin with the weights known by then.</summary>
internal sealed class CombinedTrial
{
    private CombinedTrial(Trial trial, TrialMember combined, double[] weights)
    {
        Trial = trial;
        Combined = combined;
        Weights = weights;
    }

    /// <summary>The trial.</summary>
    public Trial Trial { get; }

    /// <summary>The combination as if it were a member.</summary>
    public TrialMember Combined { get; }

    /// <summary>The weight of each member of the pool by all errors of the trial; members as in <see cref="Pool"/>.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>The members that are combined: all but the naive ones, which stand beside.</summary>
    public static IReadOnlyList<TrialMember> Pool(Trial trial) => [.. trial.Members.Where(m => !m.IsBeside)];

    /// <summary>Combines; null when no member of the pool applied.</summary>
    public static CombinedTrial? Of(Trial trial, CleanSeries series, Scale scale)
    {
        IReadOnlyList<TrialMember> pool = Pool(trial);
        if (pool.Count == 0)
        {
            return null;
        }

        KnownErrors known = new(pool, series, trial.Origins, scale);
        double[][] forecasts = new double[trial.Origins.Count][];
        for (int i = 0; i < forecasts.Length; i++)
        {
            forecasts[i] = Blend.Steps([.. pool.Select(m => m.Forecasts[i])], Combination.Weights.Of(known.Before(trial.Origins[i])));
        }

        TrialMember combined = new(
            "combination", false, forecasts, TrialErrors.Mean(forecasts, series, trial.Origins, scale));
        return new CombinedTrial(trial, combined, Combination.Weights.Of([.. pool.Select(m => m.MeanError)]));
    }
}

using EnviAgriNet.Forecasting.Combination;
using EnviAgriNet.Forecasting.Series;

namespace EnviAgriNet.Forecasting.Intervals;

/// <summary>The errors of one member of a trial with what is needed to make bands of them, in the order in which they became known.</summary>
internal sealed class PastErrors
{
    private readonly List<(int KnownAt, double Error, int Step, double Movement)> _errors = [];
    private readonly int _horizon;
    private readonly double[] _movement;

    public PastErrors(TrialMember member, Trial trial, CleanSeries series, Scale scale, double[] movement)
    {
        _horizon = member.Forecasts[0].Length;
        _movement = movement;
        foreach ((double error, int step, int origin) in TrialErrors.All(member.Forecasts, series, trial.Origins, scale))
        {
            int known = trial.Origins[origin];
            _errors.Add((known + step + 1, error, step, movement[known]));
        }
    }

    /// <summary>The bands that could be made when the first <paramref name="count"/> values were known; null when too few errors were.</summary>
    public Bands? Bands(int count) => Intervals.Bands.FromErrors(
        [.. _errors.Where(e => e.KnownAt <= count).Select(e => (e.Error, e.Step, e.Movement))], _horizon, _movement[count]);
}

using EnviAgriNet.Forecasting.Series;

namespace EnviAgriNet.Forecasting.Combination;

/// <summary>The mean error of each member as it could be known at a point of the past. Ask in order of time.</summary>
internal sealed class KnownErrors
{
    private readonly List<(int KnownAt, int Member, double Size)> _errors = [];
    private readonly double[] _sums;
    private readonly int[] _counts;
    private int _taken;

    public KnownErrors(IReadOnlyList<TrialMember> members, CleanSeries series, IReadOnlyList<int> origins, Scale scale)
    {
        _sums = new double[members.Count];
        _counts = new int[members.Count];
        for (int m = 0; m < members.Count; m++)
        {
            foreach ((double error, int step, int origin) in TrialErrors.All(members[m].Forecasts, series, origins, scale))
            {
                _errors.Add((origins[origin] + step + 1, m, Math.Abs(error)));
            }
        }

        _errors.Sort((a, b) => a.KnownAt.CompareTo(b.KnownAt));
    }

    /// <summary>The mean error of each member over what was quoted among the first <paramref name="count"/> values; NaN where nothing was.</summary>
    public double[] Before(int count)
    {
        for (; _taken < _errors.Count && _errors[_taken].KnownAt <= count; _taken++)
        {
            _sums[_errors[_taken].Member] += _errors[_taken].Size;
            _counts[_errors[_taken].Member]++;
        }

        return [.. _sums.Select((sum, m) => _counts[m] == 0 ? double.NaN : sum / _counts[m])];
    }
}

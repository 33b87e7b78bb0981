namespace EnviAgriNet.Benchmarks.Science;

/// <summary>The window one writes first: a list of the readings, the old ones dropped, the question answered by a walk.</summary>
internal sealed class ListWindow
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(15);

    private readonly List<(DateTimeOffset At, double Value)> _readings = [];

    public void Add(DateTimeOffset at, double value)
    {
        _readings.Add((at, value));
        if (_readings[0].At < at - (Kept * 1.1))
        {
            _readings.RemoveAll(r => r.At <= at - Kept);
        }
    }

    public double? Mean(DateTimeOffset until, TimeSpan span)
    {
        double sum = 0;
        int count = 0;
        for (int i = _readings.Count - 1; i >= 0 && _readings[i].At > until - span; i--)
        {
            sum += _readings[i].Value;
            count++;
        }

        return count == 0 ? null : sum / count;
    }
}

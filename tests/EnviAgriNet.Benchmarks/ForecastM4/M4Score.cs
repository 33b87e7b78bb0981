using EnviAgriNet.Forecasting;
using EnviAgriNet.Forecasting.Metrics;

namespace EnviAgriNet.Benchmarks.ForecastM4;

/// <summary>Means over series, as the competition has them: each series counts the same.</summary>
internal sealed class M4Score
{
    private readonly Lock _adding = new();
    private readonly List<(double Smape, double Mase, double Msis)> _series = [];
    private int _points;
    private int _within80;
    private int _within95;

    public double Smape => _series.Average(s => s.Smape);

    public double Mase => _series.Average(s => s.Mase);

    public double Msis => _series.Average(s => s.Msis);

    public double Coverage80 => 100.0 * _within80 / _points;

    public double Coverage95 => 100.0 * _within95 / _points;

    public int Count => _series.Count;

    public void Add(WeeklySeries series, IReadOnlyList<ForecastStep> steps)
    {
        double scale = ForecastErrors.NaiveScale(series.Train, 1);
        double[] said = [.. steps.Select(s => s.Median)];
        double msis = steps.Zip(series.Test, (s, y) => ForecastErrors.IntervalScore(y, s.Low95, s.High95, 0.05)).Average() / scale;
        lock (_adding)
        {
            _series.Add((ForecastErrors.Smape(series.Test, said), ForecastErrors.Mase(series.Test, said, scale), msis));
            _points += said.Length;
            _within80 += steps.Zip(series.Test, (s, y) => y >= s.Low80 && y <= s.High80).Count(x => x);
            _within95 += steps.Zip(series.Test, (s, y) => y >= s.Low95 && y <= s.High95).Count(x => x);
        }
    }
}

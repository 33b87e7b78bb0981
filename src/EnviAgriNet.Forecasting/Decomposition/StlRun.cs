namespace EnviAgriNet.Forecasting.Decomposition;

/// <summary>The inner and outer loops of one decomposition with their working memory.</summary>
internal sealed class StlRun
{
    private const int RobustRounds = 15;

    private readonly double[] _values;
    private readonly int _period;
    private readonly bool _robust;
    private readonly (int Window, int Degree, int Jump) _seasonal;
    private readonly (int Window, int Degree, int Jump) _trended;
    private readonly (int Window, int Degree, int Jump) _lowPass;
    private readonly Loess _loess;
    private readonly double[] _work;
    private readonly double[] _cycle;
    private readonly double[] _average;
    private readonly double[] _average2;
    private readonly double[] _sub;
    private readonly double[] _subTrust;
    private readonly double[] _subSmooth;
    private bool _weighted;

    public StlRun(double[] values, int period, StlOptions options)
    {
        _values = values;
        _period = period;
        _robust = options.Robust;
        int n = values.Length;
        int seasonWindow = options.SeasonWindow is { } given ? Math.Max(3, given | 1) : (10 * n) + 1;
        int trendWindow = Math.Max(3, (options.TrendWindow ?? (int)Math.Ceiling(1.5 * period / (1 - (1.5 / seasonWindow)))) | 1);
        int lowWindow = Math.Max(3, period | 1);
        _seasonal = (seasonWindow, 0, Jump(seasonWindow));
        _trended = (trendWindow, 1, Jump(trendWindow));
        _lowPass = (lowWindow, 1, Jump(lowWindow));
        _loess = new Loess(n);
        _work = new double[n];
        _cycle = new double[n + (2 * period)];
        _average = new double[n + (2 * period)];
        _average2 = new double[n + (2 * period)];
        int most = ((n - 1) / period) + 1;
        _sub = new double[most];
        _subTrust = new double[most];
        _subSmooth = new double[most + 2];
        Season = new double[n];
        Trend = new double[n];
        Trust = new double[n];
        Array.Fill(Trust, 1);
    }

    public double[] Season { get; }

    public double[] Trend { get; }

    public double[] Trust { get; }

    public void Go()
    {
        int inner = _robust ? 1 : 2;
        int outer = _robust ? RobustRounds : 0;
        for (int round = 0; round <= outer; round++)
        {
            for (int pass = 0; pass < inner; pass++)
            {
                Pass();
            }

            if (round < outer)
            {
                Distrust();
                _weighted = true;
            }
        }
    }

    private static int Jump(int window) => (window + 9) / 10;

    private void Pass()
    {
        int n = _values.Length;
        for (int t = 0; t < n; t++)
        {
            _work[t] = _values[t] - Trend[t];
        }

        SmoothCycles();

        // What is left of the trend in the seasons, taken out by averages over whole seasons.
        int length = n + (2 * _period);
        MovingAverage(_cycle.AsSpan(0, length), _period, _average);
        MovingAverage(_average.AsSpan(0, length - _period + 1), _period, _average2);
        MovingAverage(_average2.AsSpan(0, n + 2), 3, _average);
        _loess.Smooth(_average.AsSpan(0, n), _lowPass.Window, _lowPass.Degree, _lowPass.Jump, [], _work);
        for (int t = 0; t < n; t++)
        {
            Season[t] = _cycle[_period + t] - _work[t];
            _average2[t] = _values[t] - Season[t];
        }

        _loess.Smooth(
            _average2.AsSpan(0, n), _trended.Window, _trended.Degree, _trended.Jump, _weighted ? Trust : [], Trend);
    }

    private void SmoothCycles()
    {
        for (int place = 0; place < _period; place++)
        {
            int count = ((_values.Length - place - 1) / _period) + 1;
            for (int i = 0; i < count; i++)
            {
                _sub[i] = _work[(i * _period) + place];
                _subTrust[i] = Trust[(i * _period) + place];
            }

            ReadOnlySpan<double> sub = _sub.AsSpan(0, count);
            ReadOnlySpan<double> trust = _weighted ? _subTrust.AsSpan(0, count) : [];
            (int window, int degree, int jump) = _seasonal;
            _loess.Smooth(sub, window, degree, jump, trust, _subSmooth.AsSpan(1, count));
            _subSmooth[0] = _loess.At(sub, window, degree, 0, 1, Math.Min(window, count), trust) ?? _subSmooth[1];
            _subSmooth[count + 1] =
                _loess.At(sub, window, degree, count + 1, Math.Max(1, count - window + 1), count, trust) ?? _subSmooth[count];
            for (int i = 0; i < count + 2; i++)
            {
                _cycle[(i * _period) + place] = _subSmooth[i];
            }
        }
    }

    private void Distrust()
    {
        int n = _values.Length;
        for (int t = 0; t < n; t++)
        {
            Trust[t] = Math.Abs(_values[t] - Trend[t] - Season[t]);
            _work[t] = Trust[t];
        }

        Array.Sort(_work);
        double six = 3 * (_work[n / 2] + _work[n - (n / 2) - 1]);
        for (int t = 0; t < n; t++)
        {
            double part = Trust[t] / six;
            double rest = 1 - (part * part);
            Trust[t] = Trust[t] <= 0.001 * six ? 1 : Trust[t] <= 0.999 * six ? rest * rest : 0;
        }
    }

    private static void MovingAverage(ReadOnlySpan<double> values, int length, Span<double> average)
    {
        double sum = 0;
        for (int i = 0; i < length; i++)
        {
            sum += values[i];
        }

        average[0] = sum / length;
        for (int i = length; i < values.Length; i++)
        {
            sum = sum - values[i - length] + values[i];
            average[i - length + 1] = sum / length;
        }
    }
}

using EnviAgriNet.Forecasting.Decomposition;

namespace EnviAgriNet.Forecasting.Models.Theta;

/// <summary>The state equations of Fiorucci et al. (2016) run over a series; a point is (first level, alpha, theta).</summary>
internal sealed class ThetaRecursion
{
    /// <summary>Values before the errors count: the moving line needs two points to be one.</summary>
    private const int WarmUp = 2;

    private readonly double[] _values;
    private readonly double[] _forecasts;
    private readonly bool _dynamic;
    private readonly ThetaState _start;

    public ThetaRecursion(double[] values, bool dynamic)
    {
        _values = values;
        _dynamic = dynamic;
        _forecasts = new double[values.Length];
        (double height, double slope) = StraightLine.Through(values);
        _start = dynamic
            ? new ThetaState(0, 0, 0, values[0], 0, 1)
            : new ThetaState(0, 0, 0, height - slope, slope, 1);
    }

    private ThetaRecursion(double[] values, bool dynamic, ThetaState start)
    {
        _values = values;
        _dynamic = dynamic;
        _forecasts = new double[values.Length];
        _start = start;
    }

    public ReadOnlySpan<double> Forecasts => _forecasts;

    public ThetaState End { get; private set; }

    /// <summary>The same line and kind over a longer series.</summary>
    public ThetaRecursion With(double[] longer) => new(longer, _dynamic, _start);

    public double Squares(ReadOnlySpan<double> point)
    {
        ThetaState state = _start with { Level = point[0] };
        double alpha = point[1];
        double bent = 1 - (1 / point[2]);
        double squares = 0;
        for (int t = 0; t < _values.Length; t++)
        {
            double forecast = t == 0 && _dynamic ? _values[0] : Forecast(state, alpha, bent);
            _forecasts[t] = forecast;
            double error = _values[t] - forecast;
            squares += t >= WarmUp ? error * error : 0;
            state = Next(state, _values[t], alpha, _dynamic);
        }

        End = state;
        return squares;
    }

    /// <summary>Forecasts from a state on; what is forecast is taken as seen, as the authors do.</summary>
    public static double[] Ahead(ThetaState state, double[] point, bool dynamic, int horizon)
    {
        double[] steps = new double[horizon];
        double bent = 1 - (1 / point[2]);
        for (int h = 0; h < horizon; h++)
        {
            steps[h] = Forecast(state, point[1], bent);
            state = Next(state, steps[h], point[1], dynamic);
        }

        return steps;
    }

    private static double Forecast(in ThetaState state, double alpha, double bent) =>
        state.Level + (bent * ((state.Fade * state.Height) + ((1 - (state.Fade * (1 - alpha))) / alpha * state.Slope)));

    private static ThetaState Next(in ThetaState state, double value, double alpha, bool dynamic)
    {
        int t = state.Count + 1;
        double level = (alpha * value) + ((1 - alpha) * state.Level);
        double fade = state.Fade * (1 - alpha);
        if (!dynamic)
        {
            return state with { Count = t, Level = level, Fade = fade };
        }

        double mean = (((t - 1) * state.Mean) + value) / t;
        double slope = t == 1 ? 0 : (((t - 2) * state.Slope) + (6 * (value - state.Mean) / t)) / (t + 1);
        return new ThetaState(t, level, mean, mean - (slope * (t + 1) / 2), slope, fade);
    }
}

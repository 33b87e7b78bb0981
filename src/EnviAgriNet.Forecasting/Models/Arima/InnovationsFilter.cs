namespace EnviAgriNet.Forecasting.Models.Arima;

/// <summary>
/// One-step errors of a stationary ARMA series and their exact variances, by the recursions of Chandrasekhar type (Morf, Sidhu
/// and Kailath 1974; Pearlman 1980 for ARMA): the Kalman filter at a cost that grows with the length of the state and
/// not with its square, since the state's covariance changes by a matrix of rank one.
/// </summary>
internal sealed class InnovationsFilter
{
    private const double Settled = 1e-13;

    private readonly ArmaPolynomials _polynomials;
    private readonly double[] _ar;
    private readonly double[] _ma;
    private readonly double[] _gain;
    private readonly double[] _turn;
    private readonly double[] _steady;

    public InnovationsFilter(ArmaPolynomials polynomials)
    {
        _polynomials = polynomials;
        int size = polynomials.Size;
        _ar = new double[size];
        _ma = new double[size];
        _gain = new double[size];
        _turn = new double[size];
        _steady = new double[size];
        State = new double[size];
    }

    /// <summary>After a run: what is expected next (index 0) and what it rests on.</summary>
    public double[] State { get; }

    /// <summary>Runs over <paramref name="series"/>.</summary>
    /// <param name="series">The differenced series without its regression.</param>
    /// <param name="errors">Takes the one-step errors.</param>
    /// <param name="scales">Takes the standard deviations of those errors in units of the settled one; may be empty.</param>
    /// <returns>The sum of the logarithms of the variances.</returns>
    public double Run(ReadOnlySpan<double> series, Span<double> errors, Span<double> scales)
    {
        double variance = Start();
        double change = -1 / variance;
        double logs = 0;
        bool settled = IsSettled(change, variance);
        for (int t = 0; t < series.Length; t++)
        {
            double error = series[t] - State[0];
            errors[t] = error;
            if (!scales.IsEmpty)
            {
                scales[t] = settled ? 1 : Math.Sqrt(variance);
            }

            if (settled)
            {
                Move(State, _steady, error);
                continue;
            }

            logs += Math.Log(variance);
            Move(State, _gain, error / variance);
            variance = Turn(variance, ref change);
            settled = ((t & 3) == 0 && IsSettled(change, variance)) || !(variance > 1);
        }

        return logs;
    }

    /// <summary>The state one step on when nothing new is seen: T a + gain × error.</summary>
    public void Move(double[] state, double[] gain, double error)
    {
        double first = state[0];
        int last = state.Length - 1;
        for (int i = 0; i < last; i++)
        {
            state[i] = (_ar[i] * first) + state[i + 1] + (gain[i] * error);
        }

        state[last] = (_ar[last] * first) + (gain[last] * error);
    }

    private double Start()
    {
        Array.Clear(_ar);
        Array.Clear(_ma);
        Array.Clear(State);
        _polynomials.Ar.CopyTo(_ar, 0);
        _polynomials.Ma.CopyTo(_ma, 0);
        int size = _ar.Length;
        double[] covariances = _polynomials.Autocovariances();
        double[] psi = ArmaPolynomials.Psi(_polynomials.Ar, _polynomials.Ma, size);
        for (int i = 0; i < size; i++)
        {
            _steady[i] = _ar[i] + _ma[i];
            // Covariance of the state's next place with today's value: the first column of T P.
            double sum = 0;
            for (int j = i; j < size; j++)
            {
                sum += (_ar[j] * covariances[j - i]) + (_ma[j] * psi[j - i]);
            }

            _gain[i] = sum;
            _turn[i] = sum;
        }

        return Math.Max(1, covariances[0]);
    }

    private double Turn(double variance, ref double change)
    {
        double first = _turn[0];
        double next = Math.Max(1, variance + (change * first * first));
        double weight = change * first;
        int last = _turn.Length - 1;
        for (int i = 0; i <= last; i++)
        {
            double moved = (_ar[i] * first) + (i < last ? _turn[i + 1] : 0);
            double gain = _gain[i] + (moved * weight);
            _gain[i] = gain;
            _turn[i] = moved - (gain * first / next);
        }

        change += change * change * first * first / variance;
        return next;
    }

    private bool IsSettled(double change, double variance)
    {
        double most = 0;
        foreach (double turn in _turn)
        {
            most = Math.Max(most, Math.Abs(turn));
        }

        return most * most * Math.Abs(change) <= Settled * variance;
    }
}

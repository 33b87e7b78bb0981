namespace EnviAgriNet.Forecasting.Models;

/// <summary>The last value goes on. What every other model has to beat.</summary>
public sealed class NaiveModel : IForecastModel
{
    /// <inheritdoc/>
    public string Name => "naive";

    /// <inheritdoc/>
    public ModelFit? Fit(ReadOnlySpan<double> values, int season) => values.Length == 0 ? null : new NaiveFit(values.ToArray());

    private sealed class NaiveFit : ModelFit
    {
        private readonly double _last;
        private readonly double _sigma;
        private readonly double[] _residuals;

        public NaiveFit(double[] values)
        {
            _last = values[^1];
            _residuals = new double[values.Length];
            _residuals[0] = double.NaN;
            double squares = 0;
            for (int t = 1; t < values.Length; t++)
            {
                _residuals[t] = values[t] - values[t - 1];
                squares += _residuals[t] * _residuals[t];
            }

            _sigma = values.Length > 1 ? Math.Sqrt(squares / (values.Length - 1)) : 0;
        }

        public override string Description => "Naive";

        public override int Parameters => 0;

        public override IReadOnlyList<double> Residuals => _residuals;

        public override ModelFit Apply(ReadOnlySpan<double> values) => new NaiveFit(values.ToArray());

        public override double[] Forecast(int horizon)
        {
            double[] forecast = new double[horizon];
            Array.Fill(forecast, _last);
            return forecast;
        }

        public override double[] StandardErrors(int horizon) => [.. Enumerable.Range(1, horizon).Select(h => _sigma * Math.Sqrt(h))];
    }
}

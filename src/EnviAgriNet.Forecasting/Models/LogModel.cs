namespace EnviAgriNet.Forecasting.Models;

/// <summary>A model on the logarithms of a series that is above zero: what adds up there multiplies here, such as a season that grows with the price.</summary>
public sealed class LogModel(IForecastModel inner) : IForecastModel
{
    // Nothing that can be quoted lies further out; keeps the exponential of a forecast that ran away finite.
    private const double LogMax = 80;

    /// <inheritdoc/>
    public string Name => "log+" + inner.Name;

    /// <inheritdoc/>
    public ModelFit? Fit(ReadOnlySpan<double> values, int season) =>
        Logs(values) is { } logs && inner.Fit(logs, season) is { } fit ? new LogFit(fit) : null;

    private static double[]? Logs(ReadOnlySpan<double> values)
    {
        double[] logs = new double[values.Length];
        for (int t = 0; t < values.Length; t++)
        {
            if (values[t] <= 0)
            {
                return null;
            }

            logs[t] = Math.Log(values[t]);
        }

        return logs;
    }

    private sealed class LogFit(ModelFit fit) : ModelFit
    {
        public override string Description => $"log {fit.Description}";

        public override int Parameters => fit.Parameters;

        // Shares of the value: a log error of 0.02 is one of 2 %.
        public override IReadOnlyList<double> Residuals => fit.Residuals;

        public override ModelFit Apply(ReadOnlySpan<double> values) =>
            new LogFit(fit.Apply(Logs(values) ?? throw new ArgumentException("every value must be above zero", nameof(values))));

        public override double[] Forecast(int horizon) =>
            [.. fit.Forecast(horizon).Select(f => Math.Exp(Math.Clamp(f, -LogMax, LogMax)))];

        public override double[] StandardErrors(int horizon) =>
            [.. fit.StandardErrors(horizon).Zip(Forecast(horizon), (error, forecast) => forecast * Math.Min(error, 1))];
    }
}

namespace EnviAgriNet.Forecasting.Backtests;

/// <summary>Tries <see cref="PriceForecaster"/> on the past.</summary>
public static class Backtest
{
    /// <summary>Runs a trial; <paramref name="progress"/> is told how many origins are done.</summary>
    public static BacktestReport Run(BacktestRequest request, IProgress<int>? progress = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("not yet");
}

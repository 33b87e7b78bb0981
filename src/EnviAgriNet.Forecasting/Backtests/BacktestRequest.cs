namespace EnviAgriNet.Forecasting.Backtests;

/// <summary>A trial over rolling origins: at each, only what was known then is used.</summary>
/// <param name="Series">The series, its frequency and the horizon.</param>
/// <param name="Origins">From how many points in the past to forecast, 1 to <see cref="OriginsMax"/>; the newest leaves one horizon to compare.</param>
public sealed record BacktestRequest(ForecastRequest Series, int Origins)
{
    /// <summary>Most origins.</summary>
    public const int OriginsMax = 200;
}

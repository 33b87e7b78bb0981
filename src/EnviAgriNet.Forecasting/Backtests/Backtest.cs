using EnviAgriNet.Forecasting.Series;

namespace EnviAgriNet.Forecasting.Backtests;

/// <summary>Tries <see cref="PriceForecaster"/> on the past: at each origin the whole of it runs on what was known then.</summary>
public static class Backtest
{
    /// <summary>Runs a trial; <paramref name="progress"/> is told how many origins are done.</summary>
    public static BacktestReport Run(BacktestRequest request, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ForecastRequest series = request.Series;
        if (request.Origins is < 1 or > BacktestRequest.OriginsMax)
        {
            return Refused("origins", $"must be 1 to {BacktestRequest.OriginsMax}; it is {request.Origins}");
        }

        if (RequestCheck.Fault(series) is { Refusal: { } fault })
        {
            return Refused(fault.Field, fault.Reason);
        }

        if (GriddedSeries.Of(series.Points, series.Frequency, series.ZeroMeansMissing) is not { } grid)
        {
            return Refused("points", "there is no value among them");
        }

        int[] origins = BacktestOrigins.Of(grid.Values.Count, series.Horizon, request.Origins);
        if (origins.Length == 0)
        {
            return Refused(
                "points",
                $"they span {grid.Values.Count} steps; a trial with horizon {series.Horizon} needs at least {BacktestOrigins.KnownMin + series.Horizon}");
        }

        BacktestTally tally = new(series, grid);
        for (int i = 0; i < origins.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            tally.Add(origins[i]);
            progress?.Report(i + 1);
        }

        return tally.Report(grid.DateAt(origins[0] - 1), grid.DateAt(origins[^1] - 1));
    }

    private static BacktestReport Refused(string field, string reason) =>
        new(null, null, ErrorTable.None, [], 0, new ForecastRefusal(field, reason));
}

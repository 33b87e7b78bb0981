using EnviAgriNet.Cloud.Registry.Markets;

namespace EnviAgriNet.Cloud.Forecasts;

/// <summary>
/// Keeps the published forecasts up to date: after every import, and each day, since prices grow old. Only a series whose prices changed is
/// forecast anew, so that a start or a crash loses and repeats nothing: what was made last, and from which figures, stands in the registry. One
/// forecast at a time, with a rest after each, so that warnings always find the processor free.
/// </summary>
internal sealed partial class ForecastWatch(
    PriceBook prices, ForecastMaker maker, TimeProvider time, ILogger<ForecastWatch> logger) : BackgroundService
{
    private readonly HashSet<(long Id, ForecastFateKind Kind)> _said = [];
    private (long Changes, DateOnly Day)? _done;

    /// <summary>Publishes what is due, at most <see cref="Limits.MadePerLookMax"/>; true when nothing is left.</summary>
    internal async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        (long, DateOnly) now = (prices.Changes(), ForecastBook.ThaiDay(time.GetUtcNow()));
        if (now == _done)
        {
            return true;
        }

        int made = 0;
        foreach ((long id, PriceSeries series) in prices.All())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (made == Limits.MadePerLookMax)
            {
                return false;
            }

            made += await MakeAsync(id, series, cancellationToken) ? 1 : 0;
        }

        _done = now;
        return true;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Limits.LookEvery, time);
        do
        {
            try
            {
                while (!await StepAsync(stoppingToken))
                {
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e, Limits.LookEvery);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // True when a forecast was computed. One series that fails costs only itself.
    private async Task<bool> MakeAsync(long id, PriceSeries series, CancellationToken cancellationToken)
    {
        long begun = time.GetTimestamp();
        try
        {
            ForecastFate fate = maker.Make(id, series);
            Say(id, fate);
            if (fate.Kind != ForecastFateKind.Published)
            {
                return false;
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogSeriesFailed(e, series.Commodity, series.Market);
            return false;
        }

        TimeSpan rest = time.GetElapsedTime(begun) * Limits.RestFactor;
        if (rest > TimeSpan.Zero)
        {
            await Task.Delay(rest < Limits.RestMax ? rest : Limits.RestMax, time, cancellationToken);
        }

        return true;
    }

    private void Say(long id, ForecastFate fate)
    {
        if (fate.Kind == ForecastFateKind.Published)
        {
            _said.RemoveWhere(s => s.Id == id);
            LogPublished(fate.Series.Commodity, fate.Series.Market, fate.Series.Frequency, fate.Id!.Value);
        }
        else if (fate.Reason is { } reason && _said.Add((id, fate.Kind)))
        {
            LogNotPublished(fate.Series.Commodity, fate.Series.Market, fate.Series.Frequency, reason);
        }
    }

    [LoggerMessage(4860, LogLevel.Information, "Forecast {Id} published of {Commodity} at \"{Market}\", {Frequency}")]
    private partial void LogPublished(string commodity, string market, Core.Markets.Frequency frequency, long id);

    [LoggerMessage(4861, LogLevel.Information, "No forecast of {Commodity} at \"{Market}\", {Frequency}: {Reason}")]
    private partial void LogNotPublished(string commodity, string market, Core.Markets.Frequency frequency, string reason);

    [LoggerMessage(4862, LogLevel.Error, "The forecast of {Commodity} at \"{Market}\" failed; the others go on")]
    private partial void LogSeriesFailed(Exception exception, string commodity, string market);

    [LoggerMessage(4863, LogLevel.Error, "Forecasts could not be made, next try in {Pause}")]
    private partial void LogFailed(Exception exception, TimeSpan pause);
}

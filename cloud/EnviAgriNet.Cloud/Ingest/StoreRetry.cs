using EnviAgriNet.Cloud.ReadingStore;

namespace EnviAgriNet.Cloud.Ingest;

/// <summary>Does a step of the store until it goes through, with growing waits: a full disk holds ingest up, it loses nothing.</summary>
internal sealed partial class StoreRetry(TimeProvider time, IngestLag lag, IngestMetrics metrics, ILogger<StoreRetry> logger)
{
    public async Task RunAsync(Action step, string name, CancellationToken cancellationToken) => await RunAsync(
        () =>
        {
            step();
            return true;
        },
        name,
        cancellationToken);

    /// <summary>Tries until it is done; false when the store says that it never will be.</summary>
    public async Task<(bool IsDone, T? Result)> RunAsync<T>(Func<T> step, string name, CancellationToken cancellationToken)
    {
        TimeSpan wait = IngestLimits.RetryMin;
        bool wasHeld = false;
        while (true)
        {
            try
            {
                T result = step();
                if (wasHeld)
                {
                    lag.Held = null;
                    LogGoesOn(logger, name);
                }

                return (true, result);
            }
            catch (StoreException e) when (e.IsTransient)
            {
                metrics.OnFailed(name);
                lag.Held = $"the reading store cannot be written: {e.InnerException?.Message}";
                if (!wasHeld)
                {
                    LogRetried(logger, e, name);
                    wasHeld = true;
                }
            }
            catch (Exception e)
            {
                metrics.OnFailed(name);
                LogGivenUp(logger, e, name);
                return (false, default);
            }

            await Task.Delay(wait, time, cancellationToken);
            wait = wait * 2 < IngestLimits.RetryMax ? wait * 2 : IngestLimits.RetryMax;
        }
    }

    [LoggerMessage(4000, LogLevel.Error, "Store step {Step} failed for now and is tried until it goes through")]
    private static partial void LogRetried(ILogger logger, Exception e, string step);

    [LoggerMessage(4001, LogLevel.Information, "Store step {Step} goes through again")]
    private static partial void LogGoesOn(ILogger logger, string step);

    [LoggerMessage(4002, LogLevel.Error, "Store step {Step} failed for good")]
    private static partial void LogGivenUp(ILogger logger, Exception e, string step);
}

using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>
/// Ends the deliveries whose time is over, also of channels that are switched off or dead, and wipes what was personal in them.
/// </summary>
internal sealed partial class DeliverySweep(
    DeliveryBook book, ChannelMetrics metrics, TimeProvider time, ILogger<DeliverySweep> logger) : BackgroundService
{
    // A receipt may come some minutes after the deadline that the operator was given.
    private static readonly TimeSpan ReceiptGrace = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DateTimeOffset forgetAt = DateTimeOffset.MinValue;
        using PeriodicTimer timer = new(Limits.SweepPeriod, time);
        do
        {
            try
            {
                DateTimeOffset now = time.GetUtcNow();
                int swept = book.Sweep(now, now - ReceiptGrace);
                if (swept > 0)
                {
                    metrics.OnSwept(swept);
                    LogSwept(swept);
                }

                if (now >= forgetAt)
                {
                    book.Forget(now);
                    forgetAt = now + Limits.ForgetPeriod;
                }
            }
            catch (SqliteException e)
            {
                LogFailed(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(4420, LogLevel.Warning, "{Count} deliveries ran out of time")]
    private partial void LogSwept(int count);

    [LoggerMessage(4421, LogLevel.Error, "Deliveries could not be looked through; trying again")]
    private partial void LogFailed(Exception exception);
}

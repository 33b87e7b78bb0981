using EnviAgriNet.Cloud.Regions;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>Looks every few seconds whether officers must be called.</summary>
internal sealed partial class Escalation(
    EscalationBook book, ChannelBells bells, NetworkClock clock, TimeProvider time, ILogger<Escalation> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (clock.Now is { } network && book.Step(network, time.GetUtcNow()) is > 0 and int called)
                {
                    bells.RingAll();
                    LogCalled(called);
                }
            }
            catch (SqliteException e)
            {
                LogFailed(e);
            }
        }
    }

    [LoggerMessage(4405, LogLevel.Warning, "{Count} officers are called about warnings that wait")]
    private partial void LogCalled(int count);

    [LoggerMessage(4406, LogLevel.Error, "Officers could not be called; trying again")]
    private partial void LogFailed(Exception exception);
}

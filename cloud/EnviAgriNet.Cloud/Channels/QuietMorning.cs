using EnviAgriNet.Cloud.Regions;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>Lets go in the morning what waited for it.</summary>
internal sealed partial class QuietMorning(
    QuietBook book, ChannelBells bells, NetworkClock clock, TimeProvider time, ILogger<QuietMorning> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (clock.Now is { } network && book.Wake(network, time.GetUtcNow()) is > 0 and int woken)
                {
                    bells.RingAll();
                    LogWoken(woken);
                }
            }
            catch (SqliteException e)
            {
                LogFailed(e);
            }
        }
    }

    [LoggerMessage(4402, LogLevel.Information, "{Count} deliveries waited for the morning and go now")]
    private partial void LogWoken(int count);

    [LoggerMessage(4403, LogLevel.Error, "Deliveries that waited for the morning could not be let go; trying again")]
    private partial void LogFailed(Exception exception);
}

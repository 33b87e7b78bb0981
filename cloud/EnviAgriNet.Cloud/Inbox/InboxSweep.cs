using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Inbox;

/// <summary>Erases what people wrote when its time is over.</summary>
internal sealed partial class InboxSweep(InboxBook inbox, IOptions<InboxOptions> options, TimeProvider time, ILogger<InboxSweep> logger)
    : BackgroundService
{
    /// <summary>Erases all that is due; how many messages.</summary>
    internal int Step()
    {
        int erased = 0;
        for (int turn = -1; turn != 0;)
        {
            turn = inbox.Erase(time.GetUtcNow() - options.Value.KeepTexts);
            erased += turn;
        }

        return erased;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Limits.SweepPeriod, time);
        do
        {
            try
            {
                if (Step() is > 0 and int erased)
                {
                    LogErased(erased);
                }
            }
            catch (SqliteException e)
            {
                LogFailed(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(4830, LogLevel.Information, "The words of {Count} old messages were erased")]
    private partial void LogErased(int count);

    [LoggerMessage(4831, LogLevel.Error, "Old messages could not be erased; it is tried again")]
    private partial void LogFailed(Exception exception);
}

using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Alerts.Release;

/// <summary>
/// Brings what nobody answered to its end in time, and notices within a second what a command beside the cloud released. It asks an
/// index that is nearly always empty, so that it may ask often.
/// </summary>
internal sealed partial class ReleaseWatch(ReleaseDesk desk, HoldBook holds, AlertBook book, TimeProvider time, ILogger<ReleaseWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    /// <summary>One look.</summary>
    internal void Step()
    {
        foreach ((AlertVersion alert, HoldOutcome outcome) in desk.Sweep())
        {
            LogEnded(alert.Number, alert.EventId, alert.Version, outcome);
        }

        desk.EndRunOut();
        if (book.HasUntargeted())
        {
            book.SignalRelease();
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Period, time);
        bool isNoted = false;
        do
        {
            try
            {
                if (!isNoted)
                {
                    holds.NotePolicies();
                    isNoted = true;
                }

                Step();
            }
            catch (SqliteException e)
            {
                LogFailed(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(4310, LogLevel.Warning, "Alert {Number} of event {EventId}, version {Version}, waited in vain: {Outcome}")]
    private partial void LogEnded(long number, string eventId, int version, HoldOutcome outcome);

    [LoggerMessage(4311, LogLevel.Error, "Waiting alerts could not be looked through; trying again")]
    private partial void LogFailed(Exception exception);
}

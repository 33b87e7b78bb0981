using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Regions;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>Takes released alerts and queues their deliveries; at the start also those a stop left behind.</summary>
internal sealed partial class Targeting(
    IAlertBook alerts,
    TargetingBook book,
    IEnumerable<IChannel> channels,
    ChannelBells bells,
    AlertNews news,
    QuietHours quiet,
    NetworkClock clock,
    TimeProvider time,
    ILogger<Targeting> logger)
    : BackgroundService
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly string[] _channelsOn = [.. channels.Select(channel => channel.Name)];

    /// <summary>Targets what waits; returns how many versions there were.</summary>
    internal int Step()
    {
        IReadOnlyList<AlertVersion> waiting = alerts.Untargeted();
        foreach (AlertVersion alert in waiting)
        {
            DateTimeOffset now = time.GetUtcNow();
            bool isReplay = clock.Mode == NetworkTimeMode.Replay;
            DateTimeOffset deadline = TargetingPolicy.DeadlineOf(alert, isReplay, now);
            TargetingOutcome outcome = book.Target(alert, _channelsOn, now, deadline, withdraws: !isReplay, quiet.Until(alert, clock.Now ?? alert.SentAt, isReplay));
            bells.RingAll();
            LogTargeted(alert.Identifier, alert.Severity, alert.Region.Code, outcome.People, outcome.Sirens, outcome.Superseded);
            if (outcome.Merged > 0 || outcome.Quiet > 0)
            {
                LogSpared(alert.Identifier, outcome.Merged, outcome.Quiet);
            }
        }

        if (waiting.Count > 0)
        {
            news.Tell();
        }

        return waiting.Count;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                Step();
                await alerts.WaitForReleaseAsync(stoppingToken);
            }
            catch (SqliteException e)
            {
                LogFailed(e);
                await Task.Delay(RetryAfter, time, stoppingToken);
            }
        }
    }

    [LoggerMessage(
        4400,
        LogLevel.Information,
        "Alert {Identifier} ({Severity}) for region {Region} goes to {People} subscribers and {Sirens} centres, {Superseded} older deliveries are withdrawn")]
    private partial void LogTargeted(string identifier, string severity, string region, int people, int sirens, int superseded);

    [LoggerMessage(
        4404,
        LogLevel.Information,
        "Of alert {Identifier}, {Merged} contacts are told nothing as they know as much by an overlapping event, and {Quiet} not before the morning")]
    private partial void LogSpared(string identifier, int merged, int quiet);

    [LoggerMessage(4401, LogLevel.Error, "Deliveries could not be queued; trying again")]
    private partial void LogFailed(Exception exception);
}

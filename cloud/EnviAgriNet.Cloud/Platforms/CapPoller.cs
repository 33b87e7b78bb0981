using EnviAgriNet.Cloud.Regions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Platforms;

/// <summary>Listens to all sources, each at its own pace, so that a dead one holds up no other. In a replay it is silent.</summary>
internal sealed partial class CapPoller(
    IOptions<PlatformsOptions> options,
    IncomingBook book,
    CapFetch fetch,
    NetworkClock clock,
    TimeProvider time,
    ILogger<CapPoller> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => clock.Mode == NetworkTimeMode.Replay
        ? Task.CompletedTask
        : Task.WhenAll(options.Value.CapSources.Select(s => ListenAsync(s, stoppingToken)));

    private async Task ListenAsync(CapSource source, CancellationToken stoppingToken)
    {
        using CapListener listener = new(source, book, fetch, time);
        string? before = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                (IReadOnlyList<IncomingOutcome> outcomes, string? fault) = await listener.StepAsync(stoppingToken);
                Log(source.Name, outcomes, fault, before);
                before = fault;
            }
            catch (Exception e) when (e is SqliteException or IOException)
            {
                LogFailed(source.Name, e);
            }

            await Task.Delay(listener.Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Log(string source, IReadOnlyList<IncomingOutcome> outcomes, string? fault, string? before)
    {
        if (fault is not null && fault != before)
        {
            LogSilent(source, fault);
        }
        else if (fault is null && before is not null)
        {
            LogBack(source);
        }

        foreach (IncomingOutcome outcome in outcomes.Where(o => o.IsNew))
        {
            LogTaken(source, outcome.Number, outcome.Verdict, outcome.Reason);
        }
    }

    [LoggerMessage(4770, LogLevel.Information, "Alert {Number} of {SourceName} is {Verdict}: '{Reason}'")]
    private partial void LogTaken(string sourceName, long number, IncomingVerdict verdict, string reason);

    [LoggerMessage(4771, LogLevel.Warning, "The source {SourceName} cannot be read: '{Fault}'; it is asked again at growing intervals")]
    private partial void LogSilent(string sourceName, string fault);

    [LoggerMessage(4772, LogLevel.Information, "The source {SourceName} answers again")]
    private partial void LogBack(string sourceName);

    [LoggerMessage(4773, LogLevel.Error, "What {SourceName} sent could not be stored; it is fetched again")]
    private partial void LogFailed(string sourceName, Exception exception);
}

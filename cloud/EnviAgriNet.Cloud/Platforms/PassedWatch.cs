using EnviAgriNet.Cloud.Alerts;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Platforms;

/// <summary>Ends what was passed on when it has expired. What a command beside the cloud passed on goes out by the watch of releases.</summary>
internal sealed partial class PassedWatch(AlertAdoption adoption, TimeProvider time, ILogger<PassedWatch> logger) : BackgroundService
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
                adoption.EndExpired(time.GetUtcNow());
            }
            catch (SqliteException e)
            {
                LogFailed(e);
            }
        }
    }

    [LoggerMessage(4774, LogLevel.Error, "The alerts that were passed on could not be looked at; they are looked at again")]
    private partial void LogFailed(Exception exception);
}

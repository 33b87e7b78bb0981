namespace EnviAgriNet.Cloud.Registry;

/// <summary>Lets a running cloud see, within two seconds, what <c>station import</c> changed beside it.</summary>
internal sealed partial class StationRefresh(StationBook stations, TimeProvider time, ILogger<StationRefresh> logger)
    : BackgroundService
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
                if (stations.Refresh())
                {
                    LogRefreshed(stations.All.Count);
                }
            }
            catch (Microsoft.Data.Sqlite.SqliteException e)
            {
                LogFailed(e);
            }
        }
    }

    [LoggerMessage(4500, LogLevel.Information, "Stations were read again: {Count} are registered")]
    private partial void LogRefreshed(int count);

    [LoggerMessage(4501, LogLevel.Warning, "Stations could not be read again")]
    private partial void LogFailed(Exception exception);
}

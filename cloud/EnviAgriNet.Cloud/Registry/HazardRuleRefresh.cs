namespace EnviAgriNet.Cloud.Registry;

/// <summary>Lets a running cloud see, within two seconds, what <c>hazard rule</c> commands changed beside it.</summary>
internal sealed partial class HazardRuleRefresh(HazardRuleBook rules, TimeProvider time, ILogger<HazardRuleRefresh> logger)
    : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        LogUnreadable();
        using PeriodicTimer timer = new(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (rules.Refresh())
                {
                    LogRefreshed(string.Join(", ", rules.On));
                    LogUnreadable();
                }
            }
            catch (Microsoft.Data.Sqlite.SqliteException e)
            {
                LogFailed(e);
            }
        }
    }

    private void LogUnreadable()
    {
        foreach (string rule in rules.Unreadable)
        {
            LogUnreadable(rule);
        }
    }

    [LoggerMessage(4502, LogLevel.Information, "Rules were read again, on are {Rules}")]
    private partial void LogRefreshed(string rules);

    [LoggerMessage(4503, LogLevel.Warning, "Rules could not be read again")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(4504, LogLevel.Error, "A rule in the registry cannot be read and does not judge: {Rule}")]
    private partial void LogUnreadable(string rule);
}

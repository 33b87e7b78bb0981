namespace EnviAgriNet.Cloud.Registry.Audit;

/// <summary>
/// Checks the audit log when the cloud starts and once a day, and writes its head into the program's log: where that is kept on
/// another machine, it is the pin that shows later whether the end was cut off.
/// </summary>
internal sealed partial class AuditWatch(AuditBook book, TimeProvider time, ILogger<AuditWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Period, time);
        do
        {
            try
            {
                Check();
            }
            catch (Microsoft.Data.Sqlite.SqliteException e)
            {
                LogFailed(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Check()
    {
        AuditCheck check = book.Verify(null);
        if (check.Fault is { } fault)
        {
            LogBroken(fault.Number, fault.What);
        }
        else
        {
            LogHead(check.Head);
        }
    }

    [LoggerMessage(4560, LogLevel.Information, "The audit log is in order, its head is {Head}")]
    private partial void LogHead(AuditHead head);

    [LoggerMessage(4561, LogLevel.Critical, "The audit log was tampered with: entry {Number} {What}")]
    private partial void LogBroken(long number, string what);

    [LoggerMessage(4562, LogLevel.Error, "The audit log could not be checked")]
    private partial void LogFailed(Exception exception);
}

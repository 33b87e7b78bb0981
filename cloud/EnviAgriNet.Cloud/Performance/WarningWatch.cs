using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Performance;

/// <summary>Enters what became of warnings once that is known.</summary>
internal sealed partial class WarningWatch(WarningBook book, TimeProvider time, ILogger<WarningWatch> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Limits.RoundEvery, time);
        do
        {
            try
            {
                while (book.Enter(time.GetUtcNow(), Limits.WarningsPerRound) == Limits.WarningsPerRound && !stoppingToken.IsCancellationRequested)
                {
                    await Task.Yield();
                }
            }
            catch (SqliteException e)
            {
                LogFailed(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(4642, LogLevel.Error, "What became of warnings could not be entered; the next round tries again")]
    private partial void LogFailed(Exception e);
}

using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registration;

/// <summary>
/// Deletes what need not be kept: what nobody confirmed in a day, correspondents of whom nothing was heard for 90 days.
/// </summary>
internal sealed partial class SubscriberSweep(
    RegistryDatabase database,
    ConfirmationBook confirmations,
    IEnumerable<IPersonalRecords> records,
    TimeProvider time,
    ILogger<SubscriberSweep> logger) : BackgroundService
{
    /// <summary>One round; what it deleted.</summary>
    internal int Sweep(DateTimeOffset now) => database.Write(transaction =>
    {
        DateTimeOffset before = now - Limits.UnconfirmedLife;
        int deleted = confirmations.Sweep(transaction, before) + ContactBook.SweepPending(transaction, before);
        HashSet<string> inUse = [.. records.SelectMany(area => area.InUse(transaction))];
        return deleted + ContactBook.SweepCorrespondents(transaction, now - Limits.CorrespondentLife, inUse);
    });

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Limits.SweepPeriod, time);
        do
        {
            try
            {
                int deleted = Sweep(time.GetUtcNow());
                if (deleted > 0)
                {
                    LogDeleted(deleted);
                }
            }
            catch (SqliteException e)
            {
                LogFailed(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(4580, LogLevel.Information, "{Count} unconfirmed registrations and old correspondents were deleted")]
    private partial void LogDeleted(int count);

    [LoggerMessage(4581, LogLevel.Error, "Registrations could not be looked through; trying again")]
    private partial void LogFailed(Exception exception);
}

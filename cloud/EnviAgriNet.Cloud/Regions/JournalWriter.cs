using EnviAgriNet.Core.Hazards;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Regions;

/// <summary>
/// Saves until it is saved: while the disk is full, judging waits, then ingest waits, and nothing is lost. A stop in between
/// loses nothing either: what was not saved is judged again at the next start.
/// </summary>
internal sealed partial class JournalWriter(IHazardJournal journal, TimeProvider time, ILogger<JournalWriter> logger)
{
    private static readonly TimeSpan DelayMin = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan DelayMax = TimeSpan.FromSeconds(30);

    public Task SaveAsync(IReadOnlyList<ProvinceSave> provinces, CancellationToken cancellationToken) =>
        WriteAsync(() => journal.Save(provinces), provinces.Count, cancellationToken);

    public Task RecordPastAsync(IReadOnlyList<HazardChange> changes, CancellationToken cancellationToken) =>
        WriteAsync(() => journal.RecordPast(changes), provinces: 1, cancellationToken);

    private async Task WriteAsync(Action write, int provinces, CancellationToken cancellationToken)
    {
        for (TimeSpan delay = DelayMin; ; delay = delay * 2 < DelayMax ? delay * 2 : DelayMax)
        {
            try
            {
                write();
                return;
            }
            catch (SqliteException e)
            {
                LogNotSaved(e, provinces, delay);
            }

            await Task.Delay(delay, time, cancellationToken);
        }
    }

    [LoggerMessage(4200, LogLevel.Error, "Hazards of {Provinces} provinces not saved, next try in {Delay}")]
    private partial void LogNotSaved(Exception exception, int provinces, TimeSpan delay);
}

using EnviAgriNet.Mqtt;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Performance;

/// <summary>Looks at the lines of all stations and writes down what it saw, so that uptime rests on what was heard.</summary>
internal sealed partial class LineWatch(
    HealthBoard board, LineBook book, IBrokerLink link, IOptions<KpiOptions> options, TimeProvider time, ILogger<LineWatch> logger)
    : BackgroundService
{
    private readonly LineTally _tally = new(options.Value.HealthSilentAfter);
    private long _lookedAt;

    /// <summary>One look.</summary>
    internal void Look()
    {
        long stamp = time.GetTimestamp();
        TimeSpan passed = _lookedAt == 0 ? TimeSpan.Zero : time.GetElapsedTime(_lookedAt, stamp);
        _lookedAt = stamp;
        _tally.Look(board.All, time.GetUtcNow(), passed, link.State != LinkState.Up);
    }

    /// <summary>Writes what was seen; what cannot be written is unknown from then on, and said.</summary>
    internal void Save()
    {
        (IReadOnlyList<LineDay> days, IReadOnlyList<LineChange> changes) = _tally.Take();
        if (days.Count + changes.Count == 0)
        {
            return;
        }

        try
        {
            book.Add(days, changes);
        }
        catch (SqliteException e)
        {
            LogNotSaved(days.Count, e);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Limits.LinePeriod, time);
        long savedAt = time.GetTimestamp();
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                Look();
                if (time.GetElapsedTime(savedAt) >= Limits.LineSaveEvery)
                {
                    Save();
                    savedAt = time.GetTimestamp();
                }
            }
        }
        finally
        {
            Save();
        }
    }

    [LoggerMessage(4640, LogLevel.Error, "What was seen of the lines of {Count} stations could not be written and counts as unknown")]
    private partial void LogNotSaved(int count, Exception e);
}

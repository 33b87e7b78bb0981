using EnviAgriNet.Cloud.Api.Series;
using EnviAgriNet.Cloud.Quality;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Api;

/// <summary>
/// Keeps the flags on the board those that hold: fresh readings by what a person said, the others when a version or a person changed
/// what is thought of their station.
/// </summary>
internal sealed partial class JudgedBoard(
    LiveBoard board, StationEditions editions, JudgedReadings readings, VerdictNews news, TimeProvider time, ILogger<JudgedBoard> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    private long _heard;

    /// <summary>Takes over committed packs.</summary>
    public void OnCommitted(IReadOnlyList<CommittedPack> packs)
    {
        editions.OnCommitted(packs);
        board.OnCommitted(readings.HasWords
            ? [.. packs.Select(p => p with { Fresh = [.. p.Fresh.Select(r => readings.JudgeFresh(p.Station, r).Effective)] })]
            : packs);
    }

    /// <summary>Follows what changed since the last step.</summary>
    internal void Step()
    {
        ChangedStations changed = news.Since(_heard);
        foreach (StationId station in changed.IsAll ? readings.Series(null).Select(s => s.Station).Distinct() : changed.Stations)
        {
            editions.OnChanged(station);
            board.OnJudged(station, readings.Latest(station));
        }

        _heard = changed.Change;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Step();
            }
            catch (StoreException e)
            {
                LogFailed(e);
            }
        }
    }

    [LoggerMessage(4600, LogLevel.Warning, "The newest flags could not be read for the page; they are read again")]
    private partial void LogFailed(Exception exception);
}

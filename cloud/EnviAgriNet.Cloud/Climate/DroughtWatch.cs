using EnviAgriNet.Cloud.Ingest;
using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Indices;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Climate;

/// <summary>
/// Computes, when a month has ended by network time, how unusual its rain was at each station, and stores that as readings
/// <c>spi_1</c>, <c>spi_3</c>, <c>spi_6</c> and <c>spi_12</c> of the month's end; regions and pages take them like any others. What was
/// stored for a month stays: rain that comes late and changes a month already done, and a history corrected afterwards, change no
/// index of the past. In a replay months are done as network time passes them, as fast as this looks: once a second.
/// </summary>
internal sealed partial class DroughtWatch(
    ClimateBook climate,
    IStationBook stations,
    IReadingStore store,
    IRegionHost regions,
    IEnumerable<ICommittedReadings> readers,
    NetworkClock clock,
    IOptions<CloudOptions> cloud,
    TimeProvider time,
    ILogger<DroughtWatch> logger) : BackgroundService
{
    private readonly ICommittedReadings[] _readers = [.. readers];
    private readonly IndicesPack _packs = new();
    private readonly HashSet<StationId> _told = [];
    private readonly HashSet<object> _said = [];
    private CalendarMonth? _newest;
    private DateTimeOffset _lookedAt;

    /// <summary>Does the months that ended and are not done yet.</summary>
    internal async Task StepAsync(CancellationToken cancellationToken)
    {
        TimeSpan lateAfter = cloud.Value.LateAfter;
        TimeSpan settle = lateAfter / 2 < Limits.SettleMax ? lateAfter / 2 : Limits.SettleMax;
        if (clock.Now is not { } now || CalendarMonth.Of(now - settle).Plus(-1) is not { Number: > 0 } newest)
        {
            return;
        }

        bool isNew = newest != _newest;
        if (!isNew && (now - _lookedAt).Duration() < Limits.RetryEvery)
        {
            return;
        }

        DroughtPass pass = new(climate, store, FirstOf(newest), newest);
        foreach (Station station in stations.All)
        {
            cancellationToken.ThrowIfCancellationRequested();
            pass.Look(station);
        }

        if (isNew)
        {
            _told.Clear();
            _said.Clear();
        }

        await CommitAsync(pass, newest, now - lateAfter, cancellationToken);
        await TellKnownAsync(pass, now - lateAfter, cancellationToken);
        Say(pass);
        (_newest, _lookedAt) = (newest, now);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Limits.LookEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await StepAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailed(e, Limits.FailurePause);
                await Task.Delay(Limits.FailurePause, time, stoppingToken);
            }
        }
    }

    // After a start the last year is looked at, later what came since. A clock that went back makes its month the newest again.
    private CalendarMonth FirstOf(CalendarMonth newest)
    {
        CalendarMonth oldest = new(Math.Max(1, newest.Number - Limits.CatchUpMonthsMax + 1));
        return _newest is not { } done ? oldest
            : done.CompareTo(newest) >= 0 ? newest
            : done.Plus(1).CompareTo(oldest) > 0 ? done.Plus(1)
            : oldest;
    }

    private async Task CommitAsync(
        DroughtPass pass, CalendarMonth newest, DateTimeOffset lateBefore, CancellationToken cancellationToken)
    {
        // Oldest month first over all stations, since regions judge in the order of time.
        foreach (var chunk in pass.Made.OrderBy(m => m.Month).Chunk(Limits.CommitPacksMax))
        {
            DateTimeOffset storedAt = time.GetUtcNow();
            CommitOutcome outcome = store.Commit(
                [.. chunk.Select(m => _packs.Of(m.Station, m.Month, m.Indices, lateBefore, storedAt))]);
            foreach (ICommittedReadings reader in _readers)
            {
                reader.OnCommitted(outcome.Packs);
            }

            await regions.PostAsync(outcome.Packs, cancellationToken);
            _told.UnionWith(chunk.Where(m => m.Month == newest).Select(m => m.Station));
        }

        foreach (var month in pass.Made.CountBy(m => m.Month))
        {
            LogMade(month.Key, month.Value);
        }
    }

    // A crash between commit and judgement leaves indices that no later reading makes a region look at: they are handed over once more
    // after each start, and judging the same reading twice changes nothing.
    private async Task TellKnownAsync(DroughtPass pass, DateTimeOffset lateBefore, CancellationToken cancellationToken)
    {
        List<CommittedPack> untold =
        [
            .. pass.Known.Where(k => !_told.Contains(k.Station))
                .Select(k => new CommittedPack(k.Station, PackFate.Repeat, k.Indices, lateBefore)),
        ];
        if (untold.Count > 0)
        {
            await regions.PostAsync(untold, cancellationToken);
            _told.UnionWith(untold.Select(p => p.Station));
        }
    }

    private void Say(DroughtPass pass)
    {
        foreach ((StationId station, MonthRain rain) in pass.Incomplete)
        {
            if (_said.Add((station, rain.Month)))
            {
                LogIncomplete(station, rain.Month, rain.Days, rain.Month.Days, Limits.DaysPercentMin);
            }
        }

        foreach ((RegionId region, SpiGap gap) in pass.Unfit)
        {
            if (_said.Add((region, gap)))
            {
                LogUnfit(region, gap);
            }
        }

        if (pass.WithoutHistory.Count > 0 && _said.Add(nameof(pass.WithoutHistory)))
        {
            LogNoHistory(pass.WithoutHistory.Count);
        }
    }

    [LoggerMessage(4700, LogLevel.Information, "Drought indices of {Month} made for {Stations} stations")]
    private partial void LogMade(CalendarMonth month, int stations);

    [LoggerMessage(4701, LogLevel.Warning,
        "Station {StationId} has no drought index of {Month}: rain on {Days} of {MonthDays} days, needed are {Percent} %")]
    private partial void LogIncomplete(StationId stationId, CalendarMonth month, int days, int monthDays, int percent);

    [LoggerMessage(4702, LogLevel.Warning,
        "The history of rain of region {Region} does not say what is usual, no drought index is made of it: {Gap}")]
    private partial void LogUnfit(RegionId region, SpiGap gap);

    [LoggerMessage(4704, LogLevel.Warning, "{Stations} stations with a rain gauge have no drought index: no history of rain covers their region")]
    private partial void LogNoHistory(int stations);

    [LoggerMessage(4703, LogLevel.Error, "Drought indices could not be made, next try in {Pause}")]
    private partial void LogFailed(Exception exception, TimeSpan pause);
}

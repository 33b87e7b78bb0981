using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.ReadingStore.Verdicts;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Quality;
using EnviAgriNet.Core.Geography;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Quality;

/// <summary>
/// Judges each hour of each station as a whole once its readings are unlikely to change, and again when late ones came. At start, and
/// when verdicts were lost, it finds what is to be judged by comparing the store with what was judged: it needs no memory of its own.
/// </summary>
internal sealed partial class QualityWatch(
    IOptions<QualityOptions> options,
    IOptions<StoreOptions> store,
    QualityLimits limits,
    IReadings readings,
    IReadingCounts counts,
    VerdictBook verdicts,
    QualityVersionBook versions,
    IStationBook stations,
    StationNeighbours neighbours,
    DueHours due,
    WithheldReadings withheld,
    VerdictNews news,
    NetworkNow networkNow,
    QualityMetrics metrics,
    TimeProvider time,
    ILogger<QualityWatch> logger) : BackgroundService
{
    private const string Maker = "eag-cloud";

    private const int RestPerWork = 3;

    private static readonly TimeSpan TurnMax = TimeSpan.FromSeconds(2);

    private readonly QualityOptions _options = options.Value;
    private readonly VersionLimits _limits = new(versions, limits);
    private readonly UnjudgedHours _unjudged = new(readings, counts, verdicts, versions, due);
    private readonly VersionRemake _remake = new(
        verdicts, versions, new HistoryChunks(readings, counts, verdicts, versions, stations, neighbours));

    private DateTimeOffset _droppedAt = DateTimeOffset.MinValue;

    /// <summary>Whether the last step found nothing to do.</summary>
    internal bool IsIdle { get; private set; }

    /// <summary>One turn: what is lost is found, what is due is judged; bounded work, so that a turn ends soon.</summary>
    internal void Step(CancellationToken cancellationToken)
    {
        if (networkNow() is not { } now)
        {
            IsIdle = true;
            return;
        }

        long began = time.GetTimestamp();
        KeepLiveVersion(now);
        DropOld(now);
        if (_unjudged.NoticeLosses())
        {
            _remake.Reset();
        }

        IsIdle = !JudgeDue(now, cancellationToken);
        while (!cancellationToken.IsCancellationRequested && time.GetElapsedTime(began) < TurnMax && (_unjudged.SearchOne(_limits, now, _options.SearchBack) || RemakeOne()))
        {
            // Search and history have what is left of the time.
            IsIdle = false;
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using PeriodicTimer timer = new(_options.JudgeEvery, time);
            do
            {
                due.BeginTurn();
                long began = time.GetTimestamp();
                while (TryStep(stoppingToken) && !IsIdle && !stoppingToken.IsCancellationRequested)
                {
                    // A quarter of one core at most: after an outage the backlog comes in, and ingest needs the rest.
                    await Task.Delay(time.GetElapsedTime(began) * RestPerWork, time, stoppingToken);
                    began = time.GetTimestamp();
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What was not judged is found at the next start.
        }
    }

    private bool TryStep(CancellationToken stoppingToken)
    {
        try
        {
            Step(stoppingToken);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _remake.Reset();
            metrics.OnFailed();
            LogFailed(e);
            return false;
        }
    }

    /// <summary>A configuration that changed begins a version of its own from this hour on; what was judged stays as it is.</summary>
    private void KeepLiveVersion(DateTimeOffset now)
    {
        QualityVersion? live = versions.Live;
        if (live?.ConfigHash == limits.Hash)
        {
            return;
        }

        DateTimeOffset from = new Slot(0, Slot.HourOf(live is null ? now - _options.SearchBack : now)).From;
        QualityVersion made = versions.BeginLive(
            limits.Hash, limits.Json, from, Maker, live is null ? "first configuration" : "the configuration changed", time.GetUtcNow());
        LogNewVersion(made.Number, limits.Hash, from);
    }

    /// <summary>Verdicts on readings that are no longer kept go with them.</summary>
    private void DropOld(DateTimeOffset now)
    {
        if (now - _droppedAt >= Limits.DropEvery)
        {
            verdicts.DropBefore(new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(-store.Value.RawMonths));
            _droppedAt = now;
        }
    }

    private bool RemakeOne()
    {
        if (_remake.TryBegin(_limits))
        {
            LogRemaking(_remake.Version!.Number);
        }

        if (_remake.Step() is not { } changed)
        {
            return false;
        }

        OnChanged(changed);
        return true;
    }

    private bool JudgeDue(DateTimeOffset now, CancellationToken cancellationToken)
    {
        IReadOnlyList<(StationId Station, DateTimeOffset Hour)> taken = due.Take(now - _options.Settle, Limits.HoursPerTurn);
        if (taken.Count == 0)
        {
            return false;
        }

        HashSet<(StationId Station, DateTimeOffset Hour)> left = [.. taken];
        Exception? fault = null;
        try
        {
            // Stations that are in time are judged together, so none of them bears on an hour that was judged already.
            DateTimeOffset inTime = now - _options.Settle - (2 * _options.JudgeEvery);
            foreach ((StationId station, DateTimeOffset hour) in taken.Where(t => t.Hour.AddHours(1) < inTime))
            {
                AddAround(left, station, hour);
            }

            foreach (IGrouping<(RegionId?, long, QualityVersion?), (StationId Station, DateTimeOffset Hour)> chunk in left.GroupBy(ChunkOf).ToList())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (TryJudgeChunk(chunk.Key.Item3, [.. chunk]) is { } cause)
                {
                    fault = cause;
                }
                else
                {
                    left.ExceptWith(chunk);
                }
            }
        }
        finally
        {
            foreach ((StationId station, DateTimeOffset hour) in left)
            {
                due.Add(station, hour);
            }
        }

        return fault is null ? true : throw new InvalidOperationException("A chunk could not be judged; the others were", fault);
    }

    /// <summary>One chunk that cannot be judged keeps no other one from it.</summary>
    private Exception? TryJudgeChunk(QualityVersion? version, List<(StationId Station, DateTimeOffset Hour)> hours)
    {
        try
        {
            if (version is not null)
            {
                JudgeChunk(version, hours);
            }

            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return e;
        }
    }

    /// <summary>What is judged together: the stations of a province on one day, under one version.</summary>
    private (RegionId?, long, QualityVersion?) ChunkOf((StationId Station, DateTimeOffset Hour) hour) => (
        stations.Find(hour.Station)?.Region.Province,
        Slot.HourOf(hour.Hour) / VerdictCodec.HoursPerDay,
        _limits.Find(hour.Station, hour.Hour));

    /// <summary>
    /// Hours that were judged before and on which late readings bear: those of the stations around, the hour before and the one after.
    /// An hour that was never judged is due by itself, or will be.
    /// </summary>
    private void AddAround(HashSet<(StationId Station, DateTimeOffset Hour)> wanted, StationId station, DateTimeOffset hour)
    {
        foreach ((StationId near, DateTimeOffset at) in neighbours.Of(station).Select(n => (n.Station, hour))
            .Append((station, hour.AddHours(-1))).Append((station, hour.AddHours(1))))
        {
            if (_limits.Find(near, at) is { } its && verdicts.ReadCounts(its.Key, near, at, at.AddHours(1)).Count > 0)
            {
                wanted.Add((near, at));
            }
        }
    }

    private void JudgeChunk(QualityVersion version, List<(StationId Station, DateTimeOffset Hour)> hours)
    {
        DateTimeOffset from = hours.Min(h => h.Hour);
        ChunkJudge chunk = new(_limits.Of(version), readings, neighbours, from, hours.Max(h => h.Hour).AddHours(1));
        List<JudgedHour> judged = [];
        foreach (IGrouping<StationId, DateTimeOffset> station in hours.GroupBy(h => h.Station, h => h.Hour))
        {
            judged.AddRange(chunk.Judge(station.Key, [.. station], StationVerdicts.None));
        }

        OnChanged(
        [
            .. verdicts.Write(version.Key, judged).Select(h => h.Station)
                .Concat(hours.Where(h => withheld.Take(h.Station, h.Hour)).Select(h => h.Station)).Distinct(),
        ]);
        metrics.OnJudged(judged.Count, chunk.Count);
    }

    private void OnChanged(IReadOnlyList<StationId> changed)
    {
        if (changed.Count > 0)
        {
            news.OnChanged(changed);
        }
    }

    [LoggerMessage(4120, LogLevel.Information, "Quality version {Number} with limits {Hash} judges what comes from {From} on")]
    private partial void LogNewVersion(long number, string hash, DateTimeOffset from);

    [LoggerMessage(4121, LogLevel.Information, "Quality version {Number} is not whole; what is missing is judged")]
    private partial void LogRemaking(long number);

    [LoggerMessage(4122, LogLevel.Error, "Hours could not be judged; they are found again and tried again")]
    private partial void LogFailed(Exception exception);
}

using System.Collections.Concurrent;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.Cloud.Performance;

/// <summary>The newest health report of each station with the time it was heard. Safe for use by several threads.</summary>
internal sealed class HealthBoard(TimeProvider time)
{
    private const string Synced = "synced";

    private readonly ConcurrentDictionary<StationId, HeardHealth> _heard = new();

    /// <summary>All newest reports.</summary>
    public IReadOnlyDictionary<StationId, HeardHealth> All => _heard;

    /// <summary>The newest report of a station; null when none was heard since the cloud started.</summary>
    public HeardHealth? Find(StationId station) => _heard.GetValueOrDefault(station);

    /// <summary>Takes over a report. Beyond the limit reports of further stations are left out.</summary>
    public void OnHealth(StationId station, StationHealth report)
    {
        if (_heard.Count >= Limits.HealthStationsMax && !_heard.ContainsKey(station))
        {
            return;
        }

        DateTimeOffset now = time.GetUtcNow();
        _heard.AddOrUpdate(
            station,
            _ => new HeardHealth(report, First(report, now)),
            (_, before) => Join(before, report, now));
    }

    // What the broker kept may be old: a report says itself how old it is, if its clock was right.
    private static DateTimeOffset First(StationHealth report, DateTimeOffset now)
    {
        if (report.At <= 0 || report.Clock != Synced || report.At * 1000 >= now.ToUnixTimeMilliseconds())
        {
            return now;
        }

        return DateTimeOffset.FromUnixTimeMilliseconds((long)(report.At * 1000));
    }

    // The last will knows nothing but that the station is gone.
    private static HeardHealth Join(HeardHealth before, StationHealth report, DateTimeOffset now) =>
        report.At == before.Report.At && report.State == before.Report.State ? before
        : report.At != 0 ? new HeardHealth(report, now)
        : before.Report.State == report.State ? before
        : new HeardHealth(before.Report with { State = report.State }, now);
}

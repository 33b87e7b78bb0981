namespace EnviAgriNet.Edge.Outbox;

/// <summary>How many bytes an hour the outbox grew by in the last day, in buckets of an hour. Used under the outbox's lock only.</summary>
internal sealed class FlowRate(TimeProvider time)
{
    private const int Hours = 24;

    /// <summary>What a pack costs on disk beside its payload: its row, its share of the tree and of the log.</summary>
    private const int PackOverheadBytes = 120;

    private static readonly TimeSpan SpanMin = TimeSpan.FromMinutes(1);

    private readonly Dictionary<long, long> _bytesByHour = [];
    private DateTimeOffset? _since;

    /// <summary>Begins with what the segments of the last day hold.</summary>
    public void Begin(IReadOnlyList<Segment> segments)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset dayAgo = now - TimeSpan.FromHours(Hours);
        foreach (Segment segment in segments.Where(s => s.NewestHeardAt >= dayAgo && s.NewestHeardAt <= now))
        {
            (long packs, long bytes) = segment.Packs.FlowSince(dayAgo);
            if (packs > 0)
            {
                _bytesByHour[HourOf(segment.NewestHeardAt)] =
                    _bytesByHour.GetValueOrDefault(HourOf(segment.NewestHeardAt)) + bytes + (packs * PackOverheadBytes);
                DateTimeOffset begun = segment.CreatedAt < dayAgo ? dayAgo : segment.CreatedAt;
                _since = _since is null || begun < _since ? begun : _since;
            }
        }
    }

    /// <summary>Counts packs that were formed now.</summary>
    public void Add(IReadOnlyList<StoredPack> packs)
    {
        DateTimeOffset now = time.GetUtcNow();
        _since ??= now;
        long hour = HourOf(now);
        _bytesByHour[hour] =
            _bytesByHour.GetValueOrDefault(hour) + packs.Sum(p => (long)p.Payload.Length + PackOverheadBytes);
        foreach (long old in _bytesByHour.Keys.Where(h => h <= hour - Hours || h > hour).ToList())
        {
            _bytesByHour.Remove(old);
        }
    }

    /// <summary>How many hours of flow fit in so many bytes, at most the days that are kept; null while the rate is unknown.</summary>
    public double? HoursLeft(long bytes, int daysMax)
    {
        if (_since is not { } since)
        {
            return null;
        }

        TimeSpan span = time.GetUtcNow() - since;
        long sum = _bytesByHour.Values.Sum();
        if (span < SpanMin || sum == 0)
        {
            return null;
        }

        double hours = Math.Min(span.TotalHours, Hours);
        return Math.Round(Math.Clamp(bytes / (sum / hours), 0, daysMax * 24.0), 1);
    }

    private static long HourOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / 3600;
}

namespace EnviAgriNet.Cloud.Regions;

/// <summary>
/// Network time (promise P5): "now" in every judgement. In service it is the wall clock; in a replay or drill it is the newest
/// measurement time seen. Safe for use by several threads.
/// </summary>
internal sealed class NetworkClock(NetworkTimeMode mode, TimeProvider time)
{
    private long _newestMs = long.MinValue;

    /// <summary>Which clock it is.</summary>
    public NetworkTimeMode Mode => mode;

    /// <summary>Network time, or null in a replay that has not begun.</summary>
    public DateTimeOffset? Now
    {
        get
        {
            if (mode == NetworkTimeMode.Wall)
            {
                return time.GetUtcNow();
            }

            long newest = Volatile.Read(ref _newestMs);
            return newest == long.MinValue ? null : DateTimeOffset.FromUnixTimeMilliseconds(newest);
        }
    }

    /// <summary>Tells of a measurement; in a replay it may move network time forward, never back.</summary>
    public void Observe(DateTimeOffset takenAt)
    {
        long candidate = takenAt.ToUnixTimeMilliseconds();
        long seen = Volatile.Read(ref _newestMs);
        while (candidate > seen)
        {
            long before = Interlocked.CompareExchange(ref _newestMs, candidate, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }
}

/// <summary>What network time is taken from.</summary>
internal enum NetworkTimeMode
{
    /// <summary>The wall clock.</summary>
    Wall,

    /// <summary>The newest measurement time seen.</summary>
    Replay,
}

namespace EnviAgriNet.Cloud.Channels.WebPush;

/// <summary>
/// Which push services are left alone and until when, because they asked for it or do not answer: one that is dead must not hold up
/// the browsers of the others. Safe for use by several threads.
/// </summary>
internal sealed class PushServices(ChannelPace pace, TimeProvider time)
{
    private readonly Lock _guard = new();
    private readonly Dictionary<string, (int Faults, long At, TimeSpan Pause)> _faulty = [];

    /// <summary>How long a service is still left alone; zero when it may be called.</summary>
    public TimeSpan PauseOf(string host)
    {
        lock (_guard)
        {
            TimeSpan left = _faulty.TryGetValue(host, out var found) ? found.Pause - time.GetElapsedTime(found.At) : TimeSpan.Zero;
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>It answered.</summary>
    public void OnAnswer(string host)
    {
        lock (_guard)
        {
            _faulty.Remove(host);
        }
    }

    /// <summary>It did not answer, or asked to be left alone; how long it is now.</summary>
    public TimeSpan OnFault(string host, TimeSpan? wish)
    {
        lock (_guard)
        {
            int faults = (_faulty.TryGetValue(host, out var found) ? found.Faults : 0) + 1;
            TimeSpan own = faults < pace.BreakerFaults ? TimeSpan.Zero : RetryDelay.After(pace.RetryMin, pace.RetryMax, faults - pace.BreakerFaults + 1, 1);
            TimeSpan pause = wish is { } asked && asked > own ? asked < PushLimits.PauseMax ? asked : PushLimits.PauseMax : own;
            if (_faulty.Count < PushLimits.ServicesMax || _faulty.ContainsKey(host))
            {
                _faulty[host] = (faults, time.GetTimestamp(), pause);
            }

            return pause;
        }
    }
}

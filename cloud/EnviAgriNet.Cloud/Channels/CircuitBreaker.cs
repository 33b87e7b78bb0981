namespace EnviAgriNet.Cloud.Channels;

/// <summary>
/// Stops calling a channel that failed several times in a row, and sends single probes until one comes through. Owned by one
/// dispatcher.
/// </summary>
internal sealed class CircuitBreaker(ChannelPace pace, TimeProvider time, Random random)
{
    private int _faults;
    private int _probes;
    private long _openedAt;
    private TimeSpan _wait;
    private bool _isProbing;

    /// <summary>Whether the channel counts as dead.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>How many attempts may be made now: all that are wanted, a single probe, or none.</summary>
    public int Allow(int wanted) => !IsOpen ? wanted : _isProbing || UntilProbe() > TimeSpan.Zero ? 0 : Math.Min(1, wanted);

    /// <summary>How long until the next probe; zero when it may go now or the channel is well.</summary>
    public TimeSpan UntilProbe()
    {
        TimeSpan left = IsOpen ? _wait - time.GetElapsedTime(_openedAt) : TimeSpan.Zero;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Tells that an attempt begins; while the channel counts as dead it is the probe.</summary>
    public void OnAttempt() => _isProbing = IsOpen;

    /// <summary>Tells that the channel answered; true when it had counted as dead.</summary>
    public bool OnAnswer()
    {
        bool wasOpen = IsOpen;
        IsOpen = false;
        _isProbing = false;
        _faults = 0;
        _probes = 0;
        return wasOpen;
    }

    /// <summary>Tells of a fault of the channel; true when it counts as dead from now on.</summary>
    public bool OnFault()
    {
        _faults++;
        _isProbing = false;
        if (_faults < pace.BreakerFaults)
        {
            return false;
        }

        bool isNew = !IsOpen;
        IsOpen = true;
        _probes++;
        _openedAt = time.GetTimestamp();
        TimeSpan shortest = pace.RetryMin < pace.ProbeMax ? pace.RetryMin : pace.ProbeMax;
        _wait = RetryDelay.After(shortest, pace.ProbeMax, _probes, random.NextDouble());
        return isNew;
    }
}

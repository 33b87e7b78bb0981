namespace EnviAgriNet.Mqtt;

/// <summary>
/// When to probe the broker, and when its silence means that the connection is dead: a probe after three quarters of
/// the keep-alive in which nothing came in or nothing went out, the end after one and a half. The broker judges us by
/// the same one and a half.
/// </summary>
internal sealed class KeepAliveWatch
{
    private const double ProbeShare = 0.75;
    private const double SilenceShare = 1.5;

    private readonly TimeProvider _time;
    private TimeSpan _probeAfter;
    private TimeSpan _silenceMax;
    private long _receivedAt;
    private long _sentAt;
    private long _probedAt;

    public KeepAliveWatch(TimeProvider time, TimeSpan keepAlive)
    {
        _time = time;
        _receivedAt = _sentAt = _probedAt = time.GetTimestamp();
        _probeAfter = keepAlive * ProbeShare;
        _silenceMax = keepAlive * SilenceShare;
    }

    public bool IsProbeDue => ProbeIn <= TimeSpan.Zero;

    public bool IsSilent => SilenceIn <= TimeSpan.Zero;

    /// <summary>The time left before one of the two is true.</summary>
    public TimeSpan NextIn => ProbeIn < SilenceIn ? ProbeIn : SilenceIn;

    private TimeSpan ProbeIn
    {
        get
        {
            // Not more often than once per share, even if the answer is late.
            TimeSpan quiet = Longer(_time.GetElapsedTime(_receivedAt), _time.GetElapsedTime(_sentAt));
            return _probeAfter - Shorter(quiet, _time.GetElapsedTime(_probedAt));
        }
    }

    private TimeSpan SilenceIn => _silenceMax - _time.GetElapsedTime(_receivedAt);

    /// <summary>The broker asks for a shorter keep-alive than ours.</summary>
    public void Shorten(TimeSpan keepAlive)
    {
        _probeAfter = Shorter(_probeAfter, keepAlive * ProbeShare);
        _silenceMax = Shorter(_silenceMax, keepAlive * SilenceShare);
    }

    /// <summary>Something came in, or we chose not to look and cannot blame the broker.</summary>
    public void OnReceived() => _receivedAt = _time.GetTimestamp();

    public void OnSent() => _sentAt = _time.GetTimestamp();

    public void OnProbed() => _probedAt = _sentAt = _time.GetTimestamp();

    private static TimeSpan Shorter(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static TimeSpan Longer(TimeSpan left, TimeSpan right) => left > right ? left : right;
}

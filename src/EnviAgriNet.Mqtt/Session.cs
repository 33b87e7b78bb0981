using EnviAgriNet.Mqtt.Native;

namespace EnviAgriNet.Mqtt;

/// <summary>One connection from the attempt to its end. Everything in it runs on the link's thread.</summary>
internal sealed class Session : IDisposable
{
    /// <summary>
    /// Nobody subscribes to this filter; taking it back is a question that every broker answers. The library's own
    /// ping gives the connection up when its answer is late, and while a slow reader keeps us from reading the socket
    /// every answer is late.
    /// </summary>
    private const string ProbeFilter = "$-";

    private readonly LinkParts _parts;
    private readonly NativeConnection _native;
    private readonly KeepAliveWatch _keepAlive;
    private readonly SocketPump _pump;
    private readonly Outbound _outbound;
    private readonly long _beganAt;

    private bool _isConnected;
    private bool _isUp;
    private long _upAt;
    private int _refusedCode;
    private int _disconnectCode;
    private Exception? _fault;
    private long _disconnectingAt = long.MaxValue;

    /// <summary>Prepares the connection.</summary>
    /// <exception cref="LinkException">A setting cannot be used.</exception>
    public Session(LinkParts parts, LinkProtocol version)
    {
        _parts = parts;
        _beganAt = parts.Time.GetTimestamp();
        _keepAlive = new KeepAliveWatch(parts.Time, parts.Options.KeepAlive);
        _native = new NativeConnection(this, parts, version);
        _pump = new SocketPump(parts, _keepAlive, _native.Handle);
        _outbound = new Outbound(parts, _keepAlive, _native.Handle);
    }

    private bool IsDisconnecting => _disconnectingAt != long.MaxValue;

    /// <summary>Connects and serves the connection until it ends.</summary>
    public SessionEnd Run()
    {
        LinkOptions options = _parts.Options;
        int keepAliveSeconds = (int)Math.Ceiling(options.KeepAlive.TotalSeconds);
        int result = Mosquitto.Connect(_native.Handle, options.Host, options.Port, keepAliveSeconds);
        if (result != Mosquitto.Success)
        {
            return End(result);
        }

        SessionEnd? end;
        do
        {
            _parts.Wake.Rearm();
            end = Step();
        }
        while (end is null);
        return end;
    }

    public void Dispose() => _native.Dispose();

    internal void OnConnack(int code, TimeSpan? keepAlive)
    {
        if (code != 0)
        {
            _refusedCode = code;
            return;
        }

        if (keepAlive is { } shorter)
        {
            _keepAlive.Shorten(shorter);
        }

        _isConnected = true;
        _parts.Subscriptions.OnConnected();
    }

    internal void OnDisconnected(int code) => _disconnectCode = code;

    internal void OnPublished(int messageId, int code)
    {
        _pump.OnPacket();
        _parts.Window.OnAnswered(messageId, code);
    }

    internal void OnMessage(LinkMessage message)
    {
        _pump.OnPacket();
        _parts.Received.Add(message);
    }

    internal void OnFault(Exception fault) => _fault ??= fault;

    internal void OnSubscribed(int messageId, int code)
    {
        if (_parts.Subscriptions.OnAnswered(messageId, code) is { } refused)
        {
            LinkLog.SubscriptionRefused(_parts.Logger, refused.Filter, code);
        }
    }

    /// <summary>One turn: sends what waits, waits for the socket or a signal, reads and writes once.</summary>
    private SessionEnd? Step()
    {
        int result = SendWaiting();
        if (result == Mosquitto.Success)
        {
            result = _pump.Turn(WaitMs());
        }

        if (_fault is not null)
        {
            throw new LinkException("A callback failed", isTransient: true, innerException: _fault);
        }

        return result != Mosquitto.Success || Mosquitto.Socket(_native.Handle) < 0 ? End(result) : CheckTimes();
    }

    private int SendWaiting()
    {
        if (!_isConnected || IsDisconnecting)
        {
            return Mosquitto.Success;
        }

        int result = _outbound.SendSubscriptions();
        if (result != Mosquitto.Success)
        {
            return result;
        }

        RiseWhenSettled();
        return _isUp ? _outbound.SendPublications() : Mosquitto.Success;
    }

    private void RiseWhenSettled()
    {
        if (!_isUp && _parts.Subscriptions.IsSettled && !_parts.IsStopping)
        {
            _isUp = true;
            _upAt = _parts.Time.GetTimestamp();
            _parts.Window.Open();
            _parts.States.Set(LinkState.Up);
            LinkLog.Up(_parts.Logger, _parts.Options.Host, _parts.Options.Port);

            // A stop that came between the look and the opening has closed the window in vain.
            if (_parts.IsStopping)
            {
                _parts.Window.Close("The link is stopping");
            }
        }
    }

    /// <summary>How long nothing has to be done if nothing happens.</summary>
    private int WaitMs()
    {
        TimeSpan left = _isUp ? _keepAlive.NextIn : ConnectTimeLeft;
        if (_parts.IsStopping)
        {
            TimeSpan stopLeft = IsDisconnecting ? DisconnectTimeLeft : _parts.StopTimeLeft;
            left = stopLeft < left ? stopLeft : left;
        }

        return (int)Math.Ceiling(Math.Clamp(left.TotalMilliseconds, 0, 60_000));
    }

    private TimeSpan ConnectTimeLeft => Limits.ConnectTimeMax - _parts.Time.GetElapsedTime(_beganAt);

    private TimeSpan DisconnectTimeLeft => Limits.DisconnectTimeMax - _parts.Time.GetElapsedTime(_disconnectingAt);

    private SessionEnd? CheckTimes()
    {
        if (_parts.IsStopping)
        {
            return CheckStop();
        }

        if (!_isUp)
        {
            return ConnectTimeLeft > TimeSpan.Zero ? null : EndWith(SessionFate.Failed, "The broker does not answer");
        }

        if (_keepAlive.IsSilent)
        {
            return EndWith(SessionFate.Dropped, "The broker is silent");
        }

        if (!_keepAlive.IsProbeDue)
        {
            return null;
        }

        _keepAlive.OnProbed();
        int result = Mosquitto.Unsubscribe(_native.Handle, out _, ProbeFilter);
        return result == Mosquitto.Success ? null : End(result);
    }

    private SessionEnd? CheckStop()
    {
        if (!_isUp || (IsDisconnecting && DisconnectTimeLeft <= TimeSpan.Zero))
        {
            return EndWith(SessionFate.Stopped, "The link is stopped");
        }

        if (!IsDisconnecting && (_parts.Window.IsIdle || _parts.StopTimeLeft <= TimeSpan.Zero))
        {
            _disconnectingAt = _parts.Time.GetTimestamp();
            int result = Mosquitto.Disconnect(_native.Handle);
            if (result != Mosquitto.Success || Mosquitto.Socket(_native.Handle) < 0)
            {
                return EndWith(SessionFate.Stopped, "The link is stopped");
            }
        }

        return null;
    }

    private SessionEnd End(int result)
    {
        if (IsDisconnecting)
        {
            return EndWith(SessionFate.Stopped, "The link is stopped");
        }

        if (_refusedCode != 0)
        {
            bool isVersion = _refusedCode
                is ReasonCodes.UnsupportedProtocolVersion or ReasonCodes.UnacceptableProtocolVersionV311;
            return EndWith(
                isVersion ? SessionFate.VersionRefused : SessionFate.Failed,
                Mosquitto.DescribeConnack(_refusedCode));
        }

        if (_disconnectCode >= ReasonCodes.RefusedFrom)
        {
            return EndWith(SessionFate.Dropped, Mosquitto.DescribeReason(_disconnectCode));
        }

        bool isHungUp = !_isConnected && result == Mosquitto.ErrorConnectionLost;
        return EndWith(isHungUp ? SessionFate.HungUp : SessionFate.Failed, Mosquitto.Describe(result));
    }

    private SessionEnd EndWith(SessionFate fate, string reason) => _isUp && fate != SessionFate.Stopped
        ? new SessionEnd(SessionFate.Dropped, reason, _parts.Time.GetElapsedTime(_upAt))
        : new SessionEnd(fate, reason, TimeSpan.Zero);
}

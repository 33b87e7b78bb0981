using EnviAgriNet.Mqtt.Native;

namespace EnviAgriNet.Mqtt;

/// <summary>
/// The link's thread: one connection after the other, with waits in between, until it is asked to stop.
/// </summary>
internal sealed class LinkLoop
{
    private readonly LinkParts _parts;
    private readonly BackOff _backOff;
    private readonly ProtocolChoice _choice;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LinkLoop(LinkParts parts, int seed)
    {
        _parts = parts;
        _backOff = new BackOff(parts.Options.BackOffMin, parts.Options.BackOffMax, seed);
        _choice = new ProtocolChoice(parts.Options.Protocol);
    }

    /// <summary>Ends when the thread has ended and released everything native.</summary>
    public Task Ended => _ended.Task;

    public void Start()
    {
        Thread thread = new(Run) { IsBackground = true, Name = "mqtt-link" };
        thread.Start();
    }

    private void Run()
    {
        try
        {
            while (!_parts.IsStopping)
            {
                Wait(Attempt());
            }
        }
        finally
        {
            _parts.Window.CloseAndFail("The link is stopped");
            _parts.Subscriptions.OnDropped();
            _parts.States.End();
            _parts.Received.Complete();
            _parts.Wake.Dispose();
            _ended.TrySetResult();
        }
    }

    /// <summary>Connects, serves, and says how long to wait before the next time.</summary>
    private TimeSpan Attempt()
    {
        try
        {
            _parts.States.Set(LinkState.Connecting);
            SessionEnd end;
            using (Session session = new(_parts, _choice.Version))
            {
                end = session.Run();
                Fall(end.Reason);
            }

            return Judge(end);
        }
        catch (Exception fault)
        {
            Fall("The link failed");
            TimeSpan delay = _backOff.Next();
            if (fault is LinkException { InnerException: null } known)
            {
                LinkLog.Unusable(_parts.Logger, known, delay);
            }
            else
            {
                LinkLog.Broken(_parts.Logger, fault, delay);
            }

            return delay;
        }
    }

    private void Fall(string reason)
    {
        _parts.States.Set(LinkState.Down);
        _parts.Window.CloseAndFail($"The link is down: {reason}");
        _parts.Subscriptions.OnDropped();
    }

    private TimeSpan Judge(SessionEnd end)
    {
        string host = _parts.Options.Host;
        int port = _parts.Options.Port;
        if (end.UpTime >= Limits.StableTimeMin)
        {
            _backOff.Reset();
        }

        switch (end.Fate)
        {
            case SessionFate.Stopped:
                return TimeSpan.Zero;

            case SessionFate.VersionRefused when _choice.OnVersionRefused():
                LinkLog.VersionChanged(_parts.Logger, _choice.Version);
                return TimeSpan.Zero;

            case SessionFate.HungUp:
                _choice.OnHungUp();
                break;

            case SessionFate.Dropped:
                LinkLog.Dropped(_parts.Logger, host, port, end.Reason);
                return _backOff.Next();
        }

        TimeSpan delay = _backOff.Next();
        LinkLog.Failed(_parts.Logger, host, port, delay, end.Reason);
        return delay;
    }

    private unsafe void Wait(TimeSpan delay)
    {
        long beganAt = _parts.Time.GetTimestamp();
        while (!_parts.IsStopping)
        {
            _parts.Wake.Rearm();
            double leftMs = (delay - _parts.Time.GetElapsedTime(beganAt)).TotalMilliseconds;
            if (leftMs <= 0)
            {
                return;
            }

            Mosquitto.PollEntry entry = new() { Descriptor = _parts.Wake.Descriptor, Events = Mosquitto.PollIn };
            if (!_parts.IsStopping && Mosquitto.Poll(&entry, 1, (int)Math.Ceiling(Math.Min(leftMs, 60_000))) > 0)
            {
                _parts.Wake.Drain();
            }
        }
    }
}

namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>Remembers callbacks for as long as they could be replayed. Bounded; safe for use by several threads.</summary>
internal sealed class CallbackReplays(TimeProvider time)
{
    private readonly Lock _guard = new();
    private readonly HashSet<UInt128> _seen = [];
    private readonly Queue<(long At, UInt128 Mark, TimeSpan Window)> _order = new();

    /// <summary>Whether one is new, or was seen, or cannot be remembered for want of room.</summary>
    public CallbackFreshness TryEnter(UInt128 mark, TimeSpan window)
    {
        lock (_guard)
        {
            // Its time may lie as far ahead of ours as behind.
            while (_order.TryPeek(out (long At, UInt128 Mark, TimeSpan Window) oldest) && time.GetElapsedTime(oldest.At) > oldest.Window * 2)
            {
                _seen.Remove(oldest.Mark);
                _order.Dequeue();
            }

            if (_seen.Contains(mark))
            {
                return CallbackFreshness.Repeated;
            }

            if (_order.Count >= SmsLimits.ReplaysRememberedMax)
            {
                return CallbackFreshness.Full;
            }

            _seen.Add(mark);
            _order.Enqueue((time.GetTimestamp(), mark, window));
            return CallbackFreshness.New;
        }
    }

    /// <summary>It was not entered after all, and the gateway may say it again.</summary>
    public void Forget(UInt128 mark)
    {
        lock (_guard)
        {
            _seen.Remove(mark);
        }
    }
}

/// <summary>What is known of a callback.</summary>
internal enum CallbackFreshness
{
    /// <summary>Never seen.</summary>
    New,

    /// <summary>Seen before.</summary>
    Repeated,

    /// <summary>Not known, and there is no room to remember it.</summary>
    Full,
}

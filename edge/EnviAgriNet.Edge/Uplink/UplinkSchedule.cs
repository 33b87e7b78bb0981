using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Edge.Uplink;

/// <summary>
/// Decides which pack goes up next. Undisturbed, packs go in order of their sequence. When the link comes back to a backlog that
/// is longer than the window, what is new from then on goes first and in order, and the backlog behind it newest first, one of
/// it after every few live ones so that neither starves. A pack keeps its place in the window until its receipt comes; without
/// one it is sent again. One that was sent often while others got receipts goes to the very end. Pure; one owner.
/// </summary>
internal sealed class UplinkSchedule(int inFlightMax, TimeSpan timeout, TimeSpan timeoutMax)
{
    private readonly Dictionary<long, Sent> _inFlight = [];
    private readonly Dictionary<long, TimeSpan> _last = [];
    private long _liveFrom = 1;
    private long _backlogTo;
    private int _liveInRow;
    private long _receipts;
    private bool _isUp;

    /// <summary>Packs that hold a place in the window.</summary>
    public int InFlight => _inFlight.Count;

    /// <summary>The first sequence that counts as live; what lies below goes newest first.</summary>
    public long LiveFrom => _liveFrom;

    /// <summary>The link came up.</summary>
    /// <param name="waiting">Packs without a receipt.</param>
    /// <param name="next">The sequence the next pack gets.</param>
    public void LinkUp(SequenceSet waiting, long next)
    {
        _isUp = true;
        _liveInRow = 0;
        bool isBacklog = waiting.Count > inFlightMax;
        _liveFrom = isBacklog ? next : 1;
        _backlogTo = isBacklog ? next - 1 : 0;
    }

    /// <summary>The link went down: nothing is on its way any more.</summary>
    public void LinkDown()
    {
        _isUp = false;
        _inFlight.Clear();
    }

    /// <summary>What to send now; null when the window is full or there is nothing.</summary>
    /// <param name="waiting">Packs without a receipt.</param>
    /// <param name="now">A monotonic moment.</param>
    public Choice? Next(SequenceSet waiting, TimeSpan now)
    {
        if (!_isUp)
        {
            return null;
        }

        Forget(waiting);
        if (Overdue(now) is { } overdue)
        {
            return Send(overdue, now, isBackwards: false);
        }

        if (_inFlight.Count >= inFlightMax)
        {
            return null;
        }

        long? live = NextLive(waiting);
        long? backlog = NextBacklog(waiting);
        if (live is { } fresh && (backlog is null || _liveInRow < Limits.LivePacksInRow))
        {
            _liveInRow = backlog is null ? 0 : _liveInRow + 1;
            return Send(fresh, now, isBackwards: false);
        }

        if (backlog is { } old)
        {
            _liveInRow = 0;
            return Send(old, now, isBackwards: true);
        }

        return NextOfLast(waiting, now);
    }

    /// <summary>How long until a pack in the window is overdue; null when there is none.</summary>
    public TimeSpan? UntilOverdue(TimeSpan now)
    {
        TimeSpan? shortest = null;
        foreach (TimeSpan due in _inFlight.Values.Select(s => s.DueAt).Concat(_last.Values))
        {
            TimeSpan left = due > now ? due - now : TimeSpan.Zero;
            shortest = shortest is null || left < shortest ? left : shortest;
        }

        return shortest;
    }

    /// <summary>Receipts freed packs.</summary>
    public void Receipted(long packs) => _receipts += packs;

    /// <summary>The pack could not leave: it gives its place up and is chosen again later.</summary>
    public void Failed(long sequence) => _inFlight.Remove(sequence);

    private void Forget(SequenceSet waiting)
    {
        foreach (long gone in _inFlight.Keys.Where(s => !waiting.Contains(s)).ToList())
        {
            _inFlight.Remove(gone);
        }

        foreach (long gone in _last.Keys.Where(s => !waiting.Contains(s)).ToList())
        {
            _last.Remove(gone);
        }
    }

    private long? Overdue(TimeSpan now)
    {
        foreach ((long sequence, Sent sent) in _inFlight.Where(s => s.Value.DueAt <= now).OrderBy(s => s.Key).ToList())
        {
            if (sent.Times >= Limits.SendsBeforeLast && _receipts > sent.ReceiptsAtFirst)
            {
                _inFlight.Remove(sequence);
                _last[sequence] = now + timeoutMax;
                continue;
            }

            return sequence;
        }

        return null;
    }

    private long? NextLive(SequenceSet waiting)
    {
        long? next = waiting.NextFrom(_liveFrom);
        while (next is { } sequence && IsTaken(sequence))
        {
            next = waiting.NextFrom(sequence + 1);
        }

        return next;
    }

    private long? NextBacklog(SequenceSet waiting)
    {
        long? next = _backlogTo < 1 ? null : waiting.PreviousFrom(_backlogTo);
        while (next is { } sequence && IsTaken(sequence))
        {
            next = waiting.PreviousFrom(sequence - 1);
        }

        return next;
    }

    private Choice? NextOfLast(SequenceSet waiting, TimeSpan now)
    {
        foreach ((long sequence, TimeSpan dueAt) in _last.OrderBy(l => l.Key))
        {
            if (dueAt <= now && waiting.Contains(sequence))
            {
                _last[sequence] = now + timeoutMax;
                return new Choice(sequence, IsBackwards: false);
            }
        }

        return null;
    }

    private bool IsTaken(long sequence) => _inFlight.ContainsKey(sequence) || _last.ContainsKey(sequence);

    private Choice Send(long sequence, TimeSpan now, bool isBackwards)
    {
        Sent before = _inFlight.GetValueOrDefault(sequence, new Sent(0, default, _receipts));
        int times = before.Times + 1;
        double wait = Math.Min(timeout.TotalMilliseconds * Math.Pow(2, Math.Min(times - 1, 20)), timeoutMax.TotalMilliseconds);
        _inFlight[sequence] = before with { Times = times, DueAt = now + TimeSpan.FromMilliseconds(wait) };
        return new Choice(sequence, isBackwards);
    }

    private readonly record struct Sent(int Times, TimeSpan DueAt, long ReceiptsAtFirst);
}

/// <summary>The pack to send, and whether the ones after it will go backwards.</summary>
internal readonly record struct Choice(long Sequence, bool IsBackwards);

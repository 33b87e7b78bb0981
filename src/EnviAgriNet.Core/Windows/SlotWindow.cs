namespace EnviAgriNet.Core.Windows;

/// <summary>
/// The newest readings of one series, summed up in slots of equal length on measurement time. Late readings correct their slot
/// as long as it is kept; the order of arrival changes nothing, because sums are kept in whole millionths. A repeat of a
/// reading would count twice: the store has removed repeats before. Memory is 20 bytes a slot and does not grow.
/// </summary>
public sealed class SlotWindow
{
    /// <summary>Larger values, which no instrument of ours shows, are not taken.</summary>
    public const double ValueAbsMax = 1e9;

    private const double Scale = 1e6;

    private readonly long _slotMs;
    private readonly long[] _sums;
    private readonly long[] _offsetsMs;
    private readonly int[] _counts;
    private long _newest = long.MinValue;
    private long _latestMs = long.MinValue;

    /// <summary>Makes an empty window.</summary>
    /// <param name="slot">How long a slot is; whole milliseconds.</param>
    /// <param name="slots">How many slots are kept, the newest one included.</param>
    public SlotWindow(TimeSpan slot, int slots)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(slot, TimeSpan.FromMilliseconds(1));
        ArgumentOutOfRangeException.ThrowIfLessThan(slots, 1);
        _slotMs = (long)slot.TotalMilliseconds;
        _sums = new long[slots];
        _offsetsMs = new long[slots];
        _counts = new int[slots];
    }

    /// <summary>When the newest reading was taken, or null in an empty window.</summary>
    public DateTimeOffset? LatestAt =>
        _latestMs == long.MinValue ? null : DateTimeOffset.FromUnixTimeMilliseconds(_latestMs);

    /// <summary>The value of the newest reading; 0 in an empty window.</summary>
    public double Latest { get; private set; }

    /// <summary>Adds a reading; false when it is older than what is kept, or no possible value, and changed nothing.</summary>
    public bool Add(DateTimeOffset takenAt, double value)
    {
        long ms = takenAt.ToUnixTimeMilliseconds();
        long slot = SlotOf(ms);
        if (!(Math.Abs(value) <= ValueAbsMax) || (_newest != long.MinValue && slot <= _newest - _counts.Length))
        {
            return false;
        }

        MoveTo(slot);
        int at = IndexOf(slot);
        _sums[at] += (long)Math.Round(value * Scale);
        _offsetsMs[at] += ms - (slot * _slotMs);
        _counts[at]++;
        if (ms >= _latestMs)
        {
            _latestMs = ms;
            Latest = value;
        }

        return true;
    }

    /// <summary>The filled ones of the last <paramref name="count"/> slots up to the one that holds a time, oldest first.</summary>
    public IReadOnlyList<Slot> Slots(DateTimeOffset until, int count)
    {
        List<Slot> filled = [];
        long last = SlotOf(until.ToUnixTimeMilliseconds());
        for (long slot = last - count + 1; slot <= last; slot++)
        {
            if (IsKept(slot) && _counts[IndexOf(slot)] is > 0 and var readings)
            {
                int at = IndexOf(slot);
                double sum = _sums[at] / Scale;
                DateTimeOffset time = DateTimeOffset.FromUnixTimeMilliseconds((slot * _slotMs) + (_offsetsMs[at] / readings));
                filled.Add(new Slot(time, sum / readings, sum, readings));
            }
        }

        return filled;
    }

    private void MoveTo(long slot)
    {
        if (slot <= _newest)
        {
            return;
        }

        long first = _newest == long.MinValue ? slot : Math.Max(_newest + 1, slot - _counts.Length + 1);
        for (long fresh = first; fresh <= slot; fresh++)
        {
            int at = IndexOf(fresh);
            _sums[at] = 0;
            _offsetsMs[at] = 0;
            _counts[at] = 0;
        }

        _newest = slot;
    }

    private bool IsKept(long slot) => _newest != long.MinValue && slot <= _newest && slot > _newest - _counts.Length;

    private long SlotOf(long ms) => ms >= 0 ? ms / _slotMs : ((ms + 1) / _slotMs) - 1;

    private int IndexOf(long slot)
    {
        long rest = slot % _counts.Length;
        return (int)(rest < 0 ? rest + _counts.Length : rest);
    }
}

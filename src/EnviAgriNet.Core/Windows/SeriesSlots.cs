using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using EnviAgriNet.Core.Quantities;

namespace EnviAgriNet.Core.Windows;

/// <summary>
/// The slots of a series: a ring of minutes, by the minute of the day, and the hours before them. A struct, so that it lies inside
/// its window. A minute that drops out of the ring goes into its hour, so that an hour holds each of its slots once.
/// </summary>
internal struct SeriesSlots
{
    /// <summary>The newest minute, counted from the year 1; <see cref="None"/> when empty.</summary>
    public int Newest;

    /// <summary>When in the newest minute its newest reading was taken.</summary>
    public ushort LatestMs;

    public const int None = -1;

    private const int MinutesKept = SeriesWindow.MinutesKept;
    private const int HoursKept = SeriesWindow.HoursKept;
    private const int MinutesPerHour = SeriesWindow.MinutesPerHour;

    // The hours of which the ring may hold every minute.
    private const int HoursInRing = HoursKept - HourShelf.Hours;

    private bool _hasSums;
    private MinuteSlots _minutes;
    private HourShelf _shelf;
    private MinuteSums _sums;

    /// <summary>Adds a reading; false when it is older than the hours kept, and changed nothing.</summary>
    /// <param name="minute">Its minute, counted from the year 1.</param>
    /// <param name="ms">When in the minute it was taken.</param>
    /// <param name="code">The code of its value.</param>
    /// <param name="rule">How several readings become one slot.</param>
    public bool Add(int minute, int ms, int code, AveragingRule rule)
    {
        if (minute > Newest)
        {
            MoveTo(minute, rule);
        }

        if (minute > Newest - MinutesKept)
        {
            ref ushort slot = ref _minutes[minute % MinutesKept];
            slot = (ushort)(Fold(minute, slot - 1, ms, code, rule) + 1);
            return true;
        }

        if (minute / MinutesPerHour <= (Newest / MinutesPerHour) - HoursKept)
        {
            return false;
        }

        _shelf.Add(minute / MinutesPerHour, minute % MinutesPerHour, code, rule);
        return true;
    }

    /// <summary>The minute slots kept of a range, in up to two pieces because they lie in a ring by the minute of the day.</summary>
    [UnscopedRef]
    public readonly void Minutes(int first, int last, out ReadOnlySpan<ushort> older, out ReadOnlySpan<ushort> newer)
    {
        first = Math.Max(first, Newest - MinutesKept + 1);
        last = Math.Min(last, Newest);
        older = default;
        newer = default;
        if (Newest == None || first > last)
        {
            return;
        }

        ReadOnlySpan<ushort> ring = _minutes;
        int from = first % MinutesKept;
        int count = last - first + 1;
        older = ring.Slice(from, Math.Min(count, MinutesKept - from));
        newer = ring[..(count - older.Length)];
    }

    /// <summary>What an hour holds, of the hours and minutes kept.</summary>
    public readonly HourCodes HourAt(int hour, AveragingRule rule)
    {
        int newestHour = Newest / MinutesPerHour;
        if (Newest == None || hour > newestHour || hour <= newestHour - HoursKept)
        {
            return default;
        }

        // The hour in which the minutes begin has its first ones on the shelf.
        HourCodes held = hour <= newestHour - HoursInRing ? _shelf.At(hour, rule) : default;
        int first = hour * MinutesPerHour;
        Minutes(first, first + MinutesPerHour - 1, out ReadOnlySpan<ushort> slots, out _);
        (long codes, int filled) = SlotMath.Total(slots);
        if (filled == 0)
        {
            return held;
        }

        return rule switch
        {
            AveragingRule.Maximum => new HourCodes(Math.Max(held.Codes, SlotMath.Max(slots)), held.Count + filled, 0),
            AveragingRule.Last => new HourCodes(slots[slots.LastIndexOfAnyExcept((ushort)0)] - 1, held.Count + filled, 0),
            _ => new HourCodes(held.Codes + codes, held.Count + filled, 0),
        };
    }

    private int Fold(int minute, int held, int ms, int code, AveragingRule rule)
    {
        switch (rule)
        {
            case AveragingRule.Last:
                _hasSums = true;
                return _sums.Last(minute, held, ms, code);
            case var _ when held < 0:
                return code;
            case AveragingRule.Sum:
                return Math.Min(held + code, SlotScale.CodeMax);
            case AveragingRule.Maximum:
                return Math.Max(held, code);
            default:
                _hasSums = true;
                return _sums.Mean(minute, held, code);
        }
    }

    private void MoveTo(int minute, AveragingRule rule)
    {
        if (Newest != None)
        {
            ShelveUpTo(minute, rule);
            _hasSums = _hasSums && _sums.Forget(minute, MinutesKept);
        }

        Newest = minute;
    }

    // Moves the minutes that drop out into their hours, as far as these are kept, and leaves their places empty.
    private void ShelveUpTo(int minute, AveragingRule rule)
    {
        int hour = minute / MinutesPerHour;
        int firstFresh = (Newest / MinutesPerHour) - HoursInRing + 1;
        int lastFresh = hour - HoursInRing;
        for (int fresh = Math.Max(firstFresh, lastFresh - HourShelf.Hours + 1); fresh <= lastFresh; fresh++)
        {
            _shelf.Clear(fresh);
        }

        int first = Newest - MinutesKept + 1;
        Minutes(first, minute - MinutesKept, out ReadOnlySpan<ushort> older, out ReadOnlySpan<ushort> newer);
        Shelve(first, older, hour, rule);
        Shelve(first + older.Length, newer, hour, rule);
    }

    private void Shelve(int first, ReadOnlySpan<ushort> slots, int newestHour, AveragingRule rule)
    {
        Span<ushort> ring = _minutes;
        int at = 0;
        while (slots[at..].IndexOfAnyExcept((ushort)0) is >= 0 and var skip)
        {
            at += skip;
            int minute = first + at;
            if (minute / MinutesPerHour > newestHour - HoursKept)
            {
                _shelf.Add(minute / MinutesPerHour, minute % MinutesPerHour, slots[at] - 1, rule);
            }

            ring[minute % MinutesKept] = 0;
            at++;
        }
    }

    [InlineArray(MinutesKept)]
    private struct MinuteSlots
    {
        private ushort _first;
    }
}

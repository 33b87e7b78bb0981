using System.Runtime.CompilerServices;

namespace EnviAgriNet.Core.Windows;

/// <summary>
/// What several readings of one minute add up to, exactly, for the four minutes that last needed it: 32 bytes. A minute with one
/// reading needs nothing, for its code is its sum. A minute that is no longer here counts as one reading.
/// </summary>
internal struct MinuteSums
{
    /// <summary>The minutes kept; a further one takes the place of the one that came first.</summary>
    public const int Minutes = 4;

    private Entries _entries;

    /// <summary>Adds a reading to a minute that holds a code, and tells the code of their mean.</summary>
    public int Mean(int minute, int held, int code)
    {
        ref Entry entry = ref Find(_entries, minute, out bool isKnown);
        if (!isKnown)
        {
            entry = new Entry((uint)held, (ushort)minute, 1);
        }

        if (entry.Count < ushort.MaxValue)
        {
            entry = new Entry(entry.Number + (uint)code, entry.Key, (ushort)(entry.Count + 1));
        }

        return (int)((entry.Number + (entry.Count / 2u)) / entry.Count);
    }

    /// <summary>Tells the code of the later of two readings of a minute, the larger one at the same instant.</summary>
    /// <param name="minute">The minute.</param>
    /// <param name="held">The code it holds, or -1.</param>
    /// <param name="ms">When in the minute the second reading was taken.</param>
    /// <param name="code">The second reading.</param>
    public int Last(int minute, int held, int ms, int code)
    {
        ref Entry entry = ref Find(_entries, minute, out bool isKnown);
        bool isLater = !isKnown || held < 0 || ms > entry.Number || (ms == entry.Number && code > held);
        if (isLater)
        {
            entry = new Entry((uint)ms, (ushort)minute, 1);
        }

        return isLater ? code : held;
    }

    /// <summary>Forgets the minutes that a window does not keep any more; false when none is left.</summary>
    public bool Forget(int newest, int minutesKept)
    {
        bool isAny = false;
        Span<Entry> entries = _entries;
        foreach (ref Entry entry in entries)
        {
            if ((ushort)((ushort)newest - entry.Key) >= minutesKept)
            {
                entry = default;
            }

            isAny |= entry.Count > 0;
        }

        return isAny;
    }

    // An unknown minute gets the last place, and the first one loses its own.
    private static ref Entry Find(Span<Entry> entries, int minute, out bool isKnown)
    {
        for (int i = 0; i < Minutes; i++)
        {
            if (entries[i].Count > 0 && entries[i].Key == (ushort)minute)
            {
                isKnown = true;
                return ref entries[i];
            }
        }

        entries[1..].CopyTo(entries);
        entries[Minutes - 1] = default;
        isKnown = false;
        return ref entries[Minutes - 1];
    }

    // The number is a sum of codes or a time in the minute; the key is the low half of the minute, which is enough because
    // minutes are forgotten after a day and it repeats after 45.
    private readonly record struct Entry(uint Number, ushort Key, ushort Count);

    [InlineArray(Minutes)]
    private struct Entries
    {
        private Entry _first;
    }
}

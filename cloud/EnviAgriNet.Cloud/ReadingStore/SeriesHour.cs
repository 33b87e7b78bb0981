using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>
/// The readings of one series in one hour, ascending by time, each time once. Made to be used again: <see cref="Clear"/> keeps
/// the arrays. Not safe for several threads.
/// </summary>
internal sealed class SeriesHour
{
    public const int MsMax = 3_600_000;

    private int[] _offsets = new int[64];
    private double[] _values = new double[64];
    private byte[] _flags = new byte[64];

    public int Count { get; private set; }

    /// <summary>Milliseconds since the hour began.</summary>
    public ReadOnlySpan<int> Offsets => _offsets.AsSpan(0, Count);

    public ReadOnlySpan<double> Values => _values.AsSpan(0, Count);

    /// <summary>Flag and test of each in one byte, see <see cref="QualityMark"/>.</summary>
    public ReadOnlySpan<byte> Flags => _flags.AsSpan(0, Count);

    public void Clear() => Count = 0;

    /// <summary>Adds a reading; false when there is one of that time already, which stays as it is.</summary>
    public bool Add(int offset, double value, QualityFlag quality, QualityTest test = QualityTest.None)
    {
        int at = Count;
        if (Count > 0 && _offsets[Count - 1] >= offset)
        {
            at = Offsets.BinarySearch(offset);
            if (at >= 0)
            {
                return false;
            }

            at = ~at;
        }

        MakeRoom(Count + 1);
        if (at < Count)
        {
            Array.Copy(_offsets, at, _offsets, at + 1, Count - at);
            Array.Copy(_values, at, _values, at + 1, Count - at);
            Array.Copy(_flags, at, _flags, at + 1, Count - at);
        }

        _offsets[at] = offset;
        _values[at] = value;
        _flags[at] = QualityMark.Pack(quality, test);
        Count++;
        return true;
    }

    /// <summary>The reading at a place.</summary>
    public Reading At(SeriesName series, Slot slot, int at) =>
        new(series, slot.From.AddMilliseconds(_offsets[at]), _values[at], QualityMark.FlagIn(_flags[at]))
        {
            Test = QualityMark.TestIn(_flags[at]),
        };

    /// <summary>The roll-up of the hour: summed up in the order of time, so that the order of arrival cannot matter.</summary>
    public RollUp Roll(DateTimeOffset from)
    {
        long count = 0;
        double sum = 0;
        double min = double.PositiveInfinity;
        double max = double.NegativeInfinity;
        for (int i = 0; i < Count; i++)
        {
            if (QualityMark.FlagIn(_flags[i]) is QualityFlag.Pass or QualityFlag.NotEvaluated)
            {
                double value = _values[i];
                count++;
                sum += value;
                min = value < min ? value : min;
                max = value > max ? value : max;
            }
        }

        return count == 0 ? new RollUp(from, Count, 0, 0, 0, 0) : new RollUp(from, Count, count, sum, min, max);
    }

    /// <summary>The arrays to be filled by the codec, which gives ascending times.</summary>
    internal void Fill(int count, out Span<int> offsets, out Span<double> values, out Span<byte> flags)
    {
        MakeRoom(count);
        Count = count;
        offsets = _offsets.AsSpan(0, count);
        values = _values.AsSpan(0, count);
        flags = _flags.AsSpan(0, count);
    }

    private void MakeRoom(int count)
    {
        if (_offsets.Length < count)
        {
            int size = Math.Max(count, _offsets.Length * 2);
            Array.Resize(ref _offsets, size);
            Array.Resize(ref _values, size);
            Array.Resize(ref _flags, size);
        }
    }
}

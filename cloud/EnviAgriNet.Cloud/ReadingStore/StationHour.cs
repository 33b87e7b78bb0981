using System.Runtime.InteropServices;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>
/// The block of one station and one hour: a directory of its series by number, then the bytes of each. Series that are not touched
/// keep their bytes as they are. Not safe for several threads.
/// </summary>
internal sealed class StationHour(Slot slot, SeriesHourPool pool)
{
    private const byte Version = 1;

    private byte[] _stored = [];

    /// <summary>By number of the series, 1 and above.</summary>
    private Part?[] _parts = [];

    public Slot Slot => slot;

    /// <summary>Readings in the hour, of all series.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a reading was added since the block was loaded.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Takes over a stored row; false, with the block empty, when it is damaged.</summary>
    public bool TryLoad(ReadOnlySpan<byte> row)
    {
        if (!BlockBuffer.TryUnseal(row, slot.Key, out ReadOnlySpan<byte> content))
        {
            return false;
        }

        try
        {
            _stored = content.ToArray();
            ReadDirectory();
            return true;
        }
        catch (InvalidDataException)
        {
            _parts = [];
            Count = 0;
            return false;
        }
    }

    /// <summary>The readings of a series, to be read or added to; empty when there are none.</summary>
    public SeriesHour Open(int series)
    {
        Part part = At(series);
        if (part.Open is null)
        {
            part.Open = pool.Rent();
            if (part.Length > 0)
            {
                BlockCodec.Decode(_stored.AsSpan(part.Start, part.Length), part.Open);
            }
        }

        return part.Open;
    }

    /// <summary>Whether the hour has stored readings of a series.</summary>
    public bool Has(int series) => series < _parts.Length && _parts[series] is { IsPresent: true };

    /// <summary>The numbers of the series that have readings, ascending.</summary>
    public IEnumerable<int> Series() => Enumerable.Range(0, _parts.Length).Where(Has);

    /// <summary>The series that were opened, ascending by number.</summary>
    public IEnumerable<(int Series, SeriesHour Hour)> Opened()
    {
        for (int series = 1; series < _parts.Length; series++)
        {
            if (_parts[series]?.Open is { Count: > 0 } hour)
            {
                yield return (series, hour);
            }
        }
    }

    /// <summary>Tells that a reading was added to one of the series.</summary>
    public void OnAdded()
    {
        Count++;
        IsChanged = true;
    }

    /// <summary>Writes the row. Series opened and left empty vanish.</summary>
    public void Write(BlockBuffer row, BlockBuffer scratch)
    {
        scratch.Clear();
        row.Clear();
        row.Byte(Version);
        row.Number(_parts.Count(p => p is { IsPresent: true }));
        int before = 0;
        for (int series = 1; series < _parts.Length; series++)
        {
            if (_parts[series] is not { IsPresent: true } part)
            {
                continue;
            }

            int start = scratch.Length;
            if (part.Open is { } open)
            {
                BlockCodec.Encode(open, scratch);
            }
            else
            {
                scratch.Bytes(_stored.AsSpan(part.Start, part.Length));
            }

            row.Number(series - before);
            row.Number(part.Open?.Count ?? part.Count);
            row.Number(scratch.Length - start);
            before = series;
        }

        row.Bytes(scratch.Written);
        row.Seal(slot.Key);
    }

    /// <summary>The roll-ups of every series of the hour.</summary>
    public void Roll(List<SeriesRollUp> rollUps)
    {
        rollUps.Clear();
        for (int series = 1; series < _parts.Length; series++)
        {
            if (Has(series))
            {
                rollUps.Add(new SeriesRollUp(series, Open(series).Roll(slot.From)));
            }
        }
    }

    /// <summary>Gives the buffers back; the block is not to be used after.</summary>
    public void Release()
    {
        foreach (Part? part in _parts)
        {
            if (part?.Open is { } open)
            {
                pool.Return(open);
                part.Open = null;
            }
        }
    }

    private Part At(int series)
    {
        if (series < _parts.Length && _parts[series] is { } part)
        {
            return part;
        }

        Part added = new(0, 0, 0);
        Put(series, added);
        return added;
    }

    private void Put(int series, Part part)
    {
        if (series >= _parts.Length)
        {
            Array.Resize(ref _parts, Math.Max(series + 1, Math.Min(_parts.Length * 2, StoreLimits.SeriesPerStationMax + 1)));
        }

        _parts[series] = part;
    }

    private void ReadDirectory()
    {
        BlockSource from = new(_stored);
        if (from.Byte() != Version)
        {
            throw new InvalidDataException("the block's version is not known");
        }

        int count = from.Number(0, StoreLimits.SeriesPerStationMax);
        int series = 0;
        List<Part> parts = new(count);
        for (int i = 0; i < count; i++)
        {
            series += from.Number(1, StoreLimits.SeriesPerStationMax - series);
            int readings = from.Number(1, StoreLimits.SeriesHourReadingsMax);
            Part part = new(0, from.Number(1, int.MaxValue), readings);
            Put(series, part);
            parts.Add(part);
            Count += readings;
        }

        foreach (Part part in CollectionsMarshal.AsSpan(parts))
        {
            part.Start = from.At;
            from.Take(part.Length);
        }
    }

    private sealed class Part(int start, int length, int count)
    {
        public int Start { get; set; } = start;

        public int Length { get; } = length;

        public int Count { get; } = count;

        public SeriesHour? Open { get; set; }

        public bool IsPresent => Open is { Count: > 0 } || (Open is null && Length > 0);
    }
}

/// <summary>The roll-up of one series, by its number at the station.</summary>
internal readonly record struct SeriesRollUp(int Series, RollUp RollUp);

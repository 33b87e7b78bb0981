using System.Globalization;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>
/// The rule for the end of the buffer. Beyond the bytes allowed, packs that wait longer than a day are thinned, oldest segment
/// first; if that is not enough the oldest segment is dropped whole, and so is one older than the days allowed. Each is counted
/// in the transaction that decides it and told as an event.
/// </summary>
internal sealed class OutboxBounds(
    OutboxOptions options, StationId station, ControlDatabase control, SegmentShelf shelf, TimeProvider time)
{
    private static readonly TimeSpan FreeBytesAgeMax = TimeSpan.FromSeconds(1);

    private long _freeBytes = long.MaxValue;
    private long _freeBytesAt;

    /// <summary>Bytes of the outbox on disk.</summary>
    public long Bytes() => shelf.Segments.Sum(s => s.Bytes);

    /// <summary>Bytes that are free on the disk; looked at once a second.</summary>
    public long FreeBytes()
    {
        if (_freeBytes == long.MaxValue || time.GetElapsedTime(_freeBytesAt) > FreeBytesAgeMax)
        {
            _freeBytes = new DriveInfo(Path.GetFullPath(options.Folder)).AvailableFreeSpace;
            _freeBytesAt = time.GetTimestamp();
        }

        return _freeBytes;
    }

    /// <summary>Thins and drops until the outbox is within its bounds; returns whether anything was given up.</summary>
    /// <param name="isClockGood">Whether ages can be told.</param>
    /// <param name="roll">Seals the active segment, when it is the only one.</param>
    public bool Keep(bool isClockGood, Action roll)
    {
        bool isChanged = false;
        while (isClockGood && Oldest() is { } old && time.GetUtcNow() - old.NewestHeardAt > TimeSpan.FromDays(options.DaysMax))
        {
            Drop(old, $"older than {options.DaysMax} days");
            isChanged = true;
        }

        while (Bytes() > options.BytesMax)
        {
            if (shelf.Segments.Count == 1)
            {
                roll();
            }

            if (Oldest() is not { } oldest)
            {
                break;
            }

            isChanged = true;
            if (isClockGood && ThinnableSegment() is { } thinnable)
            {
                Thin(thinnable);
            }
            else
            {
                Drop(oldest, $"more than {options.BytesMax} bytes");
            }
        }

        return isChanged;
    }

    /// <summary>Tells what was thinned before a stop and not yet told.</summary>
    public void TellThinned()
    {
        foreach (Segment segment in shelf.Segments.Where(s => s.IsThinned))
        {
            shelf.Use(segment, s =>
            {
                TellThinned(s);
                return true;
            });
        }
    }

    private Segment? Oldest() => shelf.Segments.Count > 1 ? shelf.Segments[0] : null;

    private Segment? ThinnableSegment()
    {
        DateTimeOffset before = time.GetUtcNow() - options.ThinAfter;
        return shelf.Segments.FirstOrDefault(s => s != shelf.Active && !s.IsThinned && s.NewestHeardAt < before);
    }

    private void Thin(Segment segment)
    {
        SegmentThinning thinning = new(segment.Path, station);
        shelf.Use(segment, s =>
        {
            thinning.Write(s, control.Generation);
            return true;
        });
        shelf.Replace(segment, thinning.Adopt);
        shelf.Use(shelf.Segments.First(s => s.First == segment.First), s =>
        {
            TellThinned(s);
            return true;
        });
    }

    /// <summary>The note lies in the thinned file itself, so it is there exactly if the thinning happened; the origin makes it count once.</summary>
    private void TellThinned(Segment segment)
    {
        if (segment.Packs.ThinNote() is not { } note)
        {
            return;
        }

        control.Write(() =>
        {
            foreach (string range in note.Split(';', StringSplitOptions.RemoveEmptyEntries))
            {
                TellThinned(segment, [.. range.Split(' ').Select(p => long.Parse(p, CultureInfo.InvariantCulture))]);
            }

            foreach ((long sequence, long readings) in segment.Packs.Readings(segment.Waiting))
            {
                control.Packs.Enter(sequence, readings);
            }
        });
        segment.Packs.ClearThinNote();
    }

    private void TellThinned(Segment segment, long[] range)
    {
        StationEvent told = new()
        {
            Kind = StationEventKind.Thinned,
            First = range[0],
            Last = range[1],
            Readings = range[2],
            Reason = $"more than {options.BytesMax} bytes",
        };
        if (range[2] > 0 && control.Events.Add(told, time.GetUtcNow(), $"thin:{segment.First}:{range[0]}"))
        {
            control.Add(Counter.ReadingsThinned, range[2]);
        }
    }

    /// <summary>Each run of packs is told by itself: packs between them are stored, and are not to be taken for dropped.</summary>
    private void Drop(Segment segment, string reason)
    {
        List<LostRange> dropped = [.. segment.Waiting.Ranges.Select(r => new LostRange(r, control.Packs.Readings(r)))];
        shelf.Retire(segment, () =>
        {
            foreach (LostRange told in LostRange.Bounded(dropped))
            {
                StationEvent gone = new()
                {
                    Kind = StationEventKind.Dropped,
                    First = told.Range.First,
                    Last = told.Range.Last,
                    Readings = told.Readings,
                    Reason = reason,
                };
                control.Events.Add(gone, time.GetUtcNow(), null);
            }

            control.Add(Counter.PacksDropped, dropped.Sum(d => d.Range.Count));
            control.Add(Counter.ReadingsDropped, dropped.Sum(d => d.Readings));
        });
    }
}

using EnviAgriNet.Protocol.Messages;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>
/// Brings an outbox folder up whatever state its files are in: a damaged or lost control database is made anew from the
/// segments, a damaged or lost segment is salvaged, and no sequence number is given out twice.
/// </summary>
internal sealed class OutboxOpening(string folder, SetAsideFolder setAside, TimeProvider time)
{
    /// <summary>Opens the control database, or sets a damaged one aside and makes another.</summary>
    public ControlDatabase OpenControl()
    {
        Directory.CreateDirectory(folder);
        try
        {
            return ControlDatabase.Open(folder);
        }
        catch (Exception e) when (SqliteFile.IsCorrupt(e) || e is SqliteException { SqliteErrorCode: 1 })
        {
            setAside.TakeDatabase(Path.Combine(folder, ControlDatabase.FileName));
            return ControlDatabase.Open(folder);
        }
        catch (SqliteException e) when (SqliteFile.IsInUse(e))
        {
            throw new OutboxException(OutboxFault.InUse, $"another edge is using the outbox '{folder}'", e);
        }
    }

    /// <summary>Opens every segment.</summary>
    public SegmentShelf OpenSegments(ControlDatabase control)
    {
        SegmentShelf shelf = new(folder, control, setAside, time);
        SortedDictionary<long, SegmentEntry> known = control.Segments();
        bool isRebuilt = control.IsNew;
        RemoveLeftovers(known, shelf);
        foreach (long first in FilesHere().Where(f => !known.ContainsKey(f)))
        {
            known.Add(first, new SegmentEntry(SegmentState.Live, 0));
        }

        if (isRebuilt)
        {
            BeginAnew(control, known.Keys);
        }

        long[] firsts = [.. known.Keys];
        for (int i = 0; i < firsts.Length; i++)
        {
            long first = firsts[i];
            bool isLast = i == firsts.Length - 1;
            long end = known[first].Next > 0 ? known[first].Next : isLast ? EndOfTail(control, first, isRebuilt) : firsts[i + 1];
            shelf.Add(OpenOrHeal(shelf, control, first, end, isLast));
        }

        Register(control, shelf, isRebuilt);
        MendTail(control, shelf, isRebuilt);
        return shelf;
    }

    private static long EndOfTail(ControlDatabase control, long first, bool isRebuilt) =>
        isRebuilt
            ? first + Limits.SequencesSkipped
            : Math.Max(first, control.Count(Counter.SequencesReserved) + 1);

    private Segment OpenOrHeal(SegmentShelf shelf, ControlDatabase control, long first, long end, bool isLast)
    {
        string path = Path.Combine(folder, Segment.NameOf(first));
        try
        {
            if (!File.Exists(path))
            {
                throw new InvalidDataException("the file is missing");
            }

            Segment segment = Segment.Open(path, isChecked: isLast || File.Exists(path + "-wal"));
            if (segment.First != first)
            {
                segment.Dispose();
                throw new InvalidDataException($"the file says that it begins with {segment.First}");
            }

            if (!isLast)
            {
                segment.Rest();
            }

            return segment;
        }
        catch (Exception e) when (SqliteFile.IsCorrupt(e) || e is InvalidCastException or SqliteException { SqliteErrorCode: 1 })
        {
            return shelf.Heal(first, end, isLast ? control.Count(Counter.Accepted) : 0, e);
        }
    }

    /// <summary>Finishes deletions that were under way, and forgets segments that were never made.</summary>
    private void RemoveLeftovers(SortedDictionary<long, SegmentEntry> known, SegmentShelf shelf)
    {
        foreach ((long first, SegmentEntry entry) in known.ToArray())
        {
            // Nothing is accepted into a segment before it is noted as live, so one that was being made holds nothing.
            if (entry.State is SegmentState.Retiring or SegmentState.Making)
            {
                shelf.FinishRetiring(first);
                known.Remove(first);
            }
        }

        foreach (string fresh in Directory.GetFiles(folder, "segment-*.db" + SegmentRewrite.FreshSuffix))
        {
            string path = fresh[..^SegmentRewrite.FreshSuffix.Length];
            if (!File.Exists(path))
            {
                // The damaged file was set aside and the fresh one, complete by then, had not yet taken its place.
                File.Move(fresh, path);
            }

            SegmentRewrite.DeleteFresh(path);
        }

        foreach (string log in Directory.GetFiles(folder, "segment-*.db-wal"))
        {
            if (!File.Exists(log[..^"-wal".Length]))
            {
                File.Delete(log);
            }
        }
    }

    private IEnumerable<long> FilesHere()
    {
        foreach (string path in Directory.GetFiles(folder, "segment-*.db"))
        {
            if (long.TryParse(Path.GetFileNameWithoutExtension(path).AsSpan("segment-".Length), out long first) && first > 0)
            {
                yield return first;
            }
        }
    }

    /// <summary>Takes the identity of the outbox from the newest segment that can be read; with none, a new outbox begins.</summary>
    private void BeginAnew(ControlDatabase control, IEnumerable<long> firsts)
    {
        string? outbox = null;
        long generation = 0;
        foreach (long first in firsts.Reverse())
        {
            string path = Path.Combine(folder, Segment.NameOf(first));
            (string? Outbox, long Generation) told = Identity(path);
            if (told.Outbox is null && SegmentHeader.TryRestore(path))
            {
                told = Identity(path);
            }

            outbox ??= told.Outbox;
            generation = Math.Max(generation, told.Generation);
        }

        control.Begin(outbox, outbox is null ? 0 : generation + 1, 0);
    }

    private static (string? Outbox, long Generation) Identity(string path)
    {
        try
        {
            using Segment segment = Segment.Open(path, isChecked: false);
            return (segment.Outbox, segment.Generation);
        }
        catch (Exception e) when (e is SqliteException or InvalidDataException)
        {
            // A damaged segment is healed later; another one tells the identity.
            return (null, 0);
        }
    }

    private static void Register(ControlDatabase control, SegmentShelf shelf, bool isRebuilt)
    {
        if (!isRebuilt || shelf.Active is not { } active)
        {
            return;
        }

        active.WriteGeneration(control.Generation);
        control.Write(() =>
        {
            control.Set(Counter.SequencesReserved, active.Next - 1);
            foreach (Segment segment in shelf.Segments)
            {
                control.SetSegment(segment.First, SegmentState.Live, segment == active ? 0 : segment.Next);
            }
        });
    }

    /// <summary>
    /// The control database notes how far the active segment is. When it is further than the segment, the segment's log was
    /// damaged and its end fell off without a sign.
    /// </summary>
    private void MendTail(ControlDatabase control, SegmentShelf shelf, bool isRebuilt)
    {
        if (isRebuilt || shelf.Active is not { } active || control.Count(Counter.NextSequence) <= active.Next)
        {
            return;
        }

        long next = control.Count(Counter.SequencesReserved) + 1;
        control.Write(() =>
        {
            control.Add(Counter.SegmentsCorrupt, 1);
            control.Add(Counter.PacksLost, next - active.Next);
            control.AddEvent(
                new StationEvent
                {
                    Kind = StationEventKind.SegmentCorrupt,
                    First = active.Next,
                    Last = next - 1,
                    Reason = "the newest segment had lost its end",
                },
                time.GetUtcNow(),
                $"tail:{active.Next}:{next}");
        });
        active.SkipTo(next, Math.Max(active.Accepted, control.Count(Counter.Accepted)));
    }
}

using EnviAgriNet.Core.Readings;
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

    /// <summary>Opens every segment; what was opened is closed again when the disk gives no room.</summary>
    public SegmentShelf OpenSegments(ControlDatabase control)
    {
        SegmentHealing healing = new(folder, control, setAside, time);
        SegmentShelf shelf = new(folder, control, healing, time);
        try
        {
            OpenSegments(control, shelf, healing);
            return shelf;
        }
        catch
        {
            shelf.Dispose();
            throw;
        }
    }

    private void OpenSegments(ControlDatabase control, SegmentShelf shelf, SegmentHealing healing)
    {
        SortedDictionary<long, SegmentEntry> known = control.Segments();
        RemoveLeftovers(known, shelf);
        foreach (long first in FilesHere().Where(f => !known.ContainsKey(f)))
        {
            known.Add(first, new SegmentEntry(SegmentState.Live, 0));
        }

        Dictionary<long, long> begun = control.IsBooked ? [] : OutboxRebuild.BeginAnew(folder, control, known.Keys);
        long[] firsts = [.. known.Keys];
        for (int i = 0; i < firsts.Length; i++)
        {
            long first = firsts[i];
            bool isLast = i == firsts.Length - 1;
            SegmentPlace place = new(
                first,
                isLast ? null : known[first].Next > 0 ? known[first].Next : firsts[i + 1],
                i == 0 ? null : shelf.Active?.Accepted,
                !isLast && begun.TryGetValue(firsts[i + 1], out long accepted) ? accepted : null);
            shelf.Add(OpenOrHeal(control, healing, place));
        }

        OutboxRebuild.Register(control, shelf);
        control.IsUnbroken = true;
    }

    private Segment OpenOrHeal(ControlDatabase control, SegmentHealing healing, SegmentPlace place)
    {
        string path = Path.Combine(folder, Segment.NameOf(place.First));
        Segment? segment = null;
        try
        {
            if (!File.Exists(path))
            {
                throw new InvalidDataException("the file is missing");
            }

            bool isLast = place.SealedNext is null;
            segment = Segment.Open(path, isChecked: isLast || File.Exists(path + "-wal"));
            if (segment.First != place.First)
            {
                throw new InvalidDataException($"the file says that it begins with {segment.First}");
            }

            if (control.IsBooked)
            {
                CompareWithBook(control, segment, place);
            }

            if (!isLast)
            {
                segment.Rest();
            }

            return segment;
        }
        catch (Exception e) when (SqliteFile.IsCorrupt(e) || e is InvalidCastException or SqliteException { SqliteErrorCode: 1 })
        {
            segment?.Dispose();
            return healing.Run(place, e);
        }
        catch
        {
            segment?.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Which packs wait is taken from the book, which an accident to the segment cannot change. Packs of a commit that was on disk
    /// and not yet noted are entered; a segment that is behind what was noted has lost its end.
    /// </summary>
    private static void CompareWithBook(ControlDatabase control, Segment segment, SegmentPlace place)
    {
        OutboxProgress noted = control.Progress();
        if (place.SealedNext is { } next)
        {
            if (segment.Next != next)
            {
                throw new InvalidDataException($"the file says that it ends before {segment.Next}, and it was sealed before {next}");
            }

            segment.KeepWaiting(control.Packs.Waiting(segment.First, segment.Next));
            return;
        }

        long journal = segment.Journal.Sum(r => (long)r.Readings);
        if (noted.NextSequence > segment.Next || noted.Accepted > segment.Accepted
            || (noted.NextSequence == segment.Next && noted.Accepted == segment.Accepted && noted.JournalReadings > journal))
        {
            throw new InvalidDataException("the newest segment had lost its end");
        }

        SequenceSet waiting = control.Packs.Waiting(segment.First, noted.NextSequence);
        if (segment.Next > noted.NextSequence)
        {
            SequenceSet fresh = new();
            fresh.AddRange(Math.Max(segment.First, noted.NextSequence), segment.Next - 1);
            waiting.AddRange(fresh.Ranges[0].First, fresh.Ranges[0].Last);
            OutboxRebuild.Book(control, segment, fresh);
        }

        long booked = control.Packs.Readings(new SequenceRange(noted.NextSequence, segment.Next - 1));
        if (segment.Accepted - noted.Accepted != booked + journal - noted.JournalReadings)
        {
            throw new InvalidDataException("what the newest segment says it accepted is not what it holds");
        }

        segment.KeepWaiting(waiting);
        control.Write(() => control.Set(new OutboxProgress(segment.Next, segment.Accepted, journal)));
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
}

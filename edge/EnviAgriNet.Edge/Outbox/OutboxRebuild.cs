using EnviAgriNet.Core.Readings;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>Fills a control database that was made anew with what the segments know.</summary>
internal static class OutboxRebuild
{
    /// <summary>
    /// Takes the identity of the outbox from the newest segment that can be read; with none, a new outbox begins. Returns how many
    /// readings were accepted before each segment that can be read was begun.
    /// </summary>
    public static Dictionary<long, long> BeginAnew(string folder, ControlDatabase control, IEnumerable<long> firsts)
    {
        string? outbox = null;
        long generation = 0;
        Dictionary<long, long> begun = [];
        foreach (long first in firsts.Reverse())
        {
            string path = Path.Combine(folder, Segment.NameOf(first));
            SegmentIdentity? told = Identity(path)
                ?? (File.Exists(path) && SegmentHeader.TryRestore(path) ? Identity(path) : null);
            if (told is { } known)
            {
                outbox ??= known.Outbox;
                generation = Math.Max(generation, known.Generation);
                begun[first] = known.Begun;
            }
        }

        if (control.IsNew)
        {
            control.Begin(outbox, outbox is null ? 0 : generation + 1, 0);
        }

        return begun;
    }

    /// <summary>Fills the book of a control database that was made anew.</summary>
    public static void Register(ControlDatabase control, SegmentShelf shelf)
    {
        if (control.IsBooked)
        {
            return;
        }

        shelf.Active?.Adopt(control.Generation);
        foreach (Segment segment in shelf.Segments.ToArray())
        {
            shelf.Use(segment, s =>
            {
                Book(control, s, s.Waiting);
                return true;
            });
        }

        control.Write(() =>
        {
            foreach (Segment segment in shelf.Segments)
            {
                control.SetSegment(segment.First, SegmentState.Live, segment == shelf.Active ? 0 : segment.Next);
            }

            if (shelf.Active is { } active)
            {
                control.Set(Counter.SequencesReserved, active.Next - 1);
                control.Set(new OutboxProgress(active.Next, active.Accepted, active.Journal.Sum(r => (long)r.Readings)));
            }

            control.Set(Counter.Booked, 1);
        });
    }

    /// <summary>Enters waiting packs of a segment into the book.</summary>
    public static void Book(ControlDatabase control, Segment segment, SequenceSet waiting)
    {
        IReadOnlyList<(long Sequence, long Readings)> packs = segment.Packs.Readings(waiting);
        control.Write(() =>
        {
            foreach ((long sequence, long readings) in packs)
            {
                control.Packs.Enter(sequence, readings);
            }
        });
    }

    private static SegmentIdentity? Identity(string path)
    {
        try
        {
            using Segment segment = Segment.Open(path, isChecked: false);
            return new SegmentIdentity(segment.Outbox, segment.Generation, segment.Begun);
        }
        catch (Exception e) when (SqliteFile.IsFull(e))
        {
            throw;
        }
        catch (Exception e) when (e is SqliteException or InvalidDataException)
        {
            // A damaged segment is healed later; another one tells the identity.
            return null;
        }
    }

    /// <summary>What a segment tells of the outbox.</summary>
    private readonly record struct SegmentIdentity(string Outbox, long Generation, long Begun);
}

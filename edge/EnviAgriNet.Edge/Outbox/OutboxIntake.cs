namespace EnviAgriNet.Edge.Outbox;

/// <summary>Puts batches into the active segment, turns what is due into packs, and begins the next segment in time.</summary>
internal sealed class OutboxIntake(OutboxFiles files, OutboxOptions options, PackForming forming, TimeProvider time)
{
    private readonly ControlDatabase _control = files.Control;
    private readonly SegmentShelf _shelf = files.Shelf;

    /// <summary>Puts batches on disk and forms the packs that are due, in one transaction. Returns how many packs were formed.</summary>
    public int Commit(IReadOnlyList<JournalBatch> batches)
    {
        if (batches.Count == 0 && _shelf.Active is not { Journal.Count: > 0 })
        {
            return 0;
        }

        if (batches.Count > 0)
        {
            RequireRoom();
        }

        return CommitTo(ActiveSegment(), batches, isFlushing: false);
    }

    /// <summary>Seals the active segment and begins another.</summary>
    public void Roll()
    {
        if (_shelf.Active is { } active)
        {
            Roll(active);
        }
    }

    private Segment ActiveSegment()
    {
        Segment? active = _shelf.Active;
        if (active is null)
        {
            return _shelf.Roll(_control.Count(Counter.SequencesReserved) + 1, _control.Count(Counter.Accepted));
        }

        bool isOld = active.Next > active.First && time.GetUtcNow() - active.CreatedAt > options.SegmentAgeMax;
        return isOld || active.ContentBytes >= options.SegmentBytesMax ? Roll(active) : active;
    }

    private Segment Roll(Segment active)
    {
        while (active.Journal.Count > 0)
        {
            CommitTo(active, [], isFlushing: true);
            active = _shelf.Active!;
        }

        return _shelf.Roll(active.Next, active.Accepted);
    }

    private int CommitTo(Segment active, IReadOnlyList<JournalBatch> batches, bool isFlushing)
    {
        FormedPacks formed = _shelf.Use(active, s =>
        {
            Reserve(s.Next);
            return s.Commit(
                batches, time.GetTimestamp(), _control.Events.Untold, view => forming.Form(view, _control.Outbox, isFlushing));
        });
        if (formed.Packs.Count == 0 && batches.Count == 0)
        {
            return 0;
        }

        // Before any of these packs can be chosen for sending, the control database knows of them.
        active = _shelf.Active!;
        _control.NoteProgress(new OutboxProgress(active.Next, active.Accepted, active.Journal.Sum(r => (long)r.Readings)), formed.Packs);
        if (formed.Packs.Count > 0)
        {
            _shelf.Waiting.AddRange(formed.Packs[0].Sequence, formed.Packs[^1].Sequence);
            files.Flow.Add(formed.Packs);
        }

        return formed.Packs.Count;
    }

    /// <summary>Half of the reserved numbers are always unused, more than one commit can take.</summary>
    private void Reserve(long next)
    {
        long reserved = _control.Count(Counter.SequencesReserved);
        if (next + (Limits.SequencesReserved / 2) > reserved)
        {
            _control.Write(() => _control.Set(Counter.SequencesReserved, next + Limits.SequencesReserved));
        }
    }

    private void RequireRoom()
    {
        if (files.Bounds.FreeBytes() < options.FreeBytesMin)
        {
            throw new OutboxException(
                OutboxFault.NoRoom, $"less than {options.FreeBytesMin} bytes are free; nothing is accepted until there are more");
        }
    }
}

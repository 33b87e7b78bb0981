namespace EnviAgriNet.Edge.Outbox;

/// <summary>
/// Works out what a damaged segment lost. With the book of packs that is exact. Without it, when the control database was lost
/// too, it is what the files that are left can tell; <c>accepted</c> is then set so that it agrees.
/// </summary>
internal sealed class SegmentAssessment
{
    private readonly ControlDatabase _control;
    private readonly SegmentPlace _place;
    private readonly SortedDictionary<long, long>? _booked;
    private readonly OutboxProgress _progress;

    public SegmentAssessment(ControlDatabase control, SegmentPlace place)
    {
        _control = control;
        _place = place;
        _progress = control.Progress();
        long end = place.SealedNext ?? Math.Max(place.First, _progress.NextSequence);
        _booked = control.IsBooked ? control.Packs.Between(place.First, end) : null;
        Limit = place.SealedNext ?? (control.IsBooked
            ? Math.Max(end, control.Count(Counter.SequencesReserved) + 1)
            : place.First + Limits.SequencesSkipped);
    }

    /// <summary>No sequence of the segment is at or above this.</summary>
    public long Limit { get; }

    /// <summary>Whether it is the newest segment, which has a journal.</summary>
    public bool IsNewest => _place.SealedNext is null;

    /// <summary>Whether a pack that is found is to be kept.</summary>
    public bool IsWanted(long sequence) =>
        sequence >= _place.First && sequence < Limit
        && (_booked is null || _booked.ContainsKey(sequence) || (_place.SealedNext is null && sequence >= _progress.NextSequence));

    /// <summary>Compares what was to be there with what was found.</summary>
    public SegmentLoss Assess(Salvage salvage)
    {
        salvage.IsBooked = _booked is not null;
        return _booked is null ? Guess(salvage) : Compare(salvage, _booked);
    }

    private SegmentLoss Compare(Salvage salvage, SortedDictionary<long, long> booked)
    {
        SegmentLoss loss = new() { Next = _place.SealedNext ?? NextOf(salvage), Accepted = _progress.Accepted };
        foreach ((long sequence, long readings) in booked.Where(b => !salvage.Packs.ContainsKey(b.Key)))
        {
            loss.Add(sequence, readings);
        }

        if (_place.SealedNext is not null)
        {
            return loss;
        }

        // A commit that was on disk and not yet noted makes the file know more than the book.
        long known = booked.Values.Sum() + _progress.JournalReadings;
        long found = salvage.Packs.Values.Sum() + salvage.JournalReadings;
        loss.AddJournal(known - found - loss.Readings);
        loss.Accepted += Math.Max(0, found + loss.Readings - known);
        if (!_control.IsUnbroken)
        {
            loss.SkipTo(Limit);
        }

        return loss;
    }

    private long NextOf(Salvage salvage) => Math.Max(
        Math.Max(_place.First, _progress.NextSequence), salvage.Packs.Count == 0 ? 0 : salvage.Packs.Keys.Last() + 1);

    private SegmentLoss Guess(Salvage salvage)
    {
        long begun = salvage.Begun ?? _place.Begun ?? 0;
        long found = salvage.Packs.Values.Sum() + salvage.JournalReadings;
        SegmentLoss loss = new() { Next = _place.SealedNext ?? salvage.EndFrom(_place.First) };
        List<long> missing = [.. Missing(salvage, loss.Next)];
        List<long> lost = [.. missing.Where(s => !salvage.Settled.Contains(s))];
        long accepted = _place.AcceptedAtEnd ?? salvage.Accepted ?? 0;
        long most = begun + found + (((long)missing.Count + Limits.GroupBatchesMax) * Protocol.Limits.PackReadingsMax);
        loss.Accepted = accepted >= begun + found && accepted <= most ? accepted : begun + found;
        long gone = loss.Accepted - begun - found;
        long told = missing.Count == 0 ? 0 : (long)((decimal)gone * lost.Count / missing.Count);
        for (int i = 0; i < lost.Count; i++)
        {
            loss.Add(lost[i], (told * (i + 1) / lost.Count) - (told * i / lost.Count));
        }

        if (_place.SealedNext is null)
        {
            loss.AddJournal(missing.Count == 0 ? gone : 0);
            loss.SkipTo(Math.Max(loss.Next, Limit));
        }

        return loss;
    }

    private IEnumerable<long> Missing(Salvage salvage, long next)
    {
        for (long sequence = _place.First; sequence < next; sequence++)
        {
            if (!salvage.Packs.ContainsKey(sequence))
            {
                yield return sequence;
            }
        }
    }
}

/// <summary>Where a damaged segment lies among the others.</summary>
/// <param name="First">Its first sequence.</param>
/// <param name="SealedNext">The sequence behind its last one; null for the newest.</param>
/// <param name="Begun">Readings accepted before it was begun, as its neighbours tell; null when none does.</param>
/// <param name="AcceptedAtEnd">Readings accepted when the next one was begun, as that one tells; null when it does not.</param>
internal readonly record struct SegmentPlace(long First, long? SealedNext, long? Begun = null, long? AcceptedAtEnd = null);

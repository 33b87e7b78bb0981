using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>
/// Rebuilds a damaged or missing segment out of what can be read, counts and tells what cannot. An interruption at any place costs
/// nothing: the damaged file stays where it is until the fresh one is complete and the loss is on the books.
/// </summary>
internal sealed class SegmentHealing(string folder, ControlDatabase control, SetAsideFolder setAside, TimeProvider time)
{
    /// <summary>Heals a segment and opens it.</summary>
    public Segment Run(SegmentPlace place, Exception cause)
    {
        string path = Path.Combine(folder, Segment.NameOf(place.First));
        string origin = $"heal:{place.First}:{(File.Exists(path) ? File.GetLastWriteTimeUtc(path).Ticks : 0)}";
        SegmentRewrite rewrite = new(path);
        (Salvage salvage, SegmentLoss loss) = Rewrite(rewrite, path, place);
        control.Write(() => Enter(place, salvage, loss, origin, cause));
        if (File.Exists(path))
        {
            setAside.TakeDatabase(path);
        }

        SegmentRewrite.DeleteFiles(path);
        rewrite.Adopt();
        Segment healed = Segment.Open(path, isChecked: true);
        if (control.IsBooked)
        {
            healed.KeepWaiting(control.Packs.Waiting(healed.First, healed.Next));
        }

        return healed;
    }

    private (Salvage Salvage, SegmentLoss Loss) Rewrite(SegmentRewrite rewrite, string path, SegmentPlace place)
    {
        try
        {
            return rewrite.Run(control.Outbox, control.Generation, new SegmentAssessment(control, place), place.First, time.GetUtcNow());
        }
        catch
        {
            // Without room for the fresh file the damaged one stays as it is, and healing is tried again later.
            SegmentRewrite.DeleteFresh(path);
            throw;
        }
    }

    /// <summary>The book, the counts and the events change in one transaction, and once however often healing is tried.</summary>
    private void Enter(SegmentPlace place, Salvage salvage, SegmentLoss loss, string origin, Exception cause)
    {
        loss.Ranges.ForEach(l => control.Packs.Remove(l.Range.First, l.Range.Last));
        if (control.IsBooked)
        {
            foreach ((long sequence, long readings) in salvage.Packs)
            {
                control.Packs.Enter(sequence, readings);
            }
        }

        if (place.SealedNext is null)
        {
            control.Set(new OutboxProgress(loss.Next, loss.Accepted, salvage.JournalReadings));
        }

        if (!Tell(place, salvage, loss, origin, cause))
        {
            return;
        }

        control.Add(Counter.SegmentsCorrupt, 1);
        control.Add(Counter.PacksSalvaged, salvage.Packs.Count);
        control.Add(Counter.PacksLost, loss.Ranges.Sum(l => l.Range.Count) - loss.JournalNumbers);
        control.Add(Counter.ReadingsLost, loss.Readings);
        control.Add(Counter.SequencesSkipped, loss.JournalNumbers + (loss.Skipped?.Count ?? 0));
    }

    private bool Tell(SegmentPlace place, Salvage salvage, SegmentLoss loss, string origin, Exception cause)
    {
        List<LostRange> told = LostRange.Bounded(loss.Ranges);
        string reason = $"segment {place.First} to {loss.Next - 1} was damaged ({Cut(cause.Message)}); {salvage.Packs.Count} packs and "
            + $"{salvage.JournalReadings} readings of the journal were salvaged";
        DateTimeOffset now = time.GetUtcNow();
        if (!control.Events.Add(Event(told.Count > 0 ? told[0] : default, reason), now, origin))
        {
            return false;
        }

        foreach (LostRange lost in told.Skip(1))
        {
            control.Events.Add(Event(lost, reason), now, null);
        }

        if (loss.Skipped is { } skipped)
        {
            control.Events.Add(
                Event(new LostRange(skipped, 0), "numbers that may have been given out before the power was cut are skipped"), now, null);
        }

        return true;
    }

    private static StationEvent Event(LostRange lost, string reason) => new()
    {
        Kind = StationEventKind.SegmentCorrupt,
        First = lost.Range.First,
        Last = lost.Range.Last,
        Readings = lost.Readings,
        Reason = reason,
    };

    private static string Cut(string text) => text.Length <= 120 ? text : text[..120];
}

using EnviAgriNet.Core.Readings;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Protocol.Receipts;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>Takes receipts over: what is stored is freed, what is rejected is set aside and told.</summary>
internal sealed class OutboxSettling(OutboxFiles files, TimeProvider time)
{
    private readonly ControlDatabase _control = files.Control;
    private readonly SegmentShelf _shelf = files.Shelf;

    /// <summary>
    /// Takes a receipt over; returns how many packs it freed. What it says of unknown packs, and a receipt for another outbox, changes
    /// nothing: an outbox that began anew gives numbers out that the one before it had.
    /// </summary>
    public long Accept(Receipt receipt)
    {
        if (receipt.Outbox != _control.Outbox)
        {
            return 0;
        }

        long count = 0;
        foreach (long[] range in receipt.Stored.Where(r => r.Length == 2 && r[0] >= 1 && r[1] >= r[0]))
        {
            count += Settle(new SequenceRange(range[0], range[1]), PackFate.Receipted);
        }

        foreach (Rejection rejection in receipt.Rejected)
        {
            count += Reject(rejection);
        }

        if (receipt.Events.Count > 0)
        {
            _control.Events.Forget(receipt.Events);
        }

        return count;
    }

    /// <summary>The book first: should the segment be damaged right now, a receipted pack does not count as lost.</summary>
    private long Settle(SequenceRange range, PackFate fate)
    {
        long count = 0;
        long next = range.First;
        while (_shelf.Waiting.NextFrom(next) is { } first && first <= range.Last && _shelf.Find(first) is { } segment)
        {
            long last = Math.Min(range.Last, segment.Next - 1);
            long before = _shelf.Waiting.Count;
            _control.NoteSettled(first, last);
            _shelf.Use(segment, s => s.Settle([new SettledRange(new SequenceRange(first, last), fate)]));
            _shelf.Waiting.RemoveRange(first, last);
            count += before - _shelf.Waiting.Count;
            next = last + 1;
        }

        return count;
    }

    private long Reject(Rejection rejection)
    {
        long sequence = rejection.Sequence;
        if (sequence < 1 || !_shelf.Waiting.Contains(sequence) || _shelf.Find(sequence) is not { } segment)
        {
            return 0;
        }

        IReadOnlyList<StoredPack> packs = _shelf.Use(segment, s => s.Packs.Read(sequence, sequence, 1, descending: false));
        StoredPack? pack = packs.Count == 0 ? null : packs[0];
        _control.Write(() =>
        {
            StationEvent told = new()
            {
                Kind = StationEventKind.PackSetAside,
                First = sequence,
                Last = sequence,
                Readings = pack?.Readings ?? 0,
                Reason = $"{rejection.Rule}: {rejection.Detail}",
            };
            if (_control.Events.Add(told, time.GetUtcNow(), $"reject:{sequence}"))
            {
                _control.Add(Counter.PacksRejected, 1);
            }
        });
        if (pack is not null)
        {
            files.SetAside.TakePack(sequence, pack.Payload);
        }

        return Settle(new SequenceRange(sequence, sequence), PackFate.Rejected);
    }
}

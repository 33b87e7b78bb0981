namespace EnviAgriNet.Edge.Outbox;

/// <summary>What an outbox holds and has seen, at one moment.</summary>
internal sealed record OutboxFigures
{
    public string Outbox { get; init; } = string.Empty;

    /// <summary>
    /// Every reading ever committed by this outbox, exactly, over restarts. When the control database was lost, it is what the
    /// segments tell, less what was given up and not yet told, because that can no longer be told: so it stays the sum of what is
    /// accounted for. When a segment was lost without a trace at the same time, its numbers show as missing in the ledger.
    /// </summary>
    public long AcceptedReadings { get; init; }

    /// <summary>Packs formed.</summary>
    public long AcceptedPacks { get; init; }

    public long LastSequence { get; init; }

    public long ReceiptedPacks { get; init; }

    public long RejectedPacks { get; init; }

    /// <summary>Packs without a receipt.</summary>
    public long Depth { get; init; }

    /// <summary>When the segment of the oldest waiting pack was begun; null when nothing waits.</summary>
    public DateTimeOffset? OldestWaitingAt { get; init; }

    /// <summary>Accepted readings that are not yet in a pack.</summary>
    public long ReadingsWaiting { get; init; }

    public long Bytes { get; init; }

    /// <summary>How many hours of outage still fit at the rate of the last day; null while the rate is unknown.</summary>
    public double? HoursLeft { get; init; }

    public long DroppedReadings { get; init; }

    public long ThinnedReadings { get; init; }

    /// <summary>Accepted readings that were destroyed with a damaged file.</summary>
    public long LostReadings { get; init; }

    public long SegmentsCorrupt { get; init; }

    public long SalvagedPacks { get; init; }

    /// <summary>Events without a receipt.</summary>
    public long EventsWaiting { get; init; }
}

using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>The files of an outbox once they are open and sound. Used under the outbox's lock only.</summary>
internal sealed class OutboxFiles : IDisposable
{
    private readonly OutboxOptions _options;

    private OutboxFiles(
        OutboxOptions options, StationId station, TimeProvider time, SetAsideFolder setAside, ControlDatabase control, SegmentShelf shelf)
    {
        _options = options;
        SetAside = setAside;
        Control = control;
        Shelf = shelf;
        Bounds = new OutboxBounds(options, station, control, shelf, time);
        Bounds.TellThinned();
        Flow = new FlowRate(time);
        Flow.Begin(shelf.Segments);
    }

    public SetAsideFolder SetAside { get; }

    public ControlDatabase Control { get; }

    public SegmentShelf Shelf { get; }

    public OutboxBounds Bounds { get; }

    public FlowRate Flow { get; }

    /// <summary>Opens the folder and heals what is damaged; throws when another edge has it, or the disk has no room.</summary>
    public static OutboxFiles Open(OutboxOptions options, StationId station, TimeProvider time)
    {
        SetAsideFolder setAside = new(options.Folder, time);
        OutboxOpening opening = new(options.Folder, setAside, time);
        ControlDatabase control = opening.OpenControl();
        SegmentShelf? shelf = null;
        try
        {
            shelf = opening.OpenSegments(control);
            return new OutboxFiles(options, station, time, setAside, control, shelf);
        }
        catch
        {
            shelf?.Dispose();
            control.Dispose();
            throw;
        }
    }

    /// <summary>What the outbox holds and has seen.</summary>
    public OutboxFigures Figures()
    {
        Segment? active = Shelf.Active;
        long bytes = Bounds.Bytes();
        long last = (active?.Next ?? 1) - 1;
        long packs = last - Control.Count(Counter.SequencesSkipped);
        long rejected = Control.Count(Counter.PacksRejected);
        long gone = Control.Count(Counter.PacksDropped) + Control.Count(Counter.PacksLost);
        return new OutboxFigures
        {
            Outbox = Control.Outbox,
            AcceptedReadings = active?.Accepted ?? 0,
            AcceptedPacks = packs,
            LastSequence = last,
            ReceiptedPacks = Math.Max(0, packs - Shelf.Waiting.Count - rejected - gone),
            RejectedPacks = rejected,
            Depth = Shelf.Waiting.Count,
            OldestWaitingAt = Shelf.Waiting.First is { } first ? Shelf.Find(first)?.CreatedAt : null,
            ReadingsWaiting = active?.Journal.Sum(r => (long)r.Readings) ?? 0,
            Bytes = bytes,
            HoursLeft = Flow.HoursLeft(Math.Min(_options.BytesMax - bytes, Bounds.FreeBytes() - _options.FreeBytesMin), _options.DaysMax),
            DroppedReadings = Control.Count(Counter.ReadingsDropped),
            ThinnedReadings = Control.Count(Counter.ReadingsThinned),
            LostReadings = Control.Count(Counter.ReadingsLost),
            SegmentsCorrupt = Control.Count(Counter.SegmentsCorrupt),
            SalvagedPacks = Control.Count(Counter.PacksSalvaged),
            EventsWaiting = Control.Events.Count,
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Shelf.Dispose();
        Control.Dispose();
    }
}

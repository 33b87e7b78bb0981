using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Edge.Clock;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Protocol.Receipts;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>
/// Keeps accepted readings on disk, numbered in packs, until a receipt proves that the cloud has them. All members may be
/// called from any thread; one lock orders them. Faults come out as <see cref="OutboxException"/>. When the disk has no room to
/// open or heal the files, the outbox is there all the same, refuses everything for lack of room, and tries again with growing waits.
/// </summary>
internal sealed class PackOutbox : IDisposable
{
    private static readonly TimeSpan OpenAgainMin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan OpenAgainMax = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly OutboxOptions _options;
    private readonly StationId _station;
    private readonly TimeProvider _time;
    private readonly PackForming _forming;
    private OutboxFiles? _files;
    private OutboxIntake? _intake;
    private TimeSpan _openAgainAfter = OpenAgainMin;
    private long _openedAt;
    private long _revision;
    private bool _isDisposed;

    /// <summary>Opens the folder; heals what is damaged. Throws only when another edge has it.</summary>
    public PackOutbox(OutboxOptions options, StationId station, TimeProvider time, Func<PackOutbox, PackForming> forming)
    {
        _options = options;
        _station = station;
        _time = time;
        OutboxFiles? files = TryOpen();
        _forming = forming(this);
        if (files is not null)
        {
            Use(files);
        }
    }

    /// <summary>The id that numbers the packs; empty while the files could not be opened.</summary>
    public string Id => Volatile.Read(ref _files)?.Control.Outbox ?? string.Empty;

    /// <summary>Changes when packs that lie here got other bytes, so that what was read before is not sent.</summary>
    public long Revision => Volatile.Read(ref _revision);

    /// <summary>Called, under no lock, when packs were formed or their fate changed.</summary>
    public Action? Changed { get; set; }

    /// <summary>Puts batches on disk and forms the packs that are due, in one transaction. Returns how many packs were formed.</summary>
    public int Commit(IReadOnlyList<JournalBatch> batches)
    {
        int formed = Guarded(_ => _intake!.Commit(batches));
        if (formed > 0)
        {
            Changed?.Invoke();
        }

        return formed;
    }

    /// <summary>How long until a pack may be due.</summary>
    public TimeSpan UntilDue()
    {
        lock (_gate)
        {
            return _forming.UntilDue(_files?.Shelf.Active?.Journal ?? []);
        }
    }

    /// <summary>Runs a choice among the waiting packs under the lock; it must not call back into the outbox.</summary>
    public T Choose<T>(Func<SequenceSet, T> choice)
    {
        lock (_gate)
        {
            return choice(_files?.Shelf.Waiting ?? new SequenceSet());
        }
    }

    /// <summary>
    /// Reads packs beginning with a waiting one, ahead in the direction in which they are going to be sent. Empty when that pack is
    /// not there any more.
    /// </summary>
    public IReadOnlyList<StoredPack> Read(long sequence, int packsMax, bool descending) => Guarded<IReadOnlyList<StoredPack>>(files =>
    {
        if (!files.Shelf.Waiting.Contains(sequence) || files.Shelf.Find(sequence) is not { } segment)
        {
            return [];
        }

        return files.Shelf.Use(segment, s =>
        {
            IReadOnlyList<StoredPack> packs = descending
                ? s.Packs.Read(Math.Max(s.First, sequence - packsMax + 1), sequence, packsMax, descending: true)
                : s.Packs.Read(sequence, sequence + packsMax - 1, packsMax, descending: false);
            bool isThere = packs.Count > 0 && packs[0].Sequence == sequence;
            return isThere || !s.Waiting.Contains(sequence)
                ? isThere ? packs : []
                : throw new InvalidDataException($"pack {sequence} is missing");
        });
    });

    /// <summary>Must be called before a doubtful pack leaves: from then on it is never stamped anew.</summary>
    public void MarkSent(StoredPack pack) => Guarded(files =>
    {
        if (pack is { Uncertainty.Ticks: > 0, OffsetMs: not null, WasSent: false } && files.Shelf.Find(pack.Sequence) is { } segment)
        {
            files.Shelf.Use(segment, s =>
            {
                s.Packs.MarkSent(pack.Sequence);
                return true;
            });
        }

        return true;
    });

    /// <summary>Takes a receipt over; returns how many packs it freed. One for another outbox frees none.</summary>
    public long Accept(Receipt receipt)
    {
        long freed = Guarded(files => new OutboxSettling(files, _time).Accept(receipt));
        if (freed > 0)
        {
            Changed?.Invoke();
        }

        return freed;
    }

    /// <summary>Adds an event that is told to the cloud until it is receipted.</summary>
    public void Tell(StationEvent told, string? origin = null)
    {
        Guarded(files =>
        {
            files.Control.Write(() => files.Control.Events.Add(told, _time.GetUtcNow(), origin));
            return true;
        });
        Changed?.Invoke();
    }

    /// <summary>Events that wait for a receipt, oldest first.</summary>
    public IReadOnlyList<StationEvent> Events(int eventsMax) => Guarded(files => files.Control.Events.Oldest(eventsMax));

    /// <summary>Runs a step on the control database under the lock.</summary>
    public T WithControl<T>(Func<ControlDatabase, T> step) => Guarded(files => step(files.Control));

    /// <summary>Keeps the outbox within its bounds and deletes segments that are done with; returns whether anything was given up.</summary>
    public bool KeepHouse(bool isClockGood)
    {
        bool isChanged = Guarded(files =>
        {
            SegmentShelf shelf = files.Shelf;
            foreach (Segment segment in shelf.Segments.Where(s => s != shelf.Active && s.Waiting.Count == 0).ToList())
            {
                shelf.Retire(segment, null);
            }

            return files.Bounds.Keep(isClockGood, _intake!.Roll);
        });
        if (isChanged)
        {
            Interlocked.Increment(ref _revision);
            Changed?.Invoke();
        }

        return isChanged;
    }

    /// <summary>Stamps waiting packs anew that were stamped in doubt and never left, as far as a better line is known now.</summary>
    public int Restamp(IStampLines lines) => Guarded(files =>
    {
        int moved = new PackRestamping(files.Shelf, _station).Run(lines);
        Interlocked.Increment(ref _revision);
        return moved;
    });

    /// <summary>What the outbox holds and has seen.</summary>
    public OutboxFigures Figures() => Guarded(files => files.Figures());

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _files?.Dispose();
            _files = null;
        }
    }

    private T Guarded<T>(Func<OutboxFiles, T> step)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            try
            {
                return step(_files ?? OpenAgain());
            }
            catch (Exception e) when (SqliteFile.IsNoRoom(e))
            {
                throw new OutboxException(OutboxFault.NoRoom, "the disk is full or does not answer", e);
            }
            catch (Exception e) when (SqliteFile.IsCorrupt(e))
            {
                throw new OutboxException(OutboxFault.Corrupt, "a file of the outbox is damaged", e);
            }
        }
    }

    private OutboxFiles OpenAgain()
    {
        if (_time.GetElapsedTime(_openedAt) < _openAgainAfter)
        {
            throw new OutboxException(OutboxFault.NoRoom, "the outbox could not be opened for lack of room; tried again soon");
        }

        _openAgainAfter = _openAgainAfter * 2 < OpenAgainMax ? _openAgainAfter * 2 : OpenAgainMax;
        _openedAt = _time.GetTimestamp();
        return Use(OutboxFiles.Open(_options, _station, _time));
    }

    private OutboxFiles? TryOpen()
    {
        _openedAt = _time.GetTimestamp();
        try
        {
            return OutboxFiles.Open(_options, _station, _time);
        }
        catch (Exception e) when (SqliteFile.IsNoRoom(e))
        {
            // Tried again when something is asked of it.
            return null;
        }
    }

    private OutboxFiles Use(OutboxFiles files)
    {
        _intake = new OutboxIntake(files, _options, _forming, _time);
        Volatile.Write(ref _files, files);
        return files;
    }
}

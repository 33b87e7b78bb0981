using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Edge.Clock;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Protocol.Packs;
using EnviAgriNet.Protocol.Receipts;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>
/// Keeps accepted readings on disk, numbered in packs, until a receipt proves that the cloud has them. All members may be
/// called from any thread; one lock orders them. Faults come out as <see cref="OutboxException"/>.
/// </summary>
internal sealed class PackOutbox : IDisposable
{
    private readonly Lock _gate = new();
    private readonly OutboxOptions _options;
    private readonly StationId _station;
    private readonly TimeProvider _time;
    private readonly PackForming _forming;
    private readonly SetAsideFolder _setAside;
    private readonly ControlDatabase _control;
    private readonly SegmentShelf _shelf;
    private readonly OutboxBounds _bounds;
    private readonly FlowRate _flow;
    private readonly PackDecoder _decoder = new();
    private long _revision;
    private bool _isDisposed;

    /// <summary>Opens the folder; heals what is damaged. Throws only when another edge has it, or the disk gives nothing at all.</summary>
    public PackOutbox(OutboxOptions options, StationId station, TimeProvider time, Func<PackOutbox, PackForming> forming)
    {
        _options = options;
        _station = station;
        _time = time;
        _setAside = new SetAsideFolder(options.Folder, time);
        OutboxOpening opening = new(options.Folder, _setAside, time);
        _control = opening.OpenControl();
        try
        {
            _shelf = opening.OpenSegments(_control);
        }
        catch
        {
            _control.Dispose();
            throw;
        }

        _bounds = new OutboxBounds(options, station, _control, _shelf, time);
        _bounds.TellThinned();
        _flow = new FlowRate(time);
        _flow.Begin(_shelf.Segments);
        _forming = forming(this);
    }

    /// <summary>The id that numbers the packs.</summary>
    public string Id => _control.Outbox;

    /// <summary>Changes when packs that lie here got other bytes, so that what was read before is not sent.</summary>
    public long Revision => Volatile.Read(ref _revision);

    /// <summary>Called, under no lock, when packs were formed or their fate changed.</summary>
    public Action? Changed { get; set; }

    /// <summary>Puts batches on disk and forms the packs that are due, in one transaction. Returns how many packs were formed.</summary>
    public int Commit(IReadOnlyList<JournalBatch> batches)
    {
        int formed = Guarded(() =>
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
        });
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
            return _forming.UntilDue(_shelf.Active?.Journal ?? []);
        }
    }

    /// <summary>Runs a choice among the waiting packs under the lock; it must not call back into the outbox.</summary>
    public T Choose<T>(Func<WaitingSet, T> choice)
    {
        lock (_gate)
        {
            return choice(_shelf.Waiting);
        }
    }

    /// <summary>
    /// Reads packs beginning with a waiting one, ahead in the direction in which they are going to be sent; marks doubtful ones as
    /// sent. Empty when that pack is not there any more.
    /// </summary>
    public IReadOnlyList<StoredPack> Read(long sequence, int packsMax, bool descending) => Guarded(() =>
    {
        if (!_shelf.Waiting.Contains(sequence) || _shelf.Find(sequence) is not { } segment)
        {
            return [];
        }

        IReadOnlyList<StoredPack> packs = _shelf.Use(segment, s => descending
            ? s.ReadPacks(Math.Max(s.First, sequence - packsMax + 1), sequence, packsMax, descending: true)
            : s.ReadPacks(sequence, sequence + packsMax - 1, packsMax, descending: false));
        return packs;
    });

    /// <summary>Must be called before a doubtful pack leaves: from then on it is never stamped anew.</summary>
    public void MarkSent(StoredPack pack) => Guarded(() =>
    {
        if (pack is { Uncertainty.Ticks: > 0, OffsetMs: not null, WasSent: false } && _shelf.Find(pack.Sequence) is { } segment)
        {
            _shelf.Use(segment, s =>
            {
                s.MarkSent(pack.Sequence);
                return true;
            });
        }

        return true;
    });

    /// <summary>Takes a receipt over; returns how many packs it freed. What it says of unknown packs changes nothing.</summary>
    public long Accept(Receipt receipt)
    {
        long freed = Guarded(() =>
        {
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
                _control.ForgetEvents(receipt.Events);
            }

            return count;
        });
        if (freed > 0)
        {
            Changed?.Invoke();
        }

        return freed;
    }

    /// <summary>Adds an event that is told to the cloud until it is receipted.</summary>
    public void Tell(StationEvent told, string? origin = null)
    {
        Guarded(() =>
        {
            _control.Write(() => _control.AddEvent(told, _time.GetUtcNow(), origin));
            return true;
        });
        Changed?.Invoke();
    }

    /// <summary>Events that wait for a receipt, oldest first.</summary>
    public IReadOnlyList<StationEvent> Events(int eventsMax) => Guarded(() => _control.Events(eventsMax));

    /// <summary>Runs a step on the control database under the lock.</summary>
    public T WithControl<T>(Func<ControlDatabase, T> step) => Guarded(() => step(_control));

    /// <summary>Keeps the outbox within its bounds and deletes segments that are done with; returns whether anything was given up.</summary>
    public bool KeepHouse(bool isClockGood)
    {
        bool isChanged = Guarded(() =>
        {
            foreach (Segment segment in _shelf.Segments.Where(s => s != _shelf.Active && s.Waiting.Count == 0).ToList())
            {
                _shelf.Retire(segment, null);
            }

            return _bounds.Keep(isClockGood, () =>
            {
                if (_shelf.Active is { } active)
                {
                    Roll(active);
                }
            });
        });
        if (isChanged)
        {
            Interlocked.Increment(ref _revision);
            Changed?.Invoke();
        }

        return isChanged;
    }

    /// <summary>Stamps waiting packs anew that were stamped in doubt and never left, as far as a better line is known now.</summary>
    public int Restamp(IStampLines lines) => Guarded(() =>
    {
        int moved = 0;
        foreach (Segment segment in _shelf.Segments.ToList())
        {
            moved += _shelf.Use(segment, s => RestampIn(s, lines));
        }

        Interlocked.Increment(ref _revision);
        return moved;
    });

    /// <summary>What the outbox holds and has seen.</summary>
    public OutboxFigures Figures() => Guarded(() =>
    {
        Segment? active = _shelf.Active;
        long bytes = _bounds.Bytes();
        long last = (active?.Next ?? 1) - 1;
        long rejected = _control.Count(Counter.PacksRejected);
        long gone = _control.Count(Counter.PacksDropped) + _control.Count(Counter.PacksLost);
        return new OutboxFigures
        {
            Outbox = _control.Outbox,
            AcceptedReadings = active?.Accepted ?? 0,
            AcceptedPacks = last,
            LastSequence = last,
            ReceiptedPacks = Math.Max(0, last - _shelf.Waiting.Count - rejected - gone),
            RejectedPacks = rejected,
            Depth = _shelf.Waiting.Count,
            OldestWaitingAt = _shelf.Waiting.First is { } first ? _shelf.Find(first)?.CreatedAt : null,
            ReadingsWaiting = active?.Journal.Sum(r => (long)r.Readings) ?? 0,
            Bytes = bytes,
            HoursLeft = _flow.HoursLeft(Math.Min(_options.BytesMax - bytes, _bounds.FreeBytes() - _options.FreeBytesMin), _options.DaysMax),
            DroppedReadings = _control.Count(Counter.ReadingsDropped),
            ThinnedReadings = _control.Count(Counter.ReadingsThinned),
            SegmentsCorrupt = _control.Count(Counter.SegmentsCorrupt),
            SalvagedPacks = _control.Count(Counter.PacksSalvaged),
        };
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            if (!_isDisposed)
            {
                _isDisposed = true;
                _shelf.Dispose();
                _control.Dispose();
            }
        }
    }

    private T Guarded<T>(Func<T> step)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            try
            {
                return step();
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

    private Segment ActiveSegment()
    {
        Segment? active = _shelf.Active;
        if (active is null)
        {
            return _shelf.Roll(_control.Count(Counter.SequencesReserved) + 1, _control.Count(Counter.Accepted));
        }

        bool isOld = active.Next > active.First && _time.GetUtcNow() - active.CreatedAt > _options.SegmentAgeMax;
        return isOld || active.ContentBytes >= _options.SegmentBytesMax ? Roll(active) : active;
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
            return s.Commit(batches, _time.GetTimestamp(), view => _forming.Form(view, _control.Outbox, isFlushing));
        });
        if (formed.Packs.Count > 0)
        {
            _control.NoteProgress(_shelf.Active!.Next, _shelf.Active.Accepted);
            _shelf.Waiting.AddRange(formed.Packs[0].Sequence, formed.Packs[^1].Sequence);
            _flow.Add(formed.Packs);
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
        if (_bounds.FreeBytes() < _options.FreeBytesMin)
        {
            throw new OutboxException(
                OutboxFault.NoRoom, $"less than {_options.FreeBytesMin} bytes are free; nothing is accepted until there are more");
        }
    }

    private long Settle(SequenceRange range, PackFate fate)
    {
        long count = 0;
        long next = range.First;
        while (_shelf.Waiting.NextFrom(next) is { } first && first <= range.Last && _shelf.Find(first) is { } segment)
        {
            long last = Math.Min(range.Last, segment.Next - 1);
            IReadOnlyList<SequenceRange> freed = _shelf.Use(
                segment, s => s.Settle([new SettledRange(new SequenceRange(first, last), fate)]));
            count += freed.Sum(f => f.Count);
            _shelf.Waiting.RemoveRange(first, last);
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

        IReadOnlyList<StoredPack> packs = _shelf.Use(segment, s => s.ReadPacks(sequence, sequence, 1, descending: false));
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
            if (_control.AddEvent(told, _time.GetUtcNow(), $"reject:{sequence}"))
            {
                _control.Add(Counter.PacksRejected, 1);
            }
        });
        if (pack is not null)
        {
            _setAside.TakePack(sequence, pack.Payload);
        }

        return Settle(new SequenceRange(sequence, sequence), PackFate.Rejected);
    }

    private int RestampIn(Segment segment, IStampLines lines)
    {
        List<StoredPack> moved = [];
        foreach (long sequence in segment.DoubtfulPacks(1000))
        {
            StoredPack pack = segment.ReadPacks(sequence, sequence, 1, descending: false)[0];
            if (lines.LineOf(pack.Boot) is { IsSettled: true } line && line.Uncertainty < pack.Uncertainty)
            {
                moved.Add(PackForming.Restamp(pack, _station, line, _decoder));
            }
        }

        if (moved.Count > 0)
        {
            segment.Replace(moved);
        }

        return moved.Count;
    }
}

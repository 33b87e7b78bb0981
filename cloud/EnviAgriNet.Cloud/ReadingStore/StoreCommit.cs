using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Protocol;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>
/// One transaction in the making: the blocks, ledger lines, stations and series it touches, changed in copies. <see cref="Write"/>
/// puts them into the file; then either <see cref="Publish"/> makes them what the memory knows, or <see cref="Undo"/> forgets them.
/// </summary>
internal sealed class StoreCommit(StoreSession session, SeriesHourPool pool, StoreScratch scratch)
{
    private readonly Dictionary<LedgerKey, LedgerEntry> _entries = [];
    private readonly List<StationState> _stations = [];
    private readonly CommitBlocks _blocks = new(session, pool, scratch);
    private DateTimeOffset? _storedAt;

    /// <summary>Judges a pack and takes its readings in.</summary>
    public CommittedPack Add(PackToStore toStore)
    {
        DecodedPack decoded = toStore.Decoded;
        if (FindOrAdd(toStore.Station) is not { } station)
        {
            return Rejected(toStore, StoreRules.TooManyStations);
        }

        if (Entry(new LedgerKey(station.Number, decoded.Outbox)) is not { } entry)
        {
            Entry(new LedgerKey(station.Number, string.Empty))!.EnterRefused(StoreRules.TooManyOutboxes, 1);
            return Rejected(toStore, StoreRules.TooManyOutboxes);
        }

        _storedAt = _storedAt > toStore.StoredAt ? _storedAt : toStore.StoredAt;
        if (decoded.Sequence is { } known && entry.IsStored(known))
        {
            entry.EnterRepeat(known, decoded.Pack is { } again ? again.Readings.Count + decoded.Refusals.Count : int.MaxValue);
            return new CommittedPack(toStore.Station, PackFate.Repeat, [], toStore.LateBefore);
        }

        if (decoded.Pack is null)
        {
            return Refuse(toStore, entry, RuleNames.Of(decoded.Refusals[0].Rule));
        }

        if (!entry.HasRoomFor(decoded.Pack.Sequence))
        {
            entry.EnterRefused(StoreRules.TooManyGaps, 1);
            return Rejected(toStore, StoreRules.TooManyGaps);
        }

        foreach (Refusal refusal in decoded.Refusals)
        {
            entry.EnterRefused(RuleNames.Of(refusal.Rule), 1);
        }

        IReadOnlyList<Reading> fresh = Store(station, entry, decoded.Pack, toStore.LateBefore, out bool isLate);
        entry.EnterStored(decoded.Pack.Sequence, isLate, decoded.Pack.Readings.Count + decoded.Refusals.Count);
        return new CommittedPack(toStore.Station, PackFate.Stored, fresh, toStore.LateBefore);
    }

    /// <summary>The working copy of a ledger line, or null when the station has as many outboxes as it may.</summary>
    public LedgerEntry? Entry(LedgerKey key)
    {
        if (_entries.TryGetValue(key, out LedgerEntry? entry))
        {
            return entry;
        }

        if (!session.Ledger.HasRoomFor(key))
        {
            return null;
        }

        entry = session.Ledger.Find(key)?.Copy() ?? new LedgerEntry();
        _entries.Add(key, entry);
        return entry;
    }

    /// <summary>The station, entered if it is new; null when there are as many as there may be.</summary>
    public StationState? FindOrAdd(StationId id)
    {
        if (session.Stations.Find(id) is { } station)
        {
            return station;
        }

        station = session.Stations.Add(id);
        if (station is not null)
        {
            _stations.Add(station);
        }

        return station;
    }

    /// <summary>Puts everything into the open transaction.</summary>
    public void Write()
    {
        foreach (StationState station in _stations)
        {
            session.InsertStation.Bind(1, station.Number).Bind(2, station.Id.Value).Run();
        }

        _blocks.Write();
        foreach ((LedgerKey key, LedgerEntry entry) in _entries)
        {
            LedgerCodec.Encode(key.Station, entry, scratch.Row);
            session.ReplaceLedger.Bind(1, key.Station).Bind(2, key.Outbox).Bind(3, scratch.Row.Written).Run();
        }

        if (_storedAt is { } storedAt && !(session.NewestStoredAt >= storedAt))
        {
            session.WriteStoredAt(storedAt);
        }
    }

    /// <summary>Makes what is on disk now what the memory knows.</summary>
    public void Publish()
    {
        _blocks.Publish();
        foreach ((LedgerKey key, LedgerEntry entry) in _entries)
        {
            session.Ledger.Put(key, entry);
        }

        if (_storedAt is { } storedAt && !(session.NewestStoredAt >= storedAt))
        {
            session.OnStored(storedAt);
        }
    }

    /// <summary>Forgets everything, after the transaction was undone.</summary>
    public void Undo()
    {
        _blocks.Undo();
        for (int i = _stations.Count - 1; i >= 0; i--)
        {
            session.Stations.Remove(_stations[i]);
        }

        session.Months.Undo();
    }

    private static CommittedPack Rejected(PackToStore pack, string rule) =>
        new(pack.Station, PackFate.Rejected, [], pack.LateBefore, rule);

    private static CommittedPack Refuse(PackToStore pack, LedgerEntry entry, string rule)
    {
        if (pack.Decoded.Sequence is not { } sequence)
        {
            entry.EnterRefused(rule, 1);
        }
        else if (entry.IsRejected(sequence))
        {
            entry.Repeats++;
        }
        else if (!entry.HasRoomFor(sequence))
        {
            entry.EnterRefused(StoreRules.TooManyGaps, 1);
        }
        else
        {
            entry.EnterRejected(sequence, rule);
        }

        return Rejected(pack, rule);
    }

    private IReadOnlyList<Reading> Store(
        StationState station, LedgerEntry entry, Pack pack, DateTimeOffset lateBefore, out bool isLate)
    {
        List<Reading>? fresh = null;
        isLate = false;
        for (int i = 0; i < pack.Readings.Count; i++)
        {
            Reading reading = pack.Readings[i];
            bool isReadingLate = reading.TakenAt < lateBefore;
            isLate |= isReadingLate;
            string? rule = _blocks.TryStore(station, reading, out bool isFresh);
            if (isFresh)
            {
                entry.ReadingsStored++;
                entry.ReadingsLate += isReadingLate ? 1 : 0;
                fresh?.Add(reading);
                continue;
            }

            fresh ??= [.. pack.Readings.Take(i)];
            if (rule is null)
            {
                entry.ReadingsDuplicate++;
            }
            else
            {
                entry.EnterRefused(rule, 1);
            }
        }

        return fresh ?? pack.Readings;
    }
}

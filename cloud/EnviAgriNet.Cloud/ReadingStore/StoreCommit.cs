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
    private readonly Dictionary<long, StationHour?> _hours = [];
    private readonly List<StationState> _stations = [];
    private readonly Dictionary<StationState, int> _seriesBefore = [];
    private DateTimeOffset? _storedAt;

    // The place of the reading before: most readings of a pack follow in the same hour.
    private StationState? _lastStation;
    private long _lastHour;
    private StationHour? _last;

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
            entry.Repeats++;
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

        foreach ((StationState station, int before) in _seriesBefore)
        {
            for (int number = before + 1; number <= station.SeriesCount; number++)
            {
                session.InsertSeries.Bind(1, station.Number).Bind(2, number).Bind(3, station.NameOf(number)!.Text).Run();
            }
        }

        foreach (StationHour hour in Changed())
        {
            WriteHour(hour);
        }

        WriteNewest();
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
        foreach (StationHour hour in Changed())
        {
            StationState station = session.Stations.Find(hour.Slot.Station)!;
            foreach ((int series, SeriesHour readings) in hour.Opened())
            {
                if (hour.Slot.Hour >= station.NewestHour(series))
                {
                    station.Note(series, readings.At(station.NameOf(series)!, hour.Slot, readings.Count - 1));
                }
            }
        }

        foreach ((LedgerKey key, LedgerEntry entry) in _entries)
        {
            session.Ledger.Put(key, entry);
        }

        if (_storedAt is { } storedAt && !(session.NewestStoredAt >= storedAt))
        {
            session.OnStored(storedAt);
        }

        Release();
    }

    /// <summary>Forgets everything, after the transaction was undone.</summary>
    public void Undo()
    {
        foreach ((StationState station, int before) in _seriesBefore)
        {
            session.Stations.RemoveSeries(station, before);
        }

        for (int i = _stations.Count - 1; i >= 0; i--)
        {
            session.Stations.Remove(_stations[i]);
        }

        session.Months.Undo();
        Release();
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
            string? rule = TryStore(station, reading, out bool isFresh);
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

    /// <summary>Adds a reading to its block; returns the rule that forbids it, or null.</summary>
    private string? TryStore(StationState station, in Reading reading, out bool isFresh)
    {
        isFresh = false;
        int series = station.Find(reading.Series);
        if (series == 0)
        {
            int before = station.SeriesCount;
            series = session.Stations.AddSeries(station, reading.Series);
            if (series == 0)
            {
                return StoreRules.TooManySeries;
            }

            _seriesBefore.TryAdd(station, before);
        }

        long hour = Slot.HourOf(reading.TakenAt);
        if (hour != _lastHour || !ReferenceEquals(station, _lastStation))
        {
            Slot slot = new(station.Number, hour);
            if (!_hours.TryGetValue(slot.Key, out _last))
            {
                _last = Load(slot);
                _hours.Add(slot.Key, _last);
            }

            _lastHour = hour;
            _lastStation = station;
        }

        if (_last is not { } block)
        {
            return new Slot(station.Number, hour).Month < session.RawFromMonth ? StoreRules.TooOld : StoreRules.TooManyMonths;
        }

        SeriesHour readings = block.Open(series);
        int offset = (int)(reading.TakenAt.ToUnixTimeMilliseconds() - (hour * SeriesHour.MsMax));
        if (readings.Count >= StoreLimits.SeriesHourReadingsMax || block.Count >= StoreLimits.BlockReadingsMax)
        {
            return readings.Offsets.BinarySearch(offset) >= 0 ? null : StoreRules.HourFull;
        }

        isFresh = readings.Add(offset, reading.Value, reading.Quality);
        if (isFresh)
        {
            block.OnAdded();
        }

        return null;
    }

    /// <summary>The block of an hour as it is stored, or null when its month may have none.</summary>
    private StationHour? Load(Slot slot)
    {
        int month = slot.Month;
        if (month < session.RawFromMonth || !session.Months.HasRoomFor(month))
        {
            return null;
        }

        StationHour hour = new(slot, pool);
        Statement select = session.Months.Get(month).Select.Bind(1, slot.Key);
        bool isSound = !select.Next() || hour.TryLoad(select.Bytes(0));
        select.Reset();
        if (!isSound)
        {
            session.SetAside(StoreFile.BlockTable(month), slot.Key);
        }

        return hour;
    }

    private IEnumerable<StationHour> Changed() =>
        _hours.Where(h => h.Value is { IsChanged: true }).OrderBy(h => h.Key).Select(h => h.Value!);

    private void WriteHour(StationHour hour)
    {
        hour.Write(scratch.Row, scratch.Parts);
        session.Months.Get(hour.Slot.Month).Replace.Bind(1, hour.Slot.Key).Bind(2, scratch.Row.Written).Run();
        hour.Roll(scratch.RollUps);
        HourlyCodec.Encode(hour.Slot, scratch.RollUps, scratch.Row);
        session.ReplaceHourly.Bind(1, hour.Slot.Key).Bind(2, scratch.Row.Written).Run();
    }

    /// <summary>Writes down, for each station that entered a new hour, which hour holds the newest reading of each series.</summary>
    private void WriteNewest()
    {
        Dictionary<StationState, long[]> newest = [];
        foreach (StationHour hour in Changed())
        {
            StationState station = session.Stations.Find(hour.Slot.Station)!;
            foreach ((int series, _) in hour.Opened())
            {
                if (hour.Slot.Hour <= station.NewestHour(series))
                {
                    continue;
                }

                if (!newest.TryGetValue(station, out long[]? hours))
                {
                    hours = [.. Enumerable.Range(1, station.SeriesCount).Select(station.NewestHour)];
                    newest.Add(station, hours);
                }

                hours[series - 1] = Math.Max(hours[series - 1], hour.Slot.Hour);
            }
        }

        foreach ((StationState station, long[] hours) in newest)
        {
            LatestLoader.Encode(station.Number, hours, scratch.Row);
            session.UpdateNewest.Bind(1, station.Number).Bind(2, scratch.Row.Written).Run();
        }
    }

    private void Release()
    {
        foreach (StationHour? hour in _hours.Values)
        {
            hour?.Release();
        }
    }
}

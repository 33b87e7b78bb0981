using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>The blocks of readings that one transaction touches, and the series it enters. Each block is read and written once.</summary>
internal sealed class CommitBlocks(StoreSession session, SeriesHourPool pool, StoreScratch scratch)
{
    private readonly Dictionary<long, StationHour?> _hours = [];
    private readonly Dictionary<StationState, int> _seriesBefore = [];

    // The place of the reading before: most readings of a pack follow in the same hour.
    private StationState? _lastStation;
    private long _lastHour;
    private StationHour? _last;

    /// <summary>Adds a reading to its block; returns the rule that forbids it, or null.</summary>
    public string? TryStore(StationState station, in Reading reading, out bool isFresh)
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

        isFresh = readings.Add(offset, reading.Value, reading.Quality, reading.Test);
        if (isFresh)
        {
            block.OnAdded();
        }

        return null;
    }

    /// <summary>Puts series, blocks and roll-ups into the open transaction; stations are there already.</summary>
    public void Write()
    {
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
    }

    /// <summary>Makes the newest readings on disk what the memory knows.</summary>
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

        Release();
    }

    /// <summary>Takes the series back, after the transaction was undone.</summary>
    public void Undo()
    {
        foreach ((StationState station, int before) in _seriesBefore)
        {
            session.Stations.RemoveSeries(station, before);
        }

        Release();
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

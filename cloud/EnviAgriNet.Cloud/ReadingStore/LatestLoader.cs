namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>The hour of the newest reading of each series as a row of its station, and the newest readings from there at start.</summary>
internal static class LatestLoader
{
    private const byte Version = 1;

    public static void Encode(int station, ReadOnlySpan<long> hours, BlockBuffer to)
    {
        to.Clear();
        to.Byte(Version);
        to.Number(hours.Length);
        foreach (long hour in hours)
        {
            to.Number(hour == long.MinValue ? 0 : hour + 1);
        }

        to.Seal(station);
    }

    /// <summary>Fills in the newest reading of every series; a damaged or dropped block leaves its series without one.</summary>
    public static void Load(StoreSession session)
    {
        using Statement rows = session.Prepare("SELECT number, newest FROM station WHERE newest IS NOT NULL");
        SeriesHourPool pool = new();
        while (rows.Next())
        {
            if (session.Stations.Find((int)rows.Integer(0)) is not { } station)
            {
                continue;
            }

            if (!TryDecode(station.Number, rows.Bytes(1), out List<long> hours))
            {
                session.OnDamagedRow("station", station.Number);
                continue;
            }

            foreach (IGrouping<long, int> hour in Enumerable.Range(1, Math.Min(hours.Count, station.SeriesCount))
                .Where(s => hours[s - 1] >= 0)
                .GroupBy(s => hours[s - 1]))
            {
                LoadHour(session, station, new Slot(station.Number, hour.Key), hour, pool);
            }
        }
    }

    private static void LoadHour(
        StoreSession session, StationState station, Slot slot, IEnumerable<int> series, SeriesHourPool pool)
    {
        if (!session.Months.Has(slot.Month))
        {
            return;
        }

        StationHour block = new(slot, pool);
        Statement select = session.Months.Get(slot.Month).Select.Bind(1, slot.Key);
        bool isSound = !select.Next() || block.TryLoad(select.Bytes(0));
        select.Reset();
        if (!isSound)
        {
            session.OnDamagedRow(StoreFile.BlockTable(slot.Month), slot.Key);
            return;
        }

        foreach (int number in series.Where(block.Has))
        {
            SeriesHour hour = block.Open(number);
            if (station.NameOf(number) is { } name)
            {
                station.Note(number, hour.At(name, slot, hour.Count - 1));
            }
        }

        block.Release();
    }

    /// <summary>The hour of the newest reading of each series by its number, below 0 without any; false when the row is damaged.</summary>
    public static bool TryDecode(int station, ReadOnlySpan<byte> row, out List<long> hours)
    {
        hours = [];
        try
        {
            if (!BlockBuffer.TryUnseal(row, station, out ReadOnlySpan<byte> content))
            {
                return false;
            }

            BlockSource from = new(content);
            if (from.Byte() != Version)
            {
                return false;
            }

            int count = from.Number(0, StoreLimits.SeriesPerStationMax);
            for (int i = 0; i < count; i++)
            {
                hours.Add(from.Long() - 1);
            }

            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}

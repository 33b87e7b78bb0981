using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>Copies the rows of a damaged file that can still be read and whose checksums hold.</summary>
internal sealed class SalvageCopy(SqliteConnection to)
{
    private static readonly (string Name, string Columns, string Key)[] Tables =
    [
        ("meta", "name, value", "name"),
        ("station", "number, id, newest", "number"),
        ("series", "station, number, name", "station, number"),
        ("ledger", "station, outbox, data", "station, outbox"),
        ("hourly", "key, data", "key"),
        ("station_event", "number, station, outbox, id, stored_ms, json", "number"),
        ("set_aside", "number, source, key, data", "number"),
    ];

    public long RowsKept { get; private set; }

    public long RowsLost { get; private set; }

    public long TablesBroken { get; private set; }

    public void Run(string file)
    {
        using SqliteConnection from = new(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        StoreFile.Execute(to, "BEGIN IMMEDIATE");
        try
        {
            from.Open();
            foreach ((string name, string columns, string key) in Tables)
            {
                CopyTable(from, name, columns, key);
            }

            foreach (int month in StoreFile.Months(from))
            {
                StoreFile.Execute(to, StoreFile.CreateBlockTable(month));
                CopyTable(from, StoreFile.BlockTable(month), "key, data", "key");
            }
        }
        catch (SqliteException)
        {
            // Not a database any more, or its list of tables is gone: nothing further can be read.
            TablesBroken++;
        }

        NameTheNameless();
        RollUpAgain();
        StoreFile.Execute(to, "COMMIT");
    }

    /// <summary>Reads forward up to the damage, then backward up to it: what lies on damaged pages is lost, no more.</summary>
    private void CopyTable(SqliteConnection from, string table, string columns, string key)
    {
        if (TryCopy(from, table, columns, key))
        {
            return;
        }

        TablesBroken++;
        TryCopy(from, table, columns, string.Join(", ", key.Split(", ").Select(k => k + " DESC")));
    }

    private bool TryCopy(SqliteConnection from, string table, string columns, string order)
    {
        int count = columns.Split(", ").Length;
        using SqliteCommand insert = to.CreateCommand();
        string values = string.Join(", ", Enumerable.Range(0, count).Select(i => $"$c{i}"));
        insert.CommandText = $"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({values})";
        for (int i = 0; i < count; i++)
        {
            insert.Parameters.Add(new SqliteParameter { ParameterName = $"$c{i}" });
        }

        try
        {
            using SqliteCommand select = from.CreateCommand();
            select.CommandText = $"SELECT {columns} FROM {table} ORDER BY {order}";
            using SqliteDataReader row = select.ExecuteReader();
            while (row.Read())
            {
                for (int i = 0; i < count; i++)
                {
                    insert.Parameters[i].Value = row.GetValue(i);
                }

                Keep(insert, table, row);
            }

            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private void Keep(SqliteCommand insert, string table, SqliteDataReader row)
    {
        if (!IsSound(table, row))
        {
            RowsLost++;
            return;
        }

        try
        {
            RowsKept += insert.ExecuteNonQuery();
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            RowsLost++;
        }
    }

    private static bool IsSound(string table, SqliteDataReader row)
    {
        bool isBlock = table.StartsWith("block_", StringComparison.Ordinal);
        if (!isBlock && table is not ("hourly" or "ledger"))
        {
            return true;
        }

        object key = row.GetValue(0);
        object data = row.GetValue(table == "ledger" ? 2 : 1);
        return key is long number && data is byte[] bytes && BlockBuffer.TryUnseal(bytes, number, out _);
    }

    /// <summary>
    /// Gives stations whose name was lost a name of their own, and keeps the numbers of lost series from being given again, lest old
    /// readings turn up under a new name.
    /// </summary>
    private void NameTheNameless()
    {
        Dictionary<int, int> series = [];
        EachBlock((_, block) => series[block.Slot.Station] =
            Math.Max(series.GetValueOrDefault(block.Slot.Station), block.Series().DefaultIfEmpty().Max()));
        foreach ((int station, int last) in series)
        {
            StoreFile.Execute(
                to,
                $"""
                INSERT OR IGNORE INTO station (number, id) VALUES ({station}, 'lost-{station}');
                INSERT OR IGNORE INTO series (station, number, name) VALUES ({station}, {last}, '');
                """);
        }
    }

    /// <summary>Makes the roll-ups of blocks whose own row was lost.</summary>
    private void RollUpAgain()
    {
        using SqliteCommand insert = to.CreateCommand();
        insert.CommandText = "INSERT OR IGNORE INTO hourly (key, data) VALUES ($key, $data)";
        SqliteParameter key = insert.Parameters.Add("$key", SqliteType.Integer);
        SqliteParameter data = insert.Parameters.Add("$data", SqliteType.Blob);
        BlockBuffer row = new();
        List<SeriesRollUp> rollUps = [];
        EachBlock((slot, block) =>
        {
            block.Roll(rollUps);
            HourlyCodec.Encode(slot, rollUps, row);
            key.Value = slot.Key;
            data.Value = row.Written.ToArray();
            insert.ExecuteNonQuery();
        });
    }

    private void EachBlock(Action<Slot, StationHour> visit)
    {
        SeriesHourPool pool = new();
        foreach (int month in StoreFile.Months(to))
        {
            using Statement rows = new(to, $"SELECT key, data FROM {StoreFile.BlockTable(month)}");
            while (rows.Next())
            {
                Slot slot = Slot.OfKey(rows.Integer(0));
                StationHour block = new(slot, pool);
                if (block.TryLoad(rows.Bytes(1)))
                {
                    visit(slot, block);
                }

                block.Release();
            }
        }
    }
}

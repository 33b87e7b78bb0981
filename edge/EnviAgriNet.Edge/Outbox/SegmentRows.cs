using EnviAgriNet.Core.Readings;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>Rows of a segment as values and back; the one place that knows the columns.</summary>
internal static class SegmentRows
{
    public static StoredPack ReadPack(SqliteDataReader row)
    {
        try
        {
            return new StoredPack(
                row.GetInt64(0),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
                row.GetInt32(3),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
                row.GetString(5),
                TimeSpan.FromMilliseconds(row.GetInt64(6)),
                row.IsDBNull(7) ? null : row.GetInt64(7),
                row.GetInt64(8) != 0,
                ReadChecked(row, 11, 10));
        }
        catch (Exception e) when (e is InvalidCastException or ArgumentOutOfRangeException or InvalidOperationException
            or OverflowException or FormatException)
        {
            throw new InvalidDataException("a pack row is damaged", e);
        }
    }

    /// <summary>The bytes of a column, after its checksum in another column has been found right.</summary>
    public static byte[] ReadChecked(SqliteDataReader row, int bytesColumn, int checkColumn)
    {
        try
        {
            byte[] bytes = row.GetFieldValue<byte[]>(bytesColumn);
            return JournalCodec.CheckOf(bytes) == row.GetInt64(checkColumn)
                ? bytes
                : throw new InvalidDataException("a row does not fit its checksum");
        }
        catch (Exception e) when (e is InvalidCastException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException("a row is damaged", e);
        }
    }

    public static void WritePack(SqliteFile file, StoredPack pack) => file.Execute(
        "INSERT INTO pack VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)",
        pack.Sequence,
        pack.FirstTakenAt.ToUnixTimeMilliseconds(),
        pack.LastTakenAt.ToUnixTimeMilliseconds(),
        pack.Readings,
        pack.HeardAt.ToUnixTimeMilliseconds(),
        pack.Boot,
        (long)Math.Ceiling(pack.Uncertainty.TotalMilliseconds),
        pack.OffsetMs,
        pack.WasSent ? 1L : 0L,
        pack.Payload.Length,
        JournalCodec.CheckOf(pack.Payload),
        pack.Payload);

    public static void WriteJournal(SqliteFile file, JournalBatch batch)
    {
        byte[] body = JournalCodec.Encode(batch.Readings);
        file.Execute(
            "INSERT INTO journal(heard_ms,boot,offset_ms,readings,body,body_check) VALUES($1,$2,$3,$4,$5,$6)",
            batch.HeardAt.ToUnixTimeMilliseconds(),
            batch.Boot,
            batch.SourceOffsetMs,
            batch.Readings.Count,
            body,
            JournalCodec.CheckOf(body));
    }

    public static void WriteSettled(SqliteFile file, SettledRange settled) => file.Execute(
        "INSERT OR REPLACE INTO settled VALUES($1,$2,$3)", settled.Range.First, settled.Range.Last, (long)settled.Fate);

    public static IReadOnlyList<SettledRange> ReadSettled(SqliteFile file)
    {
        List<SettledRange> settled = [];
        using SqliteDataReader reader = file.Query("SELECT first, last, fate FROM settled ORDER BY first");
        while (reader.Read())
        {
            SequenceRange range = new(reader.GetInt64(0), reader.GetInt64(1));
            if (range.First < 1 || range.Last < range.First)
            {
                throw new InvalidDataException("a settled range is damaged");
            }

            settled.Add(new SettledRange(range, (PackFate)reader.GetInt64(2)));
        }

        return settled;
    }
}

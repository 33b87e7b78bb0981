using EnviAgriNet.Core.Readings;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>Rows of a segment as values and back; the one place that knows the columns.</summary>
internal static class SegmentRows
{
    public const string JournalColumns = "id, heard_ms, boot, offset_ms, readings, body, row_check";

    /// <summary>The pack of a row; throws an <see cref="InvalidDataException"/> when the row does not fit its checksum.</summary>
    public static StoredPack ReadPack(SqliteDataReader row) => Read(() =>
    {
        StoredPack pack = new(
            row.GetInt64(0),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
            row.GetInt32(3),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
            row.GetString(5),
            TimeSpan.FromMilliseconds(row.GetInt64(6)),
            row.IsDBNull(7) ? null : row.GetInt64(7),
            row.GetInt64(8) != 0,
            row.GetFieldValue<byte[]>(11));
        Require(RowCheck.Of(pack) == row.GetInt64(10) && row.GetInt64(9) == pack.Payload.Length);
        return pack;
    });

    /// <summary>
    /// The batch of a row with the columns <see cref="JournalColumns"/>; throws an <see cref="InvalidDataException"/> when the row
    /// does not fit its checksum.
    /// </summary>
    public static JournalBatch ReadJournal(SqliteDataReader row) => Read(() =>
    {
        long heardMs = row.GetInt64(1);
        string boot = row.GetString(2);
        long? offsetMs = row.IsDBNull(3) ? null : row.GetInt64(3);
        byte[] body = row.GetFieldValue<byte[]>(5);
        Require(RowCheck.Of(heardMs, boot, offsetMs, row.GetInt64(4), body) == row.GetInt64(6));
        return new JournalBatch(
            DateTimeOffset.FromUnixTimeMilliseconds(heardMs), boot, offsetMs, JournalCodec.Decode(body));
    });

    /// <summary>The uncertainty as it is stored: in whole milliseconds, and never less than it is.</summary>
    public static long UncertaintyMs(StoredPack pack) => (long)Math.Ceiling(pack.Uncertainty.TotalMilliseconds);

    public static void WritePack(SqliteFile file, StoredPack pack) => file.Execute(
        "INSERT INTO pack VALUES($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)",
        pack.Sequence,
        pack.FirstTakenAt.ToUnixTimeMilliseconds(),
        pack.LastTakenAt.ToUnixTimeMilliseconds(),
        pack.Readings,
        pack.HeardAt.ToUnixTimeMilliseconds(),
        pack.Boot,
        UncertaintyMs(pack),
        pack.OffsetMs,
        pack.WasSent ? 1L : 0L,
        pack.Payload.Length,
        RowCheck.Of(pack),
        pack.Payload);

    public static void WriteJournal(SqliteFile file, long id, JournalBatch batch)
    {
        byte[] body = JournalCodec.Encode(batch.Readings);
        file.Execute(
            "INSERT INTO journal(id,heard_ms,boot,offset_ms,readings,body,row_check) VALUES($1,$2,$3,$4,$5,$6,$7)",
            id,
            batch.HeardAt.ToUnixTimeMilliseconds(),
            batch.Boot,
            batch.SourceOffsetMs,
            batch.Readings.Count,
            body,
            RowCheck.Of(
                batch.HeardAt.ToUnixTimeMilliseconds(), batch.Boot, batch.SourceOffsetMs, batch.Readings.Count, body));
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

    private static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidCastException or ArgumentOutOfRangeException or InvalidOperationException
            or OverflowException or FormatException)
        {
            throw new InvalidDataException("a row is damaged", e);
        }
    }

    private static void Require(bool isSound)
    {
        if (!isSound)
        {
            throw new InvalidDataException("a row does not fit its checksum");
        }
    }
}

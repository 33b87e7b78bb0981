using EnviAgriNet.Core.Readings;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>
/// Writes what can be read of a damaged segment into a fresh file with the same sequences. The fresh file is complete under
/// another name before it takes the place of the old one, so a crash in between costs nothing.
/// </summary>
internal sealed class SegmentRewrite
{
    public const string FreshSuffix = ".new";

    private readonly string _path;
    private readonly string _freshPath;

    public SegmentRewrite(string path)
    {
        _path = path;
        _freshPath = path + FreshSuffix;
    }

    /// <summary>Salvages a damaged segment into the fresh file; never throws for what the damaged file holds.</summary>
    /// <param name="outbox">The outbox it belongs to.</param>
    /// <param name="generation">The generation of the control database.</param>
    /// <param name="first">Its first sequence.</param>
    /// <param name="end">The sequence behind its last possible one.</param>
    /// <param name="accepted">The accepted readings to note, as far as is known otherwise.</param>
    /// <param name="now">The time to note when its creation cannot be read.</param>
    public Salvage Run(string outbox, long generation, long first, long end, long accepted, DateTimeOffset now)
    {
        DeleteFresh(_path);
        using SqliteFile fresh = SqliteFile.Open(_freshPath);
        Salvage salvage = new();
        fresh.InTransaction(durable: true, () =>
        {
            SegmentSchema.Create(fresh);
            ReadDamaged(fresh, salvage, first, end);
            Segment.WriteMeta(fresh, SegmentSchema.Outbox, outbox);
            Segment.WriteMeta(fresh, SegmentSchema.Generation, generation);
            Segment.WriteMeta(
                fresh, SegmentSchema.CreatedAt, salvage.CreatedAtMs ?? now.ToUnixTimeMilliseconds());
            Segment.WriteMeta(fresh, SegmentSchema.FirstSequence, first);
            Segment.WriteMeta(fresh, SegmentSchema.NextSequence, end);
            Segment.WriteMeta(fresh, SegmentSchema.Accepted, Math.Max(accepted, salvage.Accepted));
            salvage.FindLost(first, end);
            salvage.Lost.ForEach(l => SegmentRows.WriteSettled(fresh, new SettledRange(l, PackFate.Lost)));
            Segment.WriteMeta(fresh, SegmentSchema.Complete, 1L);
        });
        fresh.Checkpoint();
        return salvage;
    }

    /// <summary>Puts the fresh file in the place of the old one, which must be gone from there.</summary>
    public void Adopt() => File.Move(_freshPath, _path, overwrite: true);

    /// <summary>Removes what an interrupted rewriting of this segment left.</summary>
    public static void DeleteFresh(string path)
    {
        foreach (string suffix in (string[])["", "-wal", "-shm"])
        {
            File.Delete(path + FreshSuffix + suffix);
        }
    }

    private void ReadDamaged(SqliteFile fresh, Salvage salvage, long first, long end)
    {
        if (!File.Exists(_path))
        {
            return;
        }

        SqliteFile? damaged = TryOpen(_path);
        if (damaged is null && SegmentHeader.TryRestore(_path))
        {
            damaged = TryOpen(_path);
        }

        using (damaged)
        {
            if (damaged is not null)
            {
                CopyMeta(damaged, salvage);
                CopySettled(damaged, fresh, salvage, first, end);
                CopyPacks(damaged, fresh, salvage, first, end);
                CopyJournal(damaged, fresh, salvage);
            }
        }
    }

    private static SqliteFile? TryOpen(string path)
    {
        SqliteFile? file = null;
        try
        {
            file = SqliteFile.Open(path);
            _ = file.Number("SELECT count(*) FROM sqlite_schema");
            _ = file.Text("SELECT value FROM meta LIMIT 1");
            return file;
        }
        catch (SqliteException)
        {
            file?.Dispose();
            return null;
        }
    }

    private static void CopyMeta(SqliteFile damaged, Salvage salvage) => Try(() =>
    {
        salvage.Accepted = damaged.Number("SELECT value FROM meta WHERE key=$1", SegmentSchema.Accepted) ?? 0;
        salvage.CreatedAtMs = damaged.Number("SELECT value FROM meta WHERE key=$1", SegmentSchema.CreatedAt);
    });

    private static void CopySettled(SqliteFile damaged, SqliteFile fresh, Salvage salvage, long first, long end) =>
        CopyTable(damaged, "SELECT first, last, fate FROM settled WHERE first>=$1 ORDER BY first", first - 1, end, row =>
        {
            SequenceRange range = new(row.GetInt64(0), row.GetInt64(1));
            if (range.First >= first && range.Last >= range.First && range.Last < end)
            {
                SegmentRows.WriteSettled(fresh, new SettledRange(range, (PackFate)row.GetInt64(2)));
                salvage.Settled.AddRange(range.First, range.Last);
            }
        });

    private static void CopyPacks(SqliteFile damaged, SqliteFile fresh, Salvage salvage, long first, long end) =>
        CopyTable(damaged, "SELECT * FROM pack WHERE sequence>=$1 ORDER BY sequence", first - 1, end, row =>
        {
            StoredPack pack = SegmentRows.ReadPack(row);
            if (pack.Sequence >= first && pack.Sequence < end)
            {
                SegmentRows.WritePack(fresh, pack);
                salvage.Packs.AddRange(pack.Sequence, pack.Sequence);
            }
        });

    private static void CopyJournal(SqliteFile damaged, SqliteFile fresh, Salvage salvage) =>
        CopyTable(
            damaged, "SELECT id, heard_ms, boot, offset_ms, body, body_check FROM journal WHERE id>=$1 ORDER BY id",
            0, long.MaxValue, row =>
            {
                IReadOnlyList<Reading> readings = JournalCodec.Decode(SegmentRows.ReadChecked(row, 4, 5));
                SegmentRows.WriteJournal(fresh, new JournalBatch(
                    DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), row.GetString(2),
                    row.IsDBNull(3) ? null : row.GetInt64(3), readings));
                salvage.JournalReadings += readings.Count;
            });

    /// <summary>Reads a table by its key; at a damaged place goes on behind it, one key at a time, and then in one run again.</summary>
    private static void CopyTable(SqliteFile damaged, string sql, long before, long end, Action<SqliteDataReader> copy)
    {
        long done = before;
        for (int probes = 0; probes < Limits.SalvageProbesMax && done < end - 1; probes++)
        {
            try
            {
                using SqliteDataReader row = damaged.Query(sql, done + 1);
                while (row.Read())
                {
                    long key = row.GetInt64(0);
                    if (key <= done)
                    {
                        break;
                    }

                    done = key;
                    copy(row);
                }

                return;
            }
            catch (Exception e) when (SqliteFile.IsCorrupt(e) || e is InvalidCastException or InvalidOperationException
                or ArgumentOutOfRangeException or OverflowException)
            {
                // The row behind the last good one is on a damaged page, or its bytes are wrong.
                done = e is InvalidDataException ? done : done + 1;
            }
        }
    }

    private static void Try(Action step)
    {
        try
        {
            step();
        }
        catch (Exception e) when (SqliteFile.IsCorrupt(e) || e is SqliteException)
        {
            // What cannot be read is taken from elsewhere.
        }
    }
}

/// <summary>What was got out of a damaged segment.</summary>
internal sealed class Salvage
{
    public WaitingSet Packs { get; } = new();

    public WaitingSet Settled { get; } = new();

    public List<SequenceRange> Lost { get; private set; } = [];

    public long Accepted { get; set; }

    public long JournalReadings { get; set; }

    public long? CreatedAtMs { get; set; }

    /// <summary>Works out what is neither there nor settled.</summary>
    public void FindLost(long first, long end)
    {
        WaitingSet missing = new();
        if (end > first)
        {
            missing.AddRange(first, end - 1);
        }

        foreach (SequenceRange range in (SequenceRange[])[.. Packs.Ranges, .. Settled.Ranges])
        {
            missing.RemoveRange(range.First, range.Last);
        }

        Lost = [.. missing.Ranges];
    }
}

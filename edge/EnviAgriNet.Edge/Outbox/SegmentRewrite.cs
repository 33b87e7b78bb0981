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

    /// <summary>Salvages a damaged segment into the fresh file; throws for a full disk, never for what the damaged file holds.</summary>
    /// <param name="outbox">The outbox it belongs to.</param>
    /// <param name="generation">The generation of the control database.</param>
    /// <param name="assessment">Says what is wanted and what was lost.</param>
    /// <param name="first">Its first sequence.</param>
    /// <param name="now">The time to note when its creation cannot be read.</param>
    public (Salvage Salvage, SegmentLoss Loss) Run(
        string outbox, long generation, SegmentAssessment assessment, long first, DateTimeOffset now)
    {
        DeleteFresh(_path);
        using SqliteFile fresh = SqliteFile.Open(_freshPath);
        Salvage salvage = new();
        SegmentLoss? loss = null;
        fresh.InTransaction(durable: true, () =>
        {
            SegmentSchema.Create(fresh);
            ReadDamaged(fresh, salvage, assessment, first);
            loss = assessment.Assess(salvage);
            SegmentMeta.Write(fresh, SegmentSchema.Outbox, outbox);
            SegmentMeta.Write(fresh, SegmentSchema.Generation, generation);
            SegmentMeta.Write(
                fresh, SegmentSchema.CreatedAt, salvage.CreatedAtMs ?? now.ToUnixTimeMilliseconds());
            SegmentMeta.Write(fresh, SegmentSchema.FirstSequence, first);
            SegmentMeta.Write(fresh, SegmentSchema.NextSequence, loss.Next);
            SegmentMeta.Write(fresh, SegmentSchema.Accepted, loss.Accepted);
            WriteSettled(fresh, salvage, loss, first);
            SegmentMeta.Write(fresh, SegmentSchema.Complete, 1L);
        });
        fresh.Checkpoint();
        return (salvage, loss!);
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

    /// <summary>Removes a database with its log.</summary>
    public static void DeleteFiles(string path)
    {
        foreach (string suffix in (string[])["-wal", "-shm", ""])
        {
            File.Delete(path + suffix);
        }
    }

    /// <summary>All numbers that are not there are settled, one way or the other.</summary>
    private static void WriteSettled(SqliteFile fresh, Salvage salvage, SegmentLoss loss, long first)
    {
        SequenceSet settled = new();
        if (loss.Next > first)
        {
            settled.AddRange(first, loss.Next - 1);
        }

        foreach (long sequence in salvage.Packs.Keys.Where(s => !salvage.Settled.Contains(s) || salvage.IsBooked))
        {
            settled.RemoveRange(sequence, sequence);
        }

        foreach (SequenceRange lost in (SequenceRange[])[.. loss.Ranges.Select(l => l.Range), .. loss.Skipped is { } s ? [s] : Array.Empty<SequenceRange>()])
        {
            settled.RemoveRange(lost.First, lost.Last);
            SegmentRows.WriteSettled(fresh, new SettledRange(lost, PackFate.Lost));
        }

        foreach (SequenceRange range in settled.Ranges)
        {
            SegmentRows.WriteSettled(fresh, new SettledRange(range, PackFate.Receipted));
        }
    }

    private void ReadDamaged(SqliteFile fresh, Salvage salvage, SegmentAssessment assessment, long first)
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
                CopySettled(damaged, salvage, first, assessment.Limit);
                CopyPacks(damaged, fresh, salvage, assessment, first);
                if (assessment.IsNewest)
                {
                    CopyJournal(damaged, fresh, salvage);
                }
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
        catch (SqliteException e)
        {
            file?.Dispose();
            return SqliteFile.IsFull(e) ? throw new IOException("the disk is full", e) : null;
        }
    }

    private static void CopyMeta(SqliteFile damaged, Salvage salvage) => Try(() =>
    {
        salvage.Accepted = damaged.Number("SELECT value FROM meta WHERE key=$1", SegmentSchema.Accepted);
        salvage.CountedRow = damaged.Number("SELECT value FROM meta WHERE key=$1", SegmentSchema.Counted);
        salvage.Begun = damaged.Number("SELECT value FROM meta WHERE key=$1", SegmentSchema.Begun);
        salvage.CreatedAtMs = damaged.Number("SELECT value FROM meta WHERE key=$1", SegmentSchema.CreatedAt);
    });

    private static void CopySettled(SqliteFile damaged, Salvage salvage, long first, long end) =>
        CopyTable(damaged, "SELECT first, last, fate FROM settled WHERE first>=$1 ORDER BY first", first - 1, end, row =>
        {
            SequenceRange range = new(row.GetInt64(0), row.GetInt64(1));
            if (range.First < first || range.Last < range.First || range.Last >= end)
            {
                throw new InvalidDataException("a settled range is damaged");
            }

            salvage.Settled.AddRange(range.First, range.Last);
        });

    private static void CopyPacks(
        SqliteFile damaged, SqliteFile fresh, Salvage salvage, SegmentAssessment assessment, long first) =>
        CopyTable(damaged, "SELECT * FROM pack WHERE sequence>=$1 ORDER BY sequence", first - 1, assessment.Limit, row =>
        {
            StoredPack pack = SegmentRows.ReadPack(row);
            if (assessment.IsWanted(pack.Sequence))
            {
                SegmentRows.WritePack(fresh, pack);
                salvage.Packs.Add(pack.Sequence, pack.Readings);
            }
        });

    private static void CopyJournal(SqliteFile damaged, SqliteFile fresh, Salvage salvage)
    {
        // The last id bounds the search behind a damaged page.
        long? last = null;
        Try(() => last = damaged.Number("SELECT max(id) FROM journal"));
        long end = last is > 0 and < long.MaxValue ? last.Value + 1 : long.MaxValue;
        long id = 0;
        CopyTable(
            damaged, $"SELECT {SegmentRows.JournalColumns} FROM journal WHERE id>=$1 ORDER BY id", 0, end, row =>
            {
                JournalBatch batch = SegmentRows.ReadJournal(row);
                SegmentRows.WriteJournal(fresh, ++id, batch);
                salvage.JournalReadings += batch.Readings.Count;
                salvage.Accepted += AcceptedCount.IsOnTop(row.GetInt64(0), salvage.CountedRow) ? batch.Readings.Count : 0;
            });
    }

    /// <summary>
    /// Reads a table by its key. A row that is wrong is passed over, and so is its key, which may be wrong too; at a page that
    /// cannot be read it goes on behind it, one key at a time, and then in one run again.
    /// </summary>
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
                    if (row.GetInt64(0) > done && TryCopy(row, copy))
                    {
                        done = row.GetInt64(0);
                    }
                }

                return;
            }
            catch (Exception e) when (SqliteFile.IsCorrupt(e))
            {
                done++;
            }
        }
    }

    private static bool TryCopy(SqliteDataReader row, Action<SqliteDataReader> copy)
    {
        try
        {
            copy(row);
            return true;
        }
        catch (Exception e) when (e is InvalidDataException or InvalidCastException or InvalidOperationException
            or ArgumentOutOfRangeException or OverflowException)
        {
            return false;
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

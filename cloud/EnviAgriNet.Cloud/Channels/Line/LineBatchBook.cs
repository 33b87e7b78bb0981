using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Cloud.Registry;

namespace EnviAgriNet.Cloud.Channels.Line;

/// <summary>
/// Which deliveries shared a call whose fate is open, and under which retry key. A repeat must name the same people under the same
/// key: with the key alone LINE can tell that it has sent the message already.
/// </summary>
internal sealed class LineBatchBook
{
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS line_batch(
            delivery INTEGER PRIMARY KEY, batch TEXT NOT NULL, recipient TEXT NOT NULL, is_accepted INTEGER NOT NULL DEFAULT 0,
            made_at INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS line_batch_name ON line_batch(batch);
        """;

    private readonly RegistryDatabase _database;

    public LineBatchBook(RegistryDatabase database)
    {
        _database = database;
        database.EnsureTables(Tables);
    }

    /// <summary>The batches of these jobs: those whose fate is open as they were, and a new one of all others.</summary>
    public IReadOnlyList<LineBatch> Take(IReadOnlyList<DeliveryJob> jobs, DateTimeOffset now) => _database.Write(connection =>
    {
        connection.Run("DELETE FROM line_batch WHERE made_at < $old", ("$old", DeliveryBook.Ms(now - LineLimits.RetryKeyLife)));
        Dictionary<long, string> known = [];
        foreach (DeliveryJob job in jobs)
        {
            if (connection.One("SELECT batch FROM line_batch WHERE delivery = $id", ("$id", job.Id)) is string batch)
            {
                known[job.Id] = batch;
            }
        }

        DeliveryJob[] fresh = [.. jobs.Where(job => !known.ContainsKey(job.Id))];
        string name = KeyOf(fresh).ToString("D");
        foreach (DeliveryJob job in fresh)
        {
            connection.Run(
                "INSERT INTO line_batch(delivery, batch, recipient, made_at) VALUES ($id, $batch, $recipient, $now)",
                ("$id", job.Id),
                ("$batch", name),
                ("$recipient", job.Recipient),
                ("$now", DeliveryBook.Ms(now)));
        }

        return (IReadOnlyList<LineBatch>)
        [
            .. jobs.GroupBy(job => known.GetValueOrDefault(job.Id, name)).Select(group => new LineBatch(
                Guid.Parse(group.Key),
                [.. group],
                connection.List("SELECT recipient FROM line_batch WHERE batch = $batch ORDER BY delivery", row => row.GetString(0), ("$batch", group.Key)),
                (long)connection.One("SELECT MAX(is_accepted) FROM line_batch WHERE batch = $batch", ("$batch", group.Key))! == 1)),
        ];
    });

    /// <summary>LINE has taken a batch: whoever of it comes up again has it.</summary>
    public void Accept(LineBatch batch) => _database.Write(connection =>
        connection.Run("UPDATE line_batch SET is_accepted = 1 WHERE batch = $batch", ("$batch", batch.Key.ToString("D"))));

    /// <summary>LINE has surely not taken it: its people may be put together anew.</summary>
    public void Dissolve(LineBatch batch) => _database.Write(connection =>
        connection.Run("DELETE FROM line_batch WHERE batch = $batch", ("$batch", batch.Key.ToString("D"))));

    /// <summary>The key of a new batch: made from the alert and its deliveries, each of which is in one such batch only.</summary>
    internal static Guid KeyOf(IReadOnlyList<DeliveryJob> jobs)
    {
        string text = string.Join(' ', jobs.Select(job => $"{job.Alert}#{job.Id}.{job.Attempts}"));
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));

        // Version 8 of RFC 9562: a name-based one of our own.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}

/// <summary>Deliveries that share a call.</summary>
/// <param name="Key">The retry key.</param>
/// <param name="Jobs">Those of them that are to be settled now.</param>
/// <param name="Recipients">All recipients of the call.</param>
/// <param name="IsAccepted">Whether LINE has taken it already.</param>
internal sealed record LineBatch(Guid Key, IReadOnlyList<DeliveryJob> Jobs, IReadOnlyList<string> Recipients, bool IsAccepted);

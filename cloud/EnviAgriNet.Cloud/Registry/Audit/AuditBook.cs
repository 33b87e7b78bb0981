using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry.Audit;

/// <summary>
/// The log of everything that people, and policies in their place, did: a chain in which each entry holds the hash of the one before.
/// Safe for use by several threads and processes.
/// </summary>
internal sealed class AuditBook
{
    private readonly RegistryDatabase _database;
    private readonly RegistryKeys _keys;
    private readonly TimeProvider _time;

    public AuditBook(RegistryDatabase database, RegistryKeys keys, TimeProvider time)
    {
        _database = database;
        _keys = keys;
        _time = time;
        database.EnsureTables(AuditTables.Schema);
    }

    /// <summary>
    /// Adds an entry inside the caller's transaction: what was done and its entry are both on disk, or neither. Throws outside of one.
    /// </summary>
    public void Append(SqliteConnection transaction, AuditEntry entry)
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(transaction.Handle) != 0)
        {
            throw new InvalidOperationException("An audit entry belongs into the transaction of what it tells of");
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(entry.Actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(entry.Subject);
        if (!entry.Action.Contains('.', StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{entry.Action}' is not noun.verb", nameof(entry));
        }

        AuditEntry cut = new(
            Cut(entry.Actor, Limits.AuditNameLengthMax), Cut(entry.Action, Limits.AuditNameLengthMax),
            Cut(entry.Subject, Limits.AuditNameLengthMax), Cut(entry.Detail, Limits.AuditDetailLengthMax));
        (long before, byte[] previous) = AuditTables.Last(transaction) ?? (0, AuditHash.Zero);
        long atMs = _time.GetUtcNow().ToUnixTimeMilliseconds();
        AuditTables.Insert(transaction, new AuditLine(
            before + 1, DateTimeOffset.FromUnixTimeMilliseconds(atMs), cut, previous,
            AuditHash.Of(_keys.Audit, before + 1, atMs, cut, previous)));
    }

    /// <summary>The newest entries that fit, oldest first.</summary>
    public IReadOnlyList<AuditLine> List(DateTimeOffset? since, string? subject, int most) =>
        _database.Read(c => AuditTables.List(c, since, subject, most));

    /// <summary>The newest entries that fit a filter, newest first.</summary>
    public IReadOnlyList<AuditLine> Search(AuditFilter filter, int most) => _database.Read(c => AuditTables.Search(c, filter, most));

    /// <summary>Adds an entry that stands for itself: something was looked at, nothing was changed.</summary>
    public void Append(AuditEntry entry) => _database.Write(c =>
    {
        Append(c, entry);
        return true;
    });

    /// <summary>The end of the log.</summary>
    public AuditHead Head() => _database.Read(c => AuditTables.Last(c) is { } last ? HeadOf(last.Number, last.Hash) : AuditHead.Empty);

    /// <summary>Looks for the first entry that was changed, removed, put in or moved.</summary>
    /// <param name="pinned">A head that was kept elsewhere: the log must still hold it. Null to check the chain alone.</param>
    public AuditCheck Verify(AuditHead? pinned) => _database.Read(c => Verify(c, pinned));

    private AuditCheck Verify(SqliteConnection connection, AuditHead? pinned)
    {
        AuditHead head = AuditHead.Empty;
        byte[] previous = AuditHash.Zero;
        AuditCheck Wrong(long number, string what) => new(head, new AuditFault(number, what));
        foreach (AuditLine line in AuditTables.All(connection))
        {
            if (FaultOf(line, head.Number + 1, previous) is { } fault)
            {
                return new AuditCheck(head, fault);
            }

            previous = line.Hash;
            head = HeadOf(line.Number, line.Hash);
            if (pinned?.Number == head.Number && pinned != head)
            {
                return Wrong(head.Number, "is not the one that was pinned: the log was made anew");
            }
        }

        long highest = Math.Max(AuditTables.HighestEver(connection), pinned?.Number ?? 0);
        return highest > head.Number ? Wrong(head.Number + 1, $"was removed from the end, up to {highest}") : new AuditCheck(head, null);
    }

    private AuditFault? FaultOf(AuditLine line, long expected, byte[] previous)
    {
        if (line.Number != expected)
        {
            return line.Number < expected ? new AuditFault(line.Number, "was put in") : new AuditFault(expected, "was removed");
        }

        if (!line.Previous.AsSpan().SequenceEqual(previous))
        {
            return new AuditFault(line.Number, "does not follow the entry before it");
        }

        byte[] hash = AuditHash.Of(_keys.Audit, line.Number, line.At.ToUnixTimeMilliseconds(), line.Entry, line.Previous);
        return line.Hash.AsSpan().SequenceEqual(hash) ? null : new AuditFault(line.Number, "was changed");
    }

    private static AuditHead HeadOf(long number, byte[] hash) => new(number, Convert.ToHexStringLower(hash));

    private static string Cut(string text, int lengthMax) => text.Length <= lengthMax ? text : text[..lengthMax];
}

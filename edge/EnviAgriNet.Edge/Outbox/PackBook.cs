using EnviAgriNet.Core.Readings;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>
/// Which packs wait and how many readings each has, kept in the control database, away from the packs themselves: when a segment is
/// damaged, the book says exactly what it held. About ten bytes a waiting pack. All members run within a transaction or read.
/// </summary>
internal sealed class PackBook(SqliteFile file)
{
    public const string Table = "CREATE TABLE IF NOT EXISTS pack(sequence INTEGER PRIMARY KEY, readings INTEGER NOT NULL)";

    /// <summary>Enters a pack, or its new number of readings.</summary>
    public void Enter(long sequence, long readings) =>
        file.Execute("INSERT OR REPLACE INTO pack VALUES($1,$2)", sequence, readings);

    /// <summary>Takes packs out whose fate is settled.</summary>
    public void Remove(long first, long last) => file.Execute("DELETE FROM pack WHERE sequence BETWEEN $1 AND $2", first, last);

    /// <summary>How many readings the waiting packs of a range have.</summary>
    public long Readings(SequenceRange range) => file.Number(
        "SELECT coalesce(sum(readings),0) FROM pack WHERE sequence BETWEEN $1 AND $2", range.First, range.Last) ?? 0;

    /// <summary>The waiting packs from a sequence up to, and without, another.</summary>
    public SortedDictionary<long, long> Between(long first, long end)
    {
        SortedDictionary<long, long> packs = [];
        using SqliteDataReader reader = file.Query(
            "SELECT sequence, readings FROM pack WHERE sequence>=$1 AND sequence<$2", first, end);
        while (reader.Read())
        {
            packs.Add(reader.GetInt64(0), reader.GetInt64(1));
        }

        return packs;
    }

    /// <summary>The numbers of the waiting packs from a sequence up to, and without, another.</summary>
    public SequenceSet Waiting(long first, long end)
    {
        SequenceSet waiting = new();
        using SqliteDataReader reader = file.Query(
            "SELECT sequence FROM pack WHERE sequence>=$1 AND sequence<$2 ORDER BY sequence", first, end);
        while (reader.Read())
        {
            waiting.AddRange(reader.GetInt64(0), reader.GetInt64(0));
        }

        return waiting;
    }
}

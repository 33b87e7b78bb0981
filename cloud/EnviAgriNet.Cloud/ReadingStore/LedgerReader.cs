using EnviAgriNet.Core.Geography;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>The ledger as it is in the file, the newest commit included; may run in another process than the writer.</summary>
internal static class LedgerReader
{
    /// <summary>The same of a file by its name. Throws <see cref="StoreException"/> for one that cannot be read.</summary>
    public static List<LedgerLine> Read(string file, StationId? station)
    {
        try
        {
            using SqliteConnection connection = StoreFile.OpenReader(file);
            return Read(connection, station);
        }
        catch (SqliteException e)
        {
            throw new StoreException(e.Message, isTransient: false, e);
        }
    }

    /// <summary>A line per station and outbox, by station. Throws <see cref="SqliteException"/> for a file that cannot be read.</summary>
    public static List<LedgerLine> Read(SqliteConnection connection, StationId? station)
    {
        using Statement rows = new(
            connection,
            "SELECT station.id, ledger.outbox, ledger.station, ledger.data FROM ledger JOIN station ON station.number = ledger.station "
            + "WHERE ?1 = '' OR station.id = ?1 ORDER BY station.id, ledger.outbox");
        rows.Bind(1, station?.Value ?? string.Empty);
        List<LedgerLine> lines = [];
        while (rows.Next())
        {
            if (StationId.TryParse(rows.Text(0), out StationId id)
                && LedgerCodec.Decode((int)rows.Integer(2), rows.Bytes(3)) is { } entry)
            {
                lines.Add(LedgerCodec.Line(id, rows.Text(1), entry));
            }
        }

        return lines;
    }
}

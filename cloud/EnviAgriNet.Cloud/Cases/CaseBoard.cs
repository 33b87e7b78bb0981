using EnviAgriNet.Cloud.Registry;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Cases;

/// <summary>What the officers' page shows above its list, and by which it knows that something changed. Safe for use by several threads.</summary>
internal sealed class CaseBoard
{
    private readonly RegistryDatabase _database;

    // The tables must be there before they are counted.
    public CaseBoard(RegistryDatabase database, CaseBook cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        _database = database;
    }

    /// <summary>
    /// Grows with every step of every case, whichever process took it, and never falls: a page that has seen a number asks again when
    /// there is another one.
    /// </summary>
    public long Change() => _database.Read(c => (long)(c.One("SELECT COALESCE(MAX(id), 0) FROM case_step") ?? 0L));

    /// <summary>How many open cases there are, by whether they are calls for help and by state.</summary>
    public IReadOnlyList<CaseCount> Counts() => _database.Read(c => c.List(
        """
        SELECT kind = 'help', state, COUNT(*), MIN(opened_at) FROM case_file WHERE state IN ('new', 'assigned', 'on-the-way')
        GROUP BY kind = 'help', state ORDER BY 1 DESC, 2
        """,
        Read));

    private static CaseCount Read(SqliteDataReader row) =>
        new(row.GetBoolean(0), CaseTables.State(row.GetString(1)), row.GetInt64(2), CaseTables.Time(row.GetInt64(3)));
}

/// <summary>Open cases of one sort.</summary>
/// <param name="IsHelp">Whether they are calls for help.</param>
/// <param name="State">How far they have come.</param>
/// <param name="Count">How many.</param>
/// <param name="OldestAt">When the oldest of them was opened.</param>
internal sealed record CaseCount(bool IsHelp, CaseState State, long Count, DateTimeOffset OldestAt);

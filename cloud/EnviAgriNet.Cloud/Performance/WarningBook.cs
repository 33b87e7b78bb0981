using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Channels.Proof;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Hazards;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Performance;

/// <summary>
/// What became of each warning, entered once all of its deliveries are settled: a year of warnings can then be summed up without a look at
/// every single delivery, also after those were deleted. Safe for use by several threads.
/// </summary>
internal sealed class WarningBook
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS kpi_warning(
            alert TEXT PRIMARY KEY, event TEXT NOT NULL, version INTEGER NOT NULL, clear INTEGER NOT NULL, sent INTEGER NOT NULL, told INTEGER,
            people INTEGER NOT NULL, reached INTEGER NOT NULL, half_s REAL) STRICT, WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS kpi_warning_sent ON kpi_warning(sent);
        """;

    private readonly RegistryDatabase _database;
    private readonly ProofBook _proofs;

    // The tables of the deliveries must be there, which the proofs see to.
    public WarningBook(RegistryDatabase database, ProofBook proofs)
    {
        _database = database;
        _proofs = proofs;
        database.EnsureTables(DeliveryTables.Sql);
        database.EnsureTables(Schema);
    }

    /// <summary>Enters warnings that are settled since the last time, up to a number; how many.</summary>
    public int Enter(DateTimeOffset now, int most)
    {
        List<string> due = _database.Read(connection => connection.List(
            """
            SELECT b.alert FROM bulletin b JOIN alert a ON a.identifier = b.alert
            WHERE a.pages = 1 AND b.targeted_at < $before AND NOT EXISTS (SELECT 1 FROM kpi_warning k WHERE k.alert = b.alert)
                AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.alert = b.alert AND d.state IN ('queued', 'sending', 'sent'))
            ORDER BY b.targeted_at LIMIT $most
            """,
            row => row.GetString(0),
            ("$before", (now - Limits.SettledAfter).ToUnixTimeMilliseconds()), ("$most", most)));
        foreach (AlertProof proof in due.Select(_proofs.Find).OfType<AlertProof>())
        {
            Enter(proof);
        }

        return due.Count;
    }

    /// <summary>The warnings sent in a year, with what became of them.</summary>
    public WarningSums Sums(KpiYear year) => _database.Read(connection =>
    {
        List<(bool IsClear, long People, long Reached, double? Half)> rows = connection.List(
            "SELECT clear, people, reached, half_s FROM kpi_warning WHERE sent >= $from AND sent < $to",
            row => (row.GetBoolean(0), row.GetInt64(1), row.GetInt64(2), row.IsDBNull(3) ? (double?)null : row.GetDouble(3)),
            ("$from", year.BeginMs), ("$to", year.EndMs));
        long open = (long)connection.One(
            """
            SELECT COUNT(*) FROM bulletin b JOIN alert a ON a.identifier = b.alert WHERE a.pages = 1 AND a.sent_at >= $from AND a.sent_at < $to
                AND NOT EXISTS (SELECT 1 FROM kpi_warning k WHERE k.alert = b.alert)
            """,
            ("$from", year.BeginMs), ("$to", year.EndMs))!;
        return new WarningSums(
            rows.Count, open, rows.Sum(r => r.People), rows.Sum(r => r.Reached),
            [.. rows.Where(r => !r.IsClear && r.Half is not null).Select(r => r.Half!.Value)], Leads(connection, year));
    });

    /// <summary>
    /// Of each event that is over: how long before it first stood at its worst the first message was received. An event that began at its
    /// worst gives no lead, which is told apart: nobody could have been told before.
    /// </summary>
    private static LeadSums Leads(SqliteConnection connection, KpiYear year)
    {
        List<double> leads = [];
        int atOnce = 0;
        foreach ((string id, long told) in connection.List(
            """
            SELECT k.event, MIN(k.told) FROM kpi_warning k JOIN event e ON e.id = k.event
            WHERE k.sent >= $from AND k.sent < $to AND k.told IS NOT NULL AND k.half_s IS NOT NULL AND k.clear = 0 AND e.ended IS NOT NULL
            GROUP BY k.event
            """,
            row => (row.GetString(0), row.GetInt64(1)),
            ("$from", year.BeginMs), ("$to", year.EndMs)))
        {
            List<(long At, HazardLevel Level)> steps = connection.List(
                "SELECT at, level FROM event_change WHERE event = $event AND kind IN ('Opened', 'LevelChanged') ORDER BY at",
                row => (row.GetInt64(0), Enum.TryParse(row.GetString(1), out HazardLevel level) ? level : HazardLevel.None),
                ("$event", id));
            HazardLevel worst = steps.Select(s => s.Level).DefaultIfEmpty().Max();
            long worstAt = steps.Where(s => s.Level == worst).Select(s => s.At).DefaultIfEmpty().First();
            if (steps.Count == 0 || steps[0].At == worstAt)
            {
                atOnce++;
            }
            else
            {
                leads.Add((worstAt - told) / 1000.0);
            }
        }

        return new LeadSums(leads, atOnce);
    }

    private void Enter(AlertProof proof) => _database.Write(connection => connection.Run(
        "INSERT OR IGNORE INTO kpi_warning VALUES($alert, $event, $version, $clear, $sent, $told, $people, $reached, $half)",
        ("$alert", proof.Identifier), ("$event", proof.Event), ("$version", proof.Version), ("$clear", proof.AllClear ? 1 : 0),
        ("$sent", (proof.Times.ReleasedAt ?? proof.Times.DecidedAt).ToUnixTimeMilliseconds()),
        ("$told", proof.Times.FirstReceiptAt?.ToUnixTimeMilliseconds()), ("$people", proof.People), ("$reached", proof.PeopleReached),
        ("$half", proof.DelaysS?.ReceiptP50)));
}

/// <summary>The warnings of a year.</summary>
/// <param name="Count">Those whose deliveries are all settled.</param>
/// <param name="Open">Those that are still under way; they are not counted yet.</param>
/// <param name="People">How many persons they were meant for, each warning counted.</param>
/// <param name="Reached">How many of them got theirs.</param>
/// <param name="HalfS">Seconds from the measurement until half of the receipts were there, for each warning of which that is known.</param>
/// <param name="Leads">How long before the worst people knew.</param>
internal sealed record WarningSums(int Count, long Open, long People, long Reached, IReadOnlyList<double> HalfS, LeadSums Leads);

/// <summary>Seconds from the first receipt to the worst of each event that grew, below 0 when it came after; and how many stood at their worst at once.</summary>
internal sealed record LeadSums(IReadOnlyList<double> Seconds, int AtOnce);

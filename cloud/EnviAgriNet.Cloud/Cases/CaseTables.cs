using EnviAgriNet.Cloud.Registry;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Cases;

/// <summary>The tables of the cases. Times are milliseconds since 1970 by the machine's clock; words are encrypted.</summary>
internal static class CaseTables
{
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS case_file(
            id INTEGER PRIMARY KEY AUTOINCREMENT, number TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, state TEXT NOT NULL, way TEXT NOT NULL,
            recipient TEXT, language TEXT NOT NULL, region TEXT, place TEXT, people INTEGER, needs TEXT NOT NULL, assignee TEXT,
            messages INTEGER NOT NULL, opened_at INTEGER NOT NULL, heard_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,
            called_at INTEGER, calls INTEGER NOT NULL DEFAULT 0) STRICT;
        CREATE INDEX IF NOT EXISTS case_file_state ON case_file(state, kind);
        CREATE INDEX IF NOT EXISTS case_file_recipient ON case_file(recipient, heard_at);
        CREATE TABLE IF NOT EXISTS case_origin(origin TEXT PRIMARY KEY, case_id INTEGER NOT NULL, is_merged INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS case_step(
            id INTEGER PRIMARY KEY AUTOINCREMENT, case_id INTEGER NOT NULL, at INTEGER NOT NULL, actor TEXT NOT NULL, what TEXT NOT NULL,
            state TEXT NOT NULL, details BLOB) STRICT;
        CREATE INDEX IF NOT EXISTS case_step_case ON case_step(case_id, id);
        CREATE TABLE IF NOT EXISTS duty_call(id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, cases INTEGER NOT NULL) STRICT;
        """;

    private const string Columns =
        "id, number, kind, state, way, recipient, language, region, place, people, needs, assignee, messages, opened_at, heard_at, changed_at";

    public static List<CaseLine> Select(
        SqliteConnection connection, string where, params (string Name, object? Value)[] parameters) => connection.List(
        $"SELECT {Columns} FROM case_file {where}",
        row => new CaseLine(
            row.GetInt64(0), row.GetString(1), row.GetString(2), State(row.GetString(3)), row.GetString(4), Text(row, 5), row.GetString(6),
            Text(row, 7), Text(row, 8), row.IsDBNull(9) ? null : row.GetInt32(9),
            row.GetString(10).Split(' ', StringSplitOptions.RemoveEmptyEntries), Text(row, 11), row.GetInt32(12),
            Time(row.GetInt64(13)), Time(row.GetInt64(14)), Time(row.GetInt64(15))),
        parameters);

    public static CaseState State(string word) => CaseMoves.TryParse(word, out CaseState state)
        ? state
        : throw new InvalidDataException($"'{word}' is no state of a case");

    public static long Ms(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public static DateTimeOffset Time(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}

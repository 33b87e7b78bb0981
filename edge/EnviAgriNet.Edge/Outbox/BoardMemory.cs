using System.Text;
using EnviAgriNet.Protocol.Messages;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>
/// Which alerts the centre was told of, one per event, who has acknowledged them, and what stood before an event was over; kept in the
/// control database.
/// </summary>
internal sealed class BoardMemory(SqliteFile file)
{
    // What stood before has a table of its own, so that an edge from before it reads the first one as it always did.
    public const string Table =
        """
        CREATE TABLE IF NOT EXISTS board(
            event TEXT PRIMARY KEY, id TEXT NOT NULL, version INTEGER NOT NULL, notice TEXT NOT NULL, shown_ms INTEGER NOT NULL,
            acked_by TEXT, acked_ms INTEGER) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS board_before(event TEXT PRIMARY KEY, notice TEXT NOT NULL) WITHOUT ROWID
        """;

    /// <summary>Keeps a line in place of the one of the same event; within a transaction.</summary>
    public void Keep(BoardLine line)
    {
        file.Execute(
            "INSERT OR REPLACE INTO board(event,id,version,notice,shown_ms,acked_by,acked_ms) VALUES($1,$2,$3,$4,$5,$6,$7)",
            line.Key, line.Notice.Identifier, line.Notice.Version, Text(line.Notice), line.ShownAt.ToUnixTimeMilliseconds(),
            line.AcknowledgedBy, line.AcknowledgedAt?.ToUnixTimeMilliseconds());
        file.Execute("DELETE FROM board_before WHERE event=$1", line.Key);
        if (line.Before is { } before)
        {
            file.Execute("INSERT INTO board_before(event,notice) VALUES($1,$2)", line.Key, Text(before));
        }

        file.Execute(
            "DELETE FROM board WHERE event NOT IN (SELECT event FROM board ORDER BY shown_ms DESC LIMIT $1)", Limits.BoardLinesMax);
        file.Execute("DELETE FROM board_before WHERE event NOT IN (SELECT event FROM board)");
    }

    /// <summary>All lines, the newest first; also of alerts that are withdrawn or have expired.</summary>
    public IReadOnlyList<BoardLine> Lines()
    {
        List<BoardLine> lines = [];
        using SqliteDataReader reader = file.Query(
            """
            SELECT board.notice, shown_ms, acked_by, acked_ms, board_before.notice
            FROM board LEFT JOIN board_before USING(event) ORDER BY shown_ms DESC, event
            """);
        while (reader.Read())
        {
            if (Notice(reader.GetString(0)) is { } notice)
            {
                lines.Add(new BoardLine(
                    notice,
                    DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(1)),
                    reader.IsDBNull(2) ? null : reader.GetString(2),
                    reader.IsDBNull(3) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(3)),
                    reader.IsDBNull(4) ? null : Notice(reader.GetString(4))));
            }
        }

        return lines;
    }

    private static string Text(AlertNotice notice) => Encoding.UTF8.GetString(MessageJson.Encode(notice));

    private static AlertNotice? Notice(string text) => MessageJson.DecodeNotice(Encoding.UTF8.GetBytes(text), out _);
}

/// <summary>One line of the board: the newest notice of an event.</summary>
/// <param name="Notice">The alert, or what withdrew it.</param>
/// <param name="ShownAt">When it came.</param>
/// <param name="AcknowledgedBy">Who has acknowledged it, or null.</param>
/// <param name="AcknowledgedAt">When, or null.</param>
/// <param name="Before">When it says that the event is over: the warning that stood before; else null.</param>
internal sealed record BoardLine(
    AlertNotice Notice, DateTimeOffset ShownAt, string? AcknowledgedBy, DateTimeOffset? AcknowledgedAt, AlertNotice? Before)
{
    /// <summary>What tells events apart.</summary>
    public string Key => KeyOf(Notice);

    /// <summary>Whether the alert was taken back.</summary>
    public bool IsWithdrawn => Notice.Type == "Cancel";

    /// <summary>Whether it says that the danger is over.</summary>
    public bool IsAllClear => Notice.Voice == "all-clear";

    /// <summary>What tells the event of a notice apart; clouds of old name none.</summary>
    public static string KeyOf(AlertNotice notice) => notice.EventId.Length > 0 ? notice.EventId : notice.Identifier;
}

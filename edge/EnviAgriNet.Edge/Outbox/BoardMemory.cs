using System.Text;
using EnviAgriNet.Protocol.Messages;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>Which alerts stand on the board, one per event, and who has acknowledged them; kept in the control database.</summary>
internal sealed class BoardMemory(SqliteFile file)
{
    public const string Table =
        """
        CREATE TABLE IF NOT EXISTS board(
            event TEXT PRIMARY KEY, id TEXT NOT NULL, version INTEGER NOT NULL, notice TEXT NOT NULL, shown_ms INTEGER NOT NULL,
            acked_by TEXT, acked_ms INTEGER) WITHOUT ROWID
        """;

    /// <summary>A notice is shown, or takes its event from the board; within a transaction. An older version changes nothing.</summary>
    public void Show(AlertNotice notice, DateTimeOffset at)
    {
        string key = notice.EventId.Length > 0 ? notice.EventId : notice.Identifier;
        if (file.Number("SELECT version FROM board WHERE event=$1", key) >= notice.Version)
        {
            return;
        }

        file.Execute(
            "INSERT OR REPLACE INTO board(event,id,version,notice,shown_ms) VALUES($1,$2,$3,$4,$5)",
            key, notice.Identifier, notice.Version, Text(notice), at.ToUnixTimeMilliseconds());
        file.Execute(
            "DELETE FROM board WHERE event NOT IN (SELECT event FROM board ORDER BY shown_ms DESC LIMIT $1)", Limits.BoardLinesMax);
    }

    /// <summary>Who has acknowledged an alert, if it is still the newest of its event; within a transaction. False for a repeat.</summary>
    public bool Acknowledge(string identifier, string by, DateTimeOffset at) => file.Execute(
        "UPDATE board SET acked_by=$1, acked_ms=$2 WHERE id=$3 AND acked_by IS NULL", by, at.ToUnixTimeMilliseconds(), identifier) > 0;

    /// <summary>All lines, the newest first; also of alerts that are withdrawn or have expired.</summary>
    public IReadOnlyList<BoardLine> Lines()
    {
        List<BoardLine> lines = [];
        using SqliteDataReader reader = file.Query("SELECT notice,shown_ms,acked_by,acked_ms FROM board ORDER BY shown_ms DESC, event");
        while (reader.Read())
        {
            if (MessageJson.DecodeNotice(Encoding.UTF8.GetBytes(reader.GetString(0)), out _) is { } notice)
            {
                lines.Add(new BoardLine(
                    notice,
                    DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(1)),
                    reader.IsDBNull(2) ? null : reader.GetString(2),
                    reader.IsDBNull(3) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(3))));
            }
        }

        return lines;
    }

    private static string Text(AlertNotice notice) => Encoding.UTF8.GetString(MessageJson.Encode(notice));
}

/// <summary>One line of the board.</summary>
/// <param name="Notice">The alert.</param>
/// <param name="ShownAt">When it was shown.</param>
/// <param name="AcknowledgedBy">Who has acknowledged it, or null.</param>
/// <param name="AcknowledgedAt">When, or null.</param>
internal sealed record BoardLine(
    AlertNotice Notice, DateTimeOffset ShownAt, string? AcknowledgedBy, DateTimeOffset? AcknowledgedAt);

namespace EnviAgriNet.Edge.Outbox;

/// <summary>The tables of a segment file. They are always made in this order, so that the first page of every segment is alike.</summary>
internal static class SegmentSchema
{
    public const int Version = 2;

    public const string Outbox = "outbox";
    public const string Generation = "generation";
    public const string CreatedAt = "created_at";
    public const string FirstSequence = "first_sequence";
    public const string NextSequence = "next_sequence";
    public const string Accepted = "accepted_readings";
    public const string Begun = "begun_readings";

    /// <summary>
    /// The last row of the journal whose readings are in <see cref="Accepted"/>; those of later rows come on top. Absent where
    /// all are in it.
    /// </summary>
    public const string Counted = "counted_row";

    public const string Untold = "untold_readings";
    public const string ThinNote = "thin_note";
    public const string Thinned = "thinned";
    public const string Complete = "complete";

    private static readonly string[] Tables =
    [
        "CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID",
        """
        CREATE TABLE journal(
            id INTEGER PRIMARY KEY AUTOINCREMENT, heard_ms INTEGER NOT NULL, boot TEXT NOT NULL, offset_ms INTEGER,
            readings INTEGER NOT NULL, body BLOB NOT NULL, row_check INTEGER NOT NULL)
        """,
        """
        CREATE TABLE pack(
            sequence INTEGER PRIMARY KEY, first_ms INTEGER NOT NULL, last_ms INTEGER NOT NULL, readings INTEGER NOT NULL,
            heard_ms INTEGER NOT NULL, boot TEXT NOT NULL, uncertainty_ms INTEGER NOT NULL, offset_ms INTEGER,
            sent INTEGER NOT NULL, bytes INTEGER NOT NULL, row_check INTEGER NOT NULL, payload BLOB NOT NULL)
        """,
        "CREATE TABLE settled(first INTEGER PRIMARY KEY, last INTEGER NOT NULL, fate INTEGER NOT NULL)",
    ];

    /// <summary>Makes the tables in an empty file.</summary>
    public static void Create(SqliteFile file)
    {
        file.Execute($"PRAGMA user_version={Version}");
        foreach (string table in Tables)
        {
            file.Execute(table);
        }
    }
}

namespace EnviAgriNet.Edge.Outbox;

/// <summary>What a segment's file says of itself, by the keys of <see cref="SegmentSchema"/>.</summary>
internal static class SegmentMeta
{
    /// <summary>Makes the tables and the first entries of a new segment; within a transaction.</summary>
    public static void Begin(SqliteFile file, string outbox, long generation, long first, long accepted, DateTimeOffset now)
    {
        SegmentSchema.Create(file);
        Write(file, SegmentSchema.Outbox, outbox);
        Write(file, SegmentSchema.Generation, generation);
        Write(file, SegmentSchema.CreatedAt, now.ToUnixTimeMilliseconds());
        Write(file, SegmentSchema.FirstSequence, first);
        Write(file, SegmentSchema.NextSequence, first);
        Write(file, SegmentSchema.Accepted, accepted);
        Write(file, SegmentSchema.Begun, accepted);
        Write(file, SegmentSchema.Complete, 1L);
    }

    public static void Write(SqliteFile file, string key, object value) =>
        file.Execute("INSERT INTO meta(key,value) VALUES($1,$2) ON CONFLICT(key) DO UPDATE SET value=excluded.value", key, value);

    public static long? Number(SqliteFile file, string key) => file.Number("SELECT value FROM meta WHERE key=$1", key);

    public static string? Text(SqliteFile file, string key) => file.Text("SELECT value FROM meta WHERE key=$1", key);
}

using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry.Farms;

/// <summary>What farmers were told, and what they said they did. Safe for use by several threads.</summary>
internal sealed class AdviceBook
{
    private const string Rows = "SELECT id, subscriber, plot, kind, key, state, text, asks, given_at, done_at FROM advice";

    private readonly RegistryDatabase _database;

    public AdviceBook(RegistryDatabase database)
    {
        _database = database;
        database.EnsureTables(FarmTables.Sql);
    }

    /// <summary>What a farmer was told, the newest first.</summary>
    public IReadOnlyList<AdviceLine> Of(long subscriber) => _database.Read(connection => Of(connection, subscriber));

    /// <summary>The same inside a transaction.</summary>
    public static IReadOnlyList<AdviceLine> Of(SqliteConnection connection, long subscriber) => connection.List(
        $"{Rows} WHERE subscriber = $subscriber ORDER BY given_at DESC, id DESC LIMIT $most",
        Read,
        ("$subscriber", subscriber), ("$most", Limits.AdviceShownMax));

    /// <summary>The newest advice to anybody, the newest first.</summary>
    public IReadOnlyList<AdviceLine> Newest(int most) => _database.Read(connection =>
        connection.List($"{Rows} ORDER BY given_at DESC, id DESC LIMIT $most", Read, ("$most", most)));

    /// <summary>Enters a piece of advice inside a transaction; false when the farmer was given it before.</summary>
    public static bool Enter(SqliteConnection transaction, AdviceLine advice) => transaction.Run(
        """
        INSERT OR IGNORE INTO advice(subscriber, plot, kind, key, state, text, asks, given_at)
        VALUES($subscriber, $plot, $kind, $key, $state, $text, $asks, $given)
        """,
        ("$subscriber", advice.Subscriber),
        ("$plot", advice.Plot),
        ("$kind", advice.Kind),
        ("$key", advice.Key),
        ("$state", advice.State),
        ("$text", advice.Text),
        ("$asks", advice.AsksToAct ? 1L : 0L),
        ("$given", FarmTables.Ms(advice.GivenAt))) == 1;

    /// <summary>
    /// The farmer says that they did what they were last advised: marks the newest piece of advice that asked for something and is not
    /// done. Null when there is none of late.
    /// </summary>
    public static AdviceLine? Done(SqliteConnection transaction, long subscriber, DateTimeOffset now)
    {
        AdviceLine? last = transaction.List(
            $"{Rows} WHERE subscriber = $subscriber AND asks = 1 AND given_at > $since ORDER BY given_at DESC, id DESC LIMIT 1",
            Read,
            ("$subscriber", subscriber), ("$since", FarmTables.Ms(now - Limits.DoneWithin))).FirstOrDefault();
        return last is { DoneAt: null } open && Mark(transaction, subscriber, open.Id, now) ? open with { DoneAt = now } : last;
    }

    /// <summary>Marks one piece of advice as done; false when it is not the farmer's, or was done before.</summary>
    public bool Done(long subscriber, long advice, DateTimeOffset now) =>
        _database.Write(transaction => Mark(transaction, subscriber, advice, now));

    /// <summary>Removes advice of before a time; how many.</summary>
    public int Sweep(DateTimeOffset before) => _database.Write(transaction => transaction.Run(
        "DELETE FROM advice WHERE given_at < $before", ("$before", FarmTables.Ms(before))));

    private static bool Mark(SqliteConnection transaction, long subscriber, long advice, DateTimeOffset now) => transaction.Run(
        "UPDATE advice SET done_at = $now WHERE id = $id AND subscriber = $subscriber AND done_at IS NULL",
        ("$now", FarmTables.Ms(now)), ("$id", advice), ("$subscriber", subscriber)) == 1;

    private static AdviceLine Read(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetInt64(1),
        row.IsDBNull(2) ? null : row.GetInt64(2),
        row.GetString(3),
        row.GetString(4),
        row.GetString(5),
        row.GetString(6),
        row.GetInt64(7) != 0,
        FarmTables.Time(row.GetInt64(8)),
        row.IsDBNull(9) ? null : FarmTables.Time(row.GetInt64(9)));
}

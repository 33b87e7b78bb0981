namespace EnviAgriNet.Cloud.Registry.Farms;

/// <summary>Who lets extension officers see their farm. Nobody does until they say so. Safe for use by several threads.</summary>
internal sealed class FarmSharing
{
    private readonly RegistryDatabase _database;

    public FarmSharing(RegistryDatabase database)
    {
        _database = database;
        database.EnsureTables(FarmTables.Sql);
    }

    /// <summary>Since when a farm may be seen by officers; null when it may not.</summary>
    public DateTimeOffset? Since(long subscriber) => _database.Read(connection =>
        (long?)connection.One("SELECT since FROM farm_sharing WHERE subscriber = $id", ("$id", subscriber)) is { } ms
            ? FarmTables.Time(ms)
            : (DateTimeOffset?)null);

    /// <summary>All who share, in order.</summary>
    public IReadOnlyList<long> All() => _database.Read(connection =>
        connection.List("SELECT subscriber FROM farm_sharing ORDER BY subscriber", row => row.GetInt64(0)));

    /// <summary>The farmer's own word on it; a repeat changes nothing.</summary>
    public void Set(long subscriber, bool isShared, DateTimeOffset now) => _database.Write(transaction => isShared
        ? transaction.Run(
            "INSERT OR IGNORE INTO farm_sharing(subscriber, since) SELECT id, $now FROM subscriber WHERE id = $id",
            ("$now", FarmTables.Ms(now)), ("$id", subscriber))
        : transaction.Run("DELETE FROM farm_sharing WHERE subscriber = $id", ("$id", subscriber)));
}

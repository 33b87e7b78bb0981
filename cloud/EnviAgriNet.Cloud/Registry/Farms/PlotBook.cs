using System.Globalization;
using EnviAgriNet.Core.Geography;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry.Farms;

/// <summary>
/// The fields of farmers. A plot is changed or removed only under the subscriber whose it is. Safe for use by several threads.
/// </summary>
internal sealed class PlotBook
{
    private const string Rows = "SELECT id, subscriber, crop, variety, region, planted_on, soil, rai, irrigated FROM plot";

    private readonly RegistryDatabase _database;
    private readonly TimeProvider _time;

    public PlotBook(RegistryDatabase database, TimeProvider time)
    {
        _database = database;
        _time = time;
        database.EnsureTables(FarmTables.Sql);
    }

    /// <summary>The plots of a subscriber in the order they came.</summary>
    public IReadOnlyList<Plot> Of(long subscriber) => _database.Read(connection => Of(connection, subscriber));

    /// <summary>The same inside a transaction.</summary>
    public static IReadOnlyList<Plot> Of(SqliteConnection connection, long subscriber) =>
        connection.List($"{Rows} WHERE subscriber = $subscriber ORDER BY id", Read, ("$subscriber", subscriber));

    /// <summary>All plots in the order they came.</summary>
    public IReadOnlyList<Plot> All() => _database.Read(connection => connection.List($"{Rows} ORDER BY id", Read));

    /// <summary>One plot, or null.</summary>
    public Plot? Find(long id) =>
        _database.Read(connection => connection.List($"{Rows} WHERE id = $id", Read, ("$id", id)) is [var only] ? only : null);

    /// <summary>Whose plots of a crop, or of one variety of it, lie in a region.</summary>
    public IReadOnlyList<long> Growers(string crop, string? variety, RegionId region) => _database.Read(connection => connection.List(
        """
        SELECT DISTINCT subscriber FROM plot
        WHERE crop = $crop AND ($variety IS NULL OR variety = $variety) AND substr(region, 1, length($region)) = $region ORDER BY subscriber
        """,
        row => row.GetInt64(0),
        ("$crop", crop), ("$variety", variety), ("$region", region.Code)));

    /// <summary>Adds a plot (id 0) or changes the one of that id and subscriber; its id, or null when it is not theirs or there are too many.</summary>
    public long? Put(Plot plot) => _database.Write(transaction => Put(transaction, plot));

    /// <summary>The same inside a transaction.</summary>
    public long? Put(SqliteConnection transaction, Plot plot)
    {
        if (plot.Id != 0)
        {
            return transaction.Run(
                """
                UPDATE plot SET crop = $crop, variety = $variety, region = $region, planted_on = $planted, soil = $soil, rai = $rai,
                    irrigated = $irrigated, changed_at = $now WHERE id = $id AND subscriber = $subscriber
                """,
                [.. Parameters(plot), ("$id", plot.Id)]) == 1 ? plot.Id : null;
        }

        long plots = (long)transaction.One("SELECT COUNT(*) FROM plot WHERE subscriber = $subscriber", ("$subscriber", plot.Subscriber))!;
        return plots >= Limits.PlotsPerSubscriberMax ? null : (long)transaction.One(
            """
            INSERT INTO plot(subscriber, crop, variety, region, planted_on, soil, rai, irrigated, changed_at)
            VALUES($subscriber, $crop, $variety, $region, $planted, $soil, $rai, $irrigated, $now) RETURNING id
            """,
            Parameters(plot))!;
    }

    /// <summary>
    /// Adds a plot that somebody told of without saying which one it is: one of the same crop at the same place takes what is new, and
    /// keeps what was not said. Its id and what it did; null when there are too many.
    /// </summary>
    public (long Id, RowFate Fate)? Join(SqliteConnection transaction, Plot plot)
    {
        Plot? known = Of(transaction, plot.Subscriber).FirstOrDefault(
            p => p.Crop == plot.Crop && p.Subdistrict == plot.Subdistrict && (p.Variety ?? plot.Variety) == (plot.Variety ?? p.Variety));
        Plot wanted = known is null ? plot with { Id = 0 } : plot with
        {
            Id = known.Id,
            Variety = plot.Variety ?? known.Variety,
            PlantedOn = plot.PlantedOn ?? known.PlantedOn,
            Soil = plot.Soil ?? known.Soil,
            Rai = plot.Rai ?? known.Rai,
            IsIrrigated = plot.IsIrrigated ?? known.IsIrrigated,
        };
        if (wanted == known)
        {
            return (known.Id, RowFate.Unchanged);
        }

        return Put(transaction, wanted) is { } id ? (id, known is null ? RowFate.Added : RowFate.Updated) : null;
    }

    /// <summary>Removes a plot of a subscriber; false when there is none.</summary>
    public bool Remove(long subscriber, long id) => _database.Write(transaction => transaction.Run(
        "DELETE FROM plot WHERE id = $id AND subscriber = $subscriber", ("$id", id), ("$subscriber", subscriber)) == 1);

    /// <summary>Removes what is kept about farms of people who said STOP on every channel, as their places and crops are removed.</summary>
    public int SweepStopped() => _database.Write(transaction =>
    {
        const string Gone = "NOT EXISTS (SELECT 1 FROM contact c WHERE c.subscriber = t.subscriber AND c.state <> 'stopped')";
        return transaction.Run($"DELETE FROM plot AS t WHERE {Gone}")
            + transaction.Run($"DELETE FROM farm_sharing AS t WHERE {Gone}") + transaction.Run($"DELETE FROM advice AS t WHERE {Gone}");
    });

    private static Plot Read(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetInt64(1),
        row.GetString(2),
        row.IsDBNull(3) ? null : row.GetString(3),
        RegionId.Parse(row.GetString(4)),
        row.IsDBNull(5) ? null : DateOnly.ParseExact(row.GetString(5), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        row.IsDBNull(6) ? null : row.GetString(6),
        row.IsDBNull(7) ? null : row.GetDouble(7),
        row.IsDBNull(8) ? null : row.GetInt64(8) != 0);

    private (string Name, object? Value)[] Parameters(Plot plot) =>
    [
        ("$subscriber", plot.Subscriber),
        ("$crop", plot.Crop),
        ("$variety", plot.Variety),
        ("$region", plot.Subdistrict.Code),
        ("$planted", FarmTables.Text(plot.PlantedOn)),
        ("$soil", plot.Soil),
        ("$rai", plot.Rai),
        ("$irrigated", plot.IsIrrigated is { } water ? water ? 1L : 0L : null),
        ("$now", FarmTables.Ms(_time.GetUtcNow())),
    ];
}

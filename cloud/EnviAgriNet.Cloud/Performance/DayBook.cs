using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Performance;

/// <summary>What arrived from each station day by day, counted from the roll-ups. Safe for use by several threads.</summary>
internal sealed class DayBook
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS station_day(
            day INTEGER NOT NULL, station TEXT NOT NULL, hours INTEGER NOT NULL, readings INTEGER NOT NULL, usable INTEGER NOT NULL,
            PRIMARY KEY(day, station)) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS station_begin(station TEXT PRIMARY KEY, hour INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        """;

    private readonly RegistryDatabase _database;

    public DayBook(RegistryDatabase database)
    {
        _database = database;
        database.EnsureTables(Schema);
    }

    /// <summary>Puts counted days in the place of what was counted before. They are on disk when this returns.</summary>
    public void Put(IReadOnlyCollection<CountedDay> days) => _database.Write(connection =>
    {
        foreach (CountedDay day in days)
        {
            connection.Run(
                "INSERT OR REPLACE INTO station_day VALUES($day, $station, $hours, $readings, $usable)",
                ("$day", day.Day), ("$station", day.Station.Value), ("$hours", day.Hours), ("$readings", day.Readings), ("$usable", day.Usable));
            connection.Run(
                "INSERT INTO station_begin VALUES($station, $hour) ON CONFLICT(station) DO UPDATE SET hour = min(hour, excluded.hour)",
                ("$station", day.Station.Value), ("$hour", day.FirstHour));
        }

        return 0;
    });

    /// <summary>The days of a station from a day (included) to a day (excluded) on which anything arrived, ascending.</summary>
    public IReadOnlyList<CountedDay> Days(StationId station, int from, int to) => _database.Read(connection =>
    {
        List<CountedDay> days = [];
        for (int day = from; day < to; day++)
        {
            days.AddRange(connection.List(
                "SELECT station, day, hours, readings, usable FROM station_day WHERE day = $day AND station = $station",
                Read, ("$day", day), ("$station", station.Value)));
        }

        return days;
    });

    /// <summary>The sums of each station over the days from one (included) to another (excluded).</summary>
    public IReadOnlyDictionary<StationId, CountedDay> Sums(int from, int to) => _database.Read(connection => connection.List(
        "SELECT station, MIN(day), SUM(hours), SUM(readings), SUM(usable) FROM station_day WHERE day >= $from AND day < $to GROUP BY station",
        Read, ("$from", from), ("$to", to)).ToDictionary(sum => sum.Station));

    /// <summary>The hour, as <see cref="LocalDay.HourOf"/> numbers it, in which each station was first heard of.</summary>
    public IReadOnlyDictionary<StationId, long> Begins() => _database.Read(connection => connection.List(
        "SELECT station, hour FROM station_begin", row => KeyValuePair.Create(StationId.Parse(row.GetString(0)), row.GetInt64(1))).ToDictionary());

    /// <summary>The hour in which a station was first heard of; null before it was.</summary>
    public long? Begin(StationId station) => _database.Read(connection =>
        (long?)connection.One("SELECT hour FROM station_begin WHERE station = $station", ("$station", station.Value)));

    private static CountedDay Read(SqliteDataReader row) =>
        new(StationId.Parse(row.GetString(0)), row.GetInt32(1), row.GetInt32(2), row.GetInt64(3), row.GetInt64(4), 0);
}

/// <summary>What arrived from a station on a day of Bangkok time.</summary>
/// <param name="Station">The station.</param>
/// <param name="Day">The day, as <see cref="LocalDay"/> numbers it; of a sum the first one.</param>
/// <param name="Hours">Hours in which any reading was taken that arrived.</param>
/// <param name="Readings">Readings of any quality.</param>
/// <param name="Usable">Those that passed or were not judged.</param>
/// <param name="FirstHour">The first of those hours; 0 where it was not asked for.</param>
internal sealed record CountedDay(StationId Station, int Day, int Hours, long Readings, long Usable, long FirstHour);

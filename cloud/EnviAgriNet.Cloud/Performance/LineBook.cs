using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Performance;

/// <summary>How long each station was known to be there and known to be gone, day by day, and when that changed. Safe for use by several threads.</summary>
internal sealed class LineBook
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS line_day(
            day INTEGER NOT NULL, station TEXT NOT NULL, online_ms INTEGER NOT NULL, offline_ms INTEGER NOT NULL,
            PRIMARY KEY(day, station)) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS line_change(
            number INTEGER PRIMARY KEY, station TEXT NOT NULL, at INTEGER NOT NULL, word TEXT NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS line_change_station ON line_change(station, number);
        """;

    private readonly RegistryDatabase _database;

    public LineBook(RegistryDatabase database)
    {
        _database = database;
        database.EnsureTables(Schema);
    }

    /// <summary>Adds what was seen. It is on disk when this returns.</summary>
    public void Add(IReadOnlyCollection<LineDay> days, IReadOnlyCollection<LineChange> changes) => _database.Write(connection =>
    {
        foreach (LineDay day in days)
        {
            connection.Run(
                """
                INSERT INTO line_day VALUES($day, $station, $online, $offline) ON CONFLICT(day, station) DO UPDATE
                SET online_ms = online_ms + excluded.online_ms, offline_ms = offline_ms + excluded.offline_ms
                """,
                ("$day", day.Day), ("$station", day.Station.Value), ("$online", day.OnlineMs), ("$offline", day.OfflineMs));
        }

        foreach (LineChange change in changes)
        {
            connection.Run(
                "INSERT INTO line_change(station, at, word) VALUES($station, $at, $word)",
                ("$station", change.Station.Value), ("$at", change.At.ToUnixTimeMilliseconds()), ("$word", change.Word.ToString()));
        }

        return changes.Count == 0 ? 0 : connection.Run(
            "DELETE FROM line_change WHERE number <= (SELECT MAX(number) FROM line_change) - $kept", ("$kept", Limits.ChangesKeptMax));
    });

    /// <summary>The days of a station from a day (included) to a day (excluded) that something is known of, ascending.</summary>
    public IReadOnlyList<LineDay> Days(StationId station, int from, int to) => _database.Read(connection =>
    {
        List<LineDay> days = [];
        for (int day = from; day < to; day++)
        {
            days.AddRange(connection.List(
                "SELECT online_ms, offline_ms FROM line_day WHERE day = $day AND station = $station",
                row => new LineDay(station, day, row.GetInt64(0), row.GetInt64(1)),
                ("$day", day), ("$station", station.Value)));
        }

        return days;
    });

    /// <summary>The sums of each station over the days from one (included) to another (excluded).</summary>
    public IReadOnlyDictionary<StationId, (long OnlineMs, long OfflineMs)> Sums(int from, int to) => _database.Read(connection =>
        connection.List(
            "SELECT station, SUM(online_ms), SUM(offline_ms) FROM line_day WHERE day >= $from AND day < $to GROUP BY station",
            row => KeyValuePair.Create(StationId.Parse(row.GetString(0)), (row.GetInt64(1), row.GetInt64(2))),
            ("$from", from), ("$to", to)).ToDictionary());

    /// <summary>The newest changes of a station, newest first.</summary>
    public IReadOnlyList<LineChange> Changes(StationId station, int most) => _database.Read(connection => connection.List(
        "SELECT at, word FROM line_change WHERE station = $station ORDER BY number DESC LIMIT $most",
        row => new LineChange(station, DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)), Enum.Parse<LinkWord>(row.GetString(1))),
        ("$station", station.Value), ("$most", most)));
}

/// <summary>How long a station was known to be there and to be gone on a day; the rest of the day is unknown.</summary>
internal sealed record LineDay(StationId Station, int Day, long OnlineMs, long OfflineMs);

/// <summary>That what is known of a station's line changed.</summary>
internal sealed record LineChange(StationId Station, DateTimeOffset At, LinkWord Word);

using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Geography;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry;

/// <summary>
/// What rain is usual: the monthly rain of regions over decades, as an agency publishes it. Read from disk when it is asked for, so an
/// import beside a running cloud counts from the next question on. Safe for use by several threads.
/// </summary>
internal sealed class ClimateBook
{
    /// <summary>The columns of an import.</summary>
    public static readonly IReadOnlyList<string> Columns = ["region", "year", "month", "mm"];

    private const string Tables = """
        CREATE TABLE IF NOT EXISTS climate_rain(
            region TEXT NOT NULL, month INTEGER NOT NULL, mm REAL NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL,
            PRIMARY KEY(region, month)) STRICT, WITHOUT ROWID;
        """;

    private readonly RegistryDatabase _database;
    private readonly TimeProvider _time;

    public ClimateBook(RegistryDatabase database, TimeProvider time)
    {
        _database = database;
        _time = time;
        database.EnsureTables(Tables);
    }

    /// <summary>Imports monthly rain from CSV. A figure that is there already is replaced when it differs.</summary>
    public ImportReport Import(TextReader csv, string by) => CsvImport.Run(csv, Columns, ReadRow, rows => Store(rows, by));

    /// <summary>Keeps rain within the transaction of a larger import; a trial only tells what would happen.</summary>
    public MarketCounts Put(SqliteConnection connection, IReadOnlyList<RainFigure> figures, string by, bool isTrial)
    {
        long at = _time.GetUtcNow().ToUnixTimeMilliseconds();
        MarketCounts counts = default;
        foreach (RainFigure figure in figures)
        {
            counts = counts.With(isTrial ? Fate(connection, figure) : Upsert(connection, figure, by, at));
        }

        return counts;
    }

    /// <summary>All regions that have a history, by code.</summary>
    public IReadOnlyList<RainHistorySpan> Spans() => _database.Read(connection => connection.List(
        """
        SELECT region, MIN(month), MAX(month), COUNT(*),
            (SELECT newest.by FROM climate_rain AS newest WHERE newest.region = climate_rain.region ORDER BY newest.at DESC, newest.month LIMIT 1)
        FROM climate_rain GROUP BY region ORDER BY region
        """,
        row => new RainHistorySpan(
            RegionId.Parse(row.GetString(0)), new CalendarMonth(row.GetInt32(1)), new CalendarMonth(row.GetInt32(2)), row.GetInt32(3),
            row.GetString(4))));

    /// <summary>The history of the smallest region that has one and that the given region is or lies in; null when none has.</summary>
    public RainHistory? Find(RegionId region) => _database.Read(connection =>
    {
        for (RegionId? at = region; at is { } candidate; at = candidate.Parent)
        {
            List<(CalendarMonth Month, double Rain)> rows = connection.List(
                "SELECT month, mm FROM climate_rain WHERE region = $region ORDER BY month",
                row => (new CalendarMonth(row.GetInt32(0)), row.GetDouble(1)),
                ("$region", candidate.Code));
            if (rows.Count > 0)
            {
                return ToHistory(candidate, rows);
            }
        }

        return null;
    });

    private static RainHistory ToHistory(RegionId region, List<(CalendarMonth Month, double Rain)> rows)
    {
        CalendarMonth first = rows[0].Month;
        double?[] rain = new double?[rows[^1].Month.Number - first.Number + 1];
        foreach ((CalendarMonth month, double value) in rows)
        {
            rain[month.Number - first.Number] = value;
        }

        return new RainHistory(region, first, rain);
    }

    private static RainFigure ReadRow(CsvRow row) => new(
        row.Region("region"),
        new CalendarMonth(
            row.Whole("year", Limits.ClimateYearMin, Limits.ClimateYearMax), row.Whole("month", 1, CalendarMonth.PerYear)),
        row.Number("mm", 0, Limits.MonthRainMax)
            ?? throw new RowException("mm", "is empty; a month without a figure is left out of the file"));

    private IReadOnlyList<RowFate> Store(IReadOnlyList<RainFigure> rows, string by)
    {
        long at = _time.GetUtcNow().ToUnixTimeMilliseconds();
        return _database.Write(connection => rows.Select(row => Upsert(connection, row, by, at)).ToList());
    }

    private static RowFate Upsert(SqliteConnection connection, RainFigure row, string by, long at)
    {
        RowFate fate = Fate(connection, row);
        if (fate == RowFate.Unchanged)
        {
            return fate;
        }

        connection.Run(
            "INSERT INTO climate_rain VALUES($region, $month, $mm, $by, $at) "
            + "ON CONFLICT(region, month) DO UPDATE SET mm = excluded.mm, by = excluded.by, at = excluded.at",
            ("$region", row.Region.Code), ("$month", row.Month.Number), ("$mm", row.Rain), ("$by", by), ("$at", at));
        return fate;
    }

    private static RowFate Fate(SqliteConnection connection, RainFigure row) =>
        connection.One(
            "SELECT mm FROM climate_rain WHERE region = $region AND month = $month",
            ("$region", row.Region.Code), ("$month", row.Month.Number)) is not double known
            ? RowFate.Added
            : known.Equals(row.Rain) ? RowFate.Unchanged : RowFate.Updated;
}

/// <summary>The rain of a region in a month.</summary>
/// <param name="Region">The region.</param>
/// <param name="Month">The month.</param>
/// <param name="Rain">Rain in mm.</param>
internal readonly record struct RainFigure(RegionId Region, CalendarMonth Month, double Rain);

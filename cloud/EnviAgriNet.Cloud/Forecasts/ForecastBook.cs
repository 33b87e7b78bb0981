using System.Globalization;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Markets;
using EnviAgriNet.Forecasting;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Forecasts;

/// <summary>
/// The forecasts that were published. The newest of a series is what people are shown; older ones are kept, so that what was said can be
/// compared with what came. Read from disk when asked, so that what a command publishes counts at once. Safe for use by several threads.
/// </summary>
internal sealed class ForecastBook
{
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS published_forecast(
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            commodity TEXT NOT NULL, market TEXT NOT NULL, region TEXT, kind TEXT NOT NULL, frequency TEXT NOT NULL, source TEXT NOT NULL,
            grade TEXT, made_at INTEGER NOT NULL, data_to TEXT NOT NULL, last_step TEXT NOT NULL, fingerprint TEXT NOT NULL, forecast TEXT NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS published_forecast_series
            ON published_forecast(commodity, market, region, kind, frequency, source, grade, id);
        """;

    private const string Columns = "id, commodity, market, region, kind, frequency, source, grade, made_at, forecast";

    private const string SameSeries =
        "commodity = $commodity AND market = $market AND region IS $region AND kind = $kind AND frequency = $frequency AND source = $source AND grade IS $grade";

    private readonly RegistryDatabase _database;
    private readonly TimeProvider _time;

    public ForecastBook(RegistryDatabase database, TimeProvider time)
    {
        _database = database;
        _time = time;
        database.EnsureTables(Tables);
    }

    /// <summary>
    /// The forecast to show for a commodity: of the province the region lies in, else of the whole country, else of the market with the
    /// newest prices; farm-gate prices before wholesale ones. A forecast whose steps all lie in the past is none. Null without one.
    /// </summary>
    /// <param name="commodity">A code of the table of commodities.</param>
    /// <param name="region">Where the asker is, or null.</param>
    /// <param name="kind">The only kind of price that is wanted, or null for any.</param>
    public PublishedForecast? Newest(string commodity, RegionId? region = null, PriceKind? kind = null) =>
        All(commodity)
            .Where(f => kind is null || f.Series.Kind == kind)
            .OrderBy(f => Distance(f.Series.Region, region))
            .ThenBy(f => f.Series.Grade is null ? 0 : 1)
            .ThenBy(f => f.Series.Kind)
            .ThenByDescending(f => f.Forecast.Card.DataTo)
            .ThenBy(f => f.Series.Frequency == Frequency.Weekly ? 0 : 1)
            .ThenBy(f => f.Series.Market, StringComparer.Ordinal)
            .FirstOrDefault();

    /// <summary>The newest forecast of each series that still says something of the days to come; by commodity, market and id.</summary>
    /// <param name="commodity">Only of this commodity, or null for all.</param>
    public IReadOnlyList<PublishedForecast> All(string? commodity = null) => _database.Read(connection => connection.List(
        $"""
        SELECT {Columns} FROM published_forecast
        WHERE id IN (SELECT MAX(id) FROM published_forecast WHERE $commodity IS NULL OR commodity = $commodity
            GROUP BY commodity, market, region, kind, frequency, source, grade)
        AND last_step >= $today ORDER BY commodity, market, id LIMIT $most
        """,
        ReadRow,
        ("$commodity", commodity), ("$today", Text(ThaiDay(_time.GetUtcNow()))), ("$most", Limits.ForecastsListedMax)));

    /// <summary>What <see cref="All"/> holds, without the forecasts themselves.</summary>
    public IReadOnlyList<ForecastLine> Lines() => _database.Read(connection => connection.List(
        """
        SELECT id, commodity, market, region, kind, frequency, source, grade, made_at, data_to, last_step FROM published_forecast
        WHERE id IN (SELECT MAX(id) FROM published_forecast GROUP BY commodity, market, region, kind, frequency, source, grade)
        AND last_step >= $today ORDER BY commodity, market, id LIMIT $most
        """,
        row => new ForecastLine(row.GetInt64(0), ReadSeries(row), ReadTime(row), ReadDay(row, 9), ReadDay(row, 10)),
        ("$today", Text(ThaiDay(_time.GetUtcNow()))), ("$most", Limits.ForecastsListedMax)));

    /// <summary>The forecast with this id, old ones too; null when there is none.</summary>
    public PublishedForecast? Find(long id) => _database.Read(connection => connection.List(
        $"SELECT {Columns} FROM published_forecast WHERE id = $id", ReadRow, ("$id", id)).SingleOrDefault());

    /// <summary>What was published for a series from a time on, oldest first: at most the newest hundreds.</summary>
    public IReadOnlyList<PublishedForecast> Past(PriceSeries series, DateTimeOffset from) => _database.Read(connection => connection.List(
        $"SELECT {Columns} FROM published_forecast WHERE {SameSeries} AND made_at >= $from ORDER BY id DESC LIMIT $most",
        ReadRow,
        [.. Key(series), ("$from", from.ToUnixTimeMilliseconds()), ("$most", Limits.PastForecastsMax)]))
        .OrderBy(f => f.Id).ToList();

    /// <summary>Publishes a forecast. The same figures again change nothing: the id of the newest one is returned, and false.</summary>
    /// <param name="series">What is forecast.</param>
    /// <param name="forecast">The forecast, in baht per kilogram.</param>
    /// <param name="fingerprint">Tells the figures it was made from: the same text means the same figures.</param>
    public (long Id, bool IsNew) Publish(PriceSeries series, PriceForecast forecast, string fingerprint) => _database.Write(connection =>
    {
        List<(long Id, string Fingerprint)> newest = connection.List(
            $"SELECT id, fingerprint FROM published_forecast WHERE {SameSeries} ORDER BY id DESC LIMIT 1",
            row => (row.GetInt64(0), row.GetString(1)), Key(series));
        if (newest is [var (id, known)] && known == fingerprint)
        {
            return (id, false);
        }

        connection.Run(
            """
            INSERT INTO published_forecast(commodity, market, region, kind, frequency, source, grade, made_at, data_to, last_step, fingerprint, forecast)
            VALUES($commodity, $market, $region, $kind, $frequency, $source, $grade, $made_at, $data_to, $last_step, $fingerprint, $forecast)
            """,
            [.. Key(series), ("$made_at", _time.GetUtcNow().ToUnixTimeMilliseconds()), ("$data_to", Text(forecast.Card.DataTo)),
                ("$last_step", Text(forecast.Steps[^1].Date)), ("$fingerprint", fingerprint), ("$forecast", ForecastJson.Write(forecast))]);
        return ((long)connection.One("SELECT last_insert_rowid()")!, true);
    });

    /// <summary>The newest forecast of a series, however old, and the figures it was made from; null without one.</summary>
    public (long Id, string Fingerprint)? Newest(PriceSeries series) => _database.Read<(long, string)?>(connection => connection.List(
        $"SELECT id, fingerprint FROM published_forecast WHERE {SameSeries} ORDER BY id DESC LIMIT 1",
        row => (row.GetInt64(0), row.GetString(1)), Key(series)) is [var newest] ? newest : null);

    /// <summary>The day in Thailand at a time.</summary>
    public static DateOnly ThaiDay(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(TimeSpan.FromHours(7)).DateTime);

    // The same province is nearest, then the country as a whole, then anywhere.
    private static int Distance(RegionId? quoted, RegionId? asked) => (quoted, asked) switch
    {
        ({ } market, { } place) when market.Province == place.Province => 0,
        (null, _) => 1,
        _ => 2,
    };

    private static (string Name, object? Value)[] Key(PriceSeries series) =>
    [
        ("$commodity", series.Commodity), ("$market", series.Market), ("$region", series.Region?.Code),
        ("$kind", series.Kind.ToString()), ("$frequency", series.Frequency.ToString()), ("$source", series.Source),
        ("$grade", series.Grade),
    ];

    private static PublishedForecast ReadRow(SqliteDataReader row) =>
        new(row.GetInt64(0), ReadSeries(row), ReadTime(row), ForecastJson.Read(row.GetString(9)));

    private static PriceSeries ReadSeries(SqliteDataReader row) => new(
        row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : RegionId.Parse(row.GetString(3)),
        Enum.Parse<PriceKind>(row.GetString(4)), Enum.Parse<Frequency>(row.GetString(5)), row.GetString(6),
        row.IsDBNull(7) ? null : row.GetString(7));

    private static DateTimeOffset ReadTime(SqliteDataReader row) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(8));

    private static DateOnly ReadDay(SqliteDataReader row, int column) =>
        DateOnly.ParseExact(row.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

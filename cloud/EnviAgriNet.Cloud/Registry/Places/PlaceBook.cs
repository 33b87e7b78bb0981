using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Geography;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry.Places;

/// <summary>
/// The names of districts and subdistricts; those of the provinces are built in. Read from disk when it is asked for, so an import
/// beside a running cloud counts from the next warning on. Safe for use by several threads.
/// </summary>
internal sealed class PlaceBook
{
    /// <summary>The columns of an import; <see cref="PolygonColumn"/> may be added.</summary>
    public static readonly IReadOnlyList<string> Columns = ["region", "name_th", "name_en"];

    /// <summary>The column for the border; a file without it leaves borders as they are, an empty cell takes one away.</summary>
    public const string PolygonColumn = "polygon";

    private const string Tables = """
        CREATE TABLE IF NOT EXISTS place(
            region TEXT PRIMARY KEY, name_th TEXT NOT NULL, name_en TEXT NOT NULL, polygon TEXT) STRICT, WITHOUT ROWID;
        """;

    // Lists of agencies have the names with or without these; texts put them there themselves.
    private static readonly string[] Titles = ["ตำบล", "แขวง", "อำเภอ", "เขต", "จังหวัด", "ต.", "อ.", "จ."];

    private readonly RegistryDatabase _database;

    public PlaceBook(RegistryDatabase database)
    {
        _database = database;
        database.EnsureTables(Tables);
    }

    /// <summary>All imported regions, by code.</summary>
    public IReadOnlyList<NamedRegion> All() =>
        _database.Read(c => c.List("SELECT region, name_th, name_en, polygon FROM place ORDER BY region", Read));

    /// <summary>The imported regions within one, by code, without their borders.</summary>
    public IReadOnlyList<NamedRegion> Within(RegionId region) => _database.Read(c => c.List(
        "SELECT region, name_th, name_en, NULL FROM place WHERE region > $region AND region < $region || ':' ORDER BY region",
        Read,
        ("$region", region.Code)));

    /// <summary>The regions right below one that have a border, by code.</summary>
    public IReadOnlyList<NamedRegion> Borders(RegionId region) => _database.Read(c => c.List(
        "SELECT region, name_th, name_en, polygon FROM place WHERE region LIKE $region || '__' AND polygon IS NOT NULL ORDER BY region",
        Read,
        ("$region", region.Code)));

    /// <summary>A region's name; of a province the built-in one where none was imported; null when it is not known.</summary>
    public NamedRegion? Find(RegionId region) =>
        _database.Read(c => One(c, region))
        ?? (region.Level == RegionLevel.Province && ProvinceNames.Of(region) is { } name ? new NamedRegion(region, name, null) : null);

    /// <summary>Imports names from CSV; a region that is there is updated.</summary>
    public ImportReport Import(TextReader csv) => CsvImport.Run(csv, Columns, ReadRow, Store);

    /// <summary>A name without its title.</summary>
    public static string Bare(string name)
    {
        string? title = Titles.FirstOrDefault(t => name.StartsWith(t, StringComparison.Ordinal) && name.Length > t.Length + 1);
        return title is null ? name : name[title.Length..].TrimStart();
    }

    private static (NamedRegion Place, bool HasPolygon) ReadRow(CsvRow row)
    {
        RegionId region = row.Region("region");
        if (ProvinceNames.Of(region) is null)
        {
            throw new RowException("region", $"'{region}' begins with no province's code");
        }

        string? polygon = row.OptionalLong(PolygonColumn, Limits.PolygonLengthMax);
        if (polygon is { Length: > 0 } && AreaPolygon.FaultOf(polygon) is { } fault)
        {
            throw new RowException(PolygonColumn, fault);
        }

        NamedRegion place = new(
            region, new Place(Bare(row.Name("name_th")), row.Name("name_en")), polygon is { Length: > 0 } ? polygon : null);
        return (place, polygon is not null);
    }

    private IReadOnlyList<RowFate> Store(IReadOnlyList<(NamedRegion Place, bool HasPolygon)> rows) =>
        _database.Write<IReadOnlyList<RowFate>>(c => [.. rows.Select(r => Upsert(c, r.Place, r.HasPolygon))]);

    private static RowFate Upsert(SqliteConnection connection, NamedRegion place, bool hasPolygon)
    {
        NamedRegion? before = One(connection, place.Region);
        NamedRegion after = hasPolygon ? place : place with { Polygon = before?.Polygon };
        if (after == before)
        {
            return RowFate.Unchanged;
        }

        connection.Run(
            "INSERT OR REPLACE INTO place(region, name_th, name_en, polygon) VALUES ($region, $th, $en, $polygon)",
            ("$region", after.Region.Code), ("$th", after.Name.NameTh), ("$en", after.Name.NameEn), ("$polygon", after.Polygon));
        return before is null ? RowFate.Added : RowFate.Updated;
    }

    private static NamedRegion? One(SqliteConnection connection, RegionId region) => connection.List(
        "SELECT region, name_th, name_en, polygon FROM place WHERE region = $region", Read, ("$region", region.Code)).FirstOrDefault();

    private static NamedRegion Read(SqliteDataReader row) => new(
        RegionId.Parse(row.GetString(0)), new Place(row.GetString(1), row.GetString(2)), row.IsDBNull(3) ? null : row.GetString(3));
}

using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry.Places;

/// <summary>
/// The evacuation points. Read from disk when it is asked for, so an import beside a running cloud counts from the next warning on.
/// Safe for use by several threads.
/// </summary>
internal sealed class EvacuationBook
{
    /// <summary>The columns of an import; <see cref="HazardsColumn"/> may be added.</summary>
    public static readonly IReadOnlyList<string> Columns =
        ["id", "region", "name_th", "name_en", "latitude", "longitude", "capacity", "phone"];

    /// <summary>The column for the hazards a place serves, with semicolons between them; empty means the usual ones.</summary>
    public const string HazardsColumn = "hazards";

    private const string Tables = """
        CREATE TABLE IF NOT EXISTS evacuation_point(
            id TEXT PRIMARY KEY, region TEXT NOT NULL, name_th TEXT NOT NULL, name_en TEXT NOT NULL, latitude REAL, longitude REAL,
            capacity INTEGER, phone TEXT, hazards TEXT NOT NULL) STRICT, WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS evacuation_point_region ON evacuation_point(region);
        """;

    private const string AllColumns = "id, region, name_th, name_en, latitude, longitude, capacity, phone, hazards";

    private readonly RegistryDatabase _database;

    public EvacuationBook(RegistryDatabase database)
    {
        _database = database;
        database.EnsureTables(Tables);
    }

    /// <summary>All points, by region and id.</summary>
    public IReadOnlyList<SafePlace> All() =>
        _database.Read(c => c.List($"SELECT {AllColumns} FROM evacuation_point ORDER BY region, id", Read));

    /// <summary>
    /// The points that serve a hazard: those of the region, or where it has none those of its district; the nearest to a place first
    /// when it is known, else by id.
    /// </summary>
    public IReadOnlyList<SafePlace> Near(RegionId region, HazardKind hazard, (double Latitude, double Longitude)? from, int countMax)
    {
        for (RegionId? at = region; at is { } area && (area == region || area.Level >= RegionLevel.District); at = area.Parent)
        {
            List<SafePlace> here = [.. Within(area).Where(p => p.Serves(hazard))];
            if (here.Count > 0)
            {
                return [.. here.OrderBy(p => Distance(p, from)).ThenBy(p => p.Id, StringComparer.Ordinal).Take(countMax)];
            }
        }

        return [];
    }

    /// <summary>Imports points from CSV; one that is there is updated.</summary>
    public ImportReport Import(TextReader csv) => CsvImport.Run(csv, Columns, ReadRow, Store);

    private List<SafePlace> Within(RegionId region) => _database.Read(c => c.List(
        $"SELECT {AllColumns} FROM evacuation_point WHERE region >= $region AND region < $region || ':' ORDER BY id",
        Read,
        ("$region", region.Code)));

    // Within a district the earth is flat enough.
    private static double Distance(SafePlace place, (double Latitude, double Longitude)? from)
    {
        if (from is not { } start || place.Latitude is not { } latitude || place.Longitude is not { } longitude)
        {
            return double.MaxValue;
        }

        double north = latitude - start.Latitude;
        double east = (longitude - start.Longitude) * Math.Cos(start.Latitude * Math.PI / 180);
        return (north * north) + (east * east);
    }

    private static SafePlace ReadRow(CsvRow row)
    {
        string id = row.Required("id");
        if (!StationId.TryParse(id, out _))
        {
            throw new RowException("id", $"is not {StationId.LengthMin} to {StationId.LengthMax} characters of a-z, 0-9 and '-'");
        }

        SafePlace place = new(
            id,
            row.Region("region"),
            new Place(row.Name("name_th"), row.Name("name_en")),
            row.Number("latitude", -90, 90),
            row.Number("longitude", -180, 180),
            row.Optional("capacity").Length == 0 ? null : row.Whole("capacity", 1, Limits.CapacityMax),
            Phone(row.Optional("phone")),
            HazardsOf(row.OptionalLong(HazardsColumn, Limits.ImportFieldLengthMax) ?? string.Empty));
        return place.Latitude.HasValue == place.Longitude.HasValue
            ? place
            : throw new RowException(place.Latitude.HasValue ? "longitude" : "latitude", "is empty while the other one is given");
    }

    private static string? Phone(string text)
    {
        bool isPhone = text.Length is >= 3 and <= Limits.PublicNumberLengthMax && text.All(c => char.IsAsciiDigit(c) || c is ' ' or '-' or '+' or '#')
            && text.Count(char.IsAsciiDigit) >= 3;
        return text.Length == 0 ? null : isPhone
            ? text
            : throw new RowException("phone", $"is not 3 to {Limits.PublicNumberLengthMax} digits, blanks and hyphens");
    }

    private static string HazardsOf(string text)
    {
        string[] hazards = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string? unknown = hazards.FirstOrDefault(h => !HazardCodes.TryParse(h, out _));
        return unknown is null
            ? string.Join(';', hazards.Distinct().Order())
            : throw new RowException(HazardsColumn, $"'{(unknown.Length > Limits.QuotedLengthMax ? unknown[..Limits.QuotedLengthMax] : unknown)}' is no hazard");
    }

    private IReadOnlyList<RowFate> Store(IReadOnlyList<SafePlace> places) =>
        _database.Write<IReadOnlyList<RowFate>>(c => [.. places.Select(p => Upsert(c, p))]);

    private static RowFate Upsert(SqliteConnection connection, SafePlace place)
    {
        SafePlace? before = connection.List(
            $"SELECT {AllColumns} FROM evacuation_point WHERE id = $id", Read, ("$id", place.Id)).FirstOrDefault();
        if (before == place)
        {
            return RowFate.Unchanged;
        }

        connection.Run(
            $"INSERT OR REPLACE INTO evacuation_point({AllColumns}) "
            + "VALUES ($id, $region, $th, $en, $latitude, $longitude, $capacity, $phone, $hazards)",
            ("$id", place.Id), ("$region", place.Region.Code), ("$th", place.Name.NameTh), ("$en", place.Name.NameEn),
            ("$latitude", place.Latitude), ("$longitude", place.Longitude), ("$capacity", place.Capacity), ("$phone", place.Phone),
            ("$hazards", place.Hazards));
        return before is null ? RowFate.Added : RowFate.Updated;
    }

    private static SafePlace Read(SqliteDataReader row) => new(
        row.GetString(0), RegionId.Parse(row.GetString(1)), new Place(row.GetString(2), row.GetString(3)),
        row.IsDBNull(4) ? null : row.GetDouble(4), row.IsDBNull(5) ? null : row.GetDouble(5),
        row.IsDBNull(6) ? null : row.GetInt32(6), row.IsDBNull(7) ? null : row.GetString(7), row.GetString(8));
}

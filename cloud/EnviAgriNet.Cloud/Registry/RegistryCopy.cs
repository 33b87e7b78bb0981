using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry;

/// <summary>
/// Makes a registry for a drill of a real one: places, stations, rules, and of people their language, places and channels. No address,
/// no hash of one and nothing that was ever sent comes along.
/// </summary>
internal static class RegistryCopy
{
    // What is not named stays behind.
    private static readonly string[] Tables =
    [
        "station", "station_edition", "hazard_rule", "hazard_rule_edition", "hazard_rule_step", "quality_version", "quality_edition",
        "climate_rain", "evacuation_point", "place", "agency",
    ];

    private static readonly string[] PeopleTables = ["subscriber", "subscriber_region", "contact"];

    private static readonly Dictionary<string, string> Blanks = new()
    {
        // Unique as the table wants it, and made of nothing personal.
        ["address_hash"] = "CAST(subscriber || ':' || channel AS BLOB)",
        ["address"] = "x''",
    };

    /// <summary>Copies into a file that does not exist yet; the other one is only read.</summary>
    public static void Copy(string from, string to, bool withPeople)
    {
        // Addresses of files, so that the source can be opened for reading alone: even its journal is not put in order by us.
        string scratch = new Uri(Path.GetFullPath(to)).AbsoluteUri;
        using SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = scratch, Pooling = false }.ToString());
        connection.Open();
        connection.Run("ATTACH DATABASE $file AS source", ("$file", $"{new Uri(Path.GetFullPath(from)).AbsoluteUri}?mode=ro"));
        using (SqliteTransaction transaction = connection.BeginTransaction())
        {
            foreach (string table in withPeople ? [.. Tables, .. PeopleTables] : Tables)
            {
                CopyTable(connection, table);
            }

            transaction.Commit();
        }

        connection.Run("DETACH DATABASE source");
    }

    /// <summary>Takes the addresses out of a registry for a drill.</summary>
    public static void ForgetAddresses(RegistryDatabase scratch) => scratch.Write(connection => connection.Run(
        $"UPDATE contact SET address = {Blanks["address"]}, address_hash = {Blanks["address_hash"]}"));

    /// <summary>Makes up people who listen by SMS, spread evenly over places; one in ten reads English.</summary>
    public static void MakePeople(RegistryDatabase scratch, IReadOnlyList<string> regions, int count) => scratch.Write(connection =>
    {
        for (int i = 0; i < count; i++)
        {
            string region = regions[i % regions.Count];
            long id = (long)connection.One(
                """
                INSERT INTO subscriber(language, regions, crops, consent_version, consent_at, consent_way, created_at)
                VALUES ($language, $region, '', 'drill', '2020-01-01T00:00:00Z', 'drill', 0) RETURNING id
                """,
                ("$language", i % 10 == 9 ? "en" : "th"),
                ("$region", region))!;
            connection.Run("INSERT INTO subscriber_region(subscriber, region) VALUES ($id, $region)", ("$id", id), ("$region", region));
            connection.Run(
                "INSERT INTO contact(subscriber, channel, address_hash, address, state, since) VALUES ($id, 'sms', CAST($id AS BLOB), x'', 'confirmed', 0)",
                ("$id", id));
        }

        return count;
    });

    private static void CopyTable(SqliteConnection connection, string table)
    {
        if (connection.One("SELECT sql FROM source.sqlite_master WHERE type = 'table' AND name = $table", ("$table", table)) is not string sql)
        {
            return;
        }

        connection.Run(sql);
        List<string> columns = connection.List(
            "SELECT name FROM source.pragma_table_info($table)", row => row.GetString(0), ("$table", table));
        IEnumerable<string> values = columns.Select(c => table == "contact" ? Blanks.GetValueOrDefault(c, c) : c);
        connection.Run(
            $"INSERT OR IGNORE INTO main.{table}({string.Join(", ", columns)}) SELECT {string.Join(", ", values)} FROM source.{table}");
    }
}

using System.Text;
using EnviAgriNet.Protocol.Configs;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>The config in force and the one refused last, kept in the control database: the centre obeys without the cloud, too.</summary>
internal sealed class ConfigMemory(SqliteFile file)
{
    public const string Table =
        """
        CREATE TABLE IF NOT EXISTS config(
            one INTEGER PRIMARY KEY CHECK(one = 1), payload TEXT, refused INTEGER, faults TEXT)
        """;

    /// <summary>What is known.</summary>
    public KeptConfig Read()
    {
        using SqliteDataReader reader = file.Query("SELECT payload, refused, faults FROM config");
        if (!reader.Read())
        {
            return new KeptConfig(null, null, null);
        }

        // One that an older edge took and this one refuses is as good as none.
        StationConfig? config = reader.IsDBNull(0) ? null : StationConfigJson.Decode(Encoding.UTF8.GetBytes(reader.GetString(0)), out _);
        return new KeptConfig(config, reader.IsDBNull(1) ? null : reader.GetInt64(1), reader.IsDBNull(2) ? null : reader.GetString(2));
    }

    /// <summary>A config is in force from now on; within a transaction. What was refused before it is forgotten.</summary>
    public void Take(StationConfig config) => file.Execute(
        "INSERT OR REPLACE INTO config(one, payload) VALUES(1, $1)", Encoding.UTF8.GetString(StationConfigJson.Encode(config)));

    /// <summary>A config was refused; within a transaction. The one in force stays.</summary>
    public void Refuse(long version, string faults) => file.Execute(
        "INSERT INTO config(one, refused, faults) VALUES(1, $1, $2) ON CONFLICT(one) DO UPDATE SET refused=excluded.refused, faults=excluded.faults",
        version,
        faults);
}

/// <summary>What is known of configs.</summary>
/// <param name="InForce">The config that is obeyed, or null.</param>
/// <param name="Refused">The version refused last while none was taken since, or null.</param>
/// <param name="Faults">Why, or null.</param>
internal sealed record KeptConfig(StationConfig? InForce, long? Refused, string? Faults);

using System.Text.Json;
using EnviAgriNet.Cloud.Alerts.Release;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Alerts;

/// <summary>The hazards of all regions now and in the past, as the registry has them. Safe for use by several threads.</summary>
internal sealed class RecordedHazards(RegistryDatabase registry)
{
    /// <summary>Events read for one question, the newest.</summary>
    public const int EventsMax = 20_000;

    /// <summary>What the trackers know now, with the open events; those that a person opened are there too.</summary>
    public HazardMoment Now(string hazard) => registry.Read(c => new HazardMoment(
        Known(c, hazard), Events(c, hazard, DateTimeOffset.MaxValue, DateTimeOffset.MaxValue)));

    /// <summary>What was recorded of a span.</summary>
    public HazardMoment Past(string hazard, DateTimeOffset from, DateTimeOffset to) => registry.Read(c => new HazardMoment(
        Known(c, hazard), Events(c, hazard, from, to)));

    private static Dictionary<RegionId, DateTimeOffset?> Known(SqliteConnection connection, string hazard)
    {
        Dictionary<RegionId, DateTimeOffset?> known = [];
        foreach ((string region, string state) in connection.List(
            "SELECT region, state FROM hazard_state WHERE $hazard = 'any' OR hazard = $hazard",
            row => (row.GetString(0), row.GetString(1)), ("$hazard", hazard)))
        {
            DateTimeOffset? at = JsonSerializer.Deserialize(state, AlertJson.Default.TrackerState)?.KnownAt;
            RegionId id = RegionId.Parse(region);
            DateTimeOffset? before = known.GetValueOrDefault(id);
            known[id] = before is null || at > before ? at : before;
        }

        return known;
    }

    private static List<RecordedEvent> Events(SqliteConnection connection, string hazard, DateTimeOffset from, DateTimeOffset to)
    {
        Dictionary<string, RecordedEvent> events = connection.List(
            $"""
            SELECT id, region, hazard, onset, ended, level FROM event
            WHERE ($hazard = 'any' OR hazard = $hazard) AND onset <= $to AND (ended IS NULL OR ended > $from)
            ORDER BY onset DESC LIMIT {EventsMax}
            """,
            row => new RecordedEvent(
                row.GetString(0),
                RegionId.Parse(row.GetString(1)),
                row.GetString(2),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
                row.IsDBNull(4) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
                Severities.Rank(row.GetString(5))),
            ("$hazard", hazard), ("$from", from.ToUnixTimeMilliseconds()), ("$to", to.ToUnixTimeMilliseconds()))
            .ToDictionary(e => e.Id);
        if (from < DateTimeOffset.MaxValue)
        {
            ReadChanges(connection, events, from, to);
        }

        return [.. events.Values];
    }

    private static void ReadChanges(
        SqliteConnection connection, Dictionary<string, RecordedEvent> events, DateTimeOffset from, DateTimeOffset to)
    {
        foreach ((string id, long at, string level) in connection.List(
            """
            SELECT c.event, c.at, c.level FROM event_change c JOIN event e ON e.id = c.event
            WHERE c.kind IN ('Opened', 'LevelChanged') AND e.onset <= $to AND (e.ended IS NULL OR e.ended > $from) ORDER BY c.at, c.rowid
            """,
            row => (row.GetString(0), row.GetInt64(1), row.GetString(2)),
            ("$from", from.ToUnixTimeMilliseconds()), ("$to", to.ToUnixTimeMilliseconds())))
        {
            events.GetValueOrDefault(id)?.Levels.Add((DateTimeOffset.FromUnixTimeMilliseconds(at), Severities.Rank(level)));
        }
    }
}

/// <summary>What is recorded of a hazard.</summary>
/// <param name="Known">By region that was ever judged: when its level was known last.</param>
/// <param name="Events">The events.</param>
internal sealed record HazardMoment(IReadOnlyDictionary<RegionId, DateTimeOffset?> Known, IReadOnlyList<RecordedEvent> Events)
{
    /// <summary>The rank of the gravest event that holds in a region, from regions around it too; null when nothing is known of it.</summary>
    /// <param name="region">Where.</param>
    /// <param name="at">When; null for now.</param>
    /// <param name="knownSince">A level of none that was known last before this is not known any more.</param>
    public int? LevelOf(RegionId region, DateTimeOffset? at, DateTimeOffset knownSince)
    {
        int? level = Known.TryGetValue(region, out DateTimeOffset? known) && (at is not null || known >= knownSince) ? 0 : null;
        foreach (RecordedEvent recorded in Events)
        {
            if (recorded.Region.Contains(region) && recorded.LevelAt(at) is { } rank && rank > (level ?? -1))
            {
                level = rank;
            }
        }

        return level;
    }
}

/// <summary>One event.</summary>
internal sealed record RecordedEvent(string Id, RegionId Region, string Hazard, DateTimeOffset Onset, DateTimeOffset? Ended, int Level)
{
    /// <summary>When it reached which level.</summary>
    public List<(DateTimeOffset At, int Level)> Levels { get; } = [];

    /// <summary>The rank at a time, or now; null when it does not hold then.</summary>
    public int? LevelAt(DateTimeOffset? at)
    {
        if (at is not { } time)
        {
            return Ended is null ? Level : null;
        }

        if (Onset > time || Ended <= time)
        {
            return null;
        }

        int level = Level;
        foreach ((DateTimeOffset since, int reached) in Levels)
        {
            level = since <= time || since == Levels[0].At ? reached : level;
        }

        return level;
    }
}

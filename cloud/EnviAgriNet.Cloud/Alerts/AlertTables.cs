using System.Text.Json;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Alerts;

/// <summary>The tables of alerts in the registry: what is read and written, statement by statement. Times are milliseconds.</summary>
internal static class AlertTables
{
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS province_state(
            province TEXT PRIMARY KEY, judged_until INTEGER NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS past_span(
            province TEXT PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL, heard INTEGER NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS hazard_state(
            region TEXT NOT NULL, hazard TEXT NOT NULL, state TEXT NOT NULL, PRIMARY KEY(region, hazard)) STRICT;
        CREATE TABLE IF NOT EXISTS event(
            id TEXT PRIMARY KEY, region TEXT NOT NULL, hazard TEXT NOT NULL, onset INTEGER NOT NULL, level TEXT NOT NULL,
            ended INTEGER, outcome TEXT) STRICT;
        CREATE INDEX IF NOT EXISTS event_open ON event(id) WHERE ended IS NULL;
        CREATE TABLE IF NOT EXISTS event_change(
            event TEXT NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL, level TEXT NOT NULL, is_live INTEGER NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS event_change_event ON event_change(event);
        CREATE TABLE IF NOT EXISTS alert(
            number INTEGER PRIMARY KEY AUTOINCREMENT, identifier TEXT NOT NULL UNIQUE, event TEXT NOT NULL,
            version INTEGER NOT NULL, type TEXT NOT NULL, is_all_clear INTEGER NOT NULL, hazard TEXT NOT NULL,
            severity TEXT NOT NULL, state TEXT NOT NULL, region TEXT NOT NULL, measured_at INTEGER NOT NULL,
            sent_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, texts TEXT NOT NULL,
            siren INTEGER NOT NULL, cap TEXT NOT NULL, pages INTEGER NOT NULL, UNIQUE(event, version)) STRICT;
        CREATE INDEX IF NOT EXISTS alert_state ON alert(state);
        CREATE INDEX IF NOT EXISTS alert_sent ON alert(sent_at);
        """;

    /// <summary>What stands in the id of an event that a person tells of.</summary>
    public const string ManualMark = "-manual-";

    private const string Columns =
        "identifier, event, version, type, is_all_clear, hazard, severity, state, region, measured_at, sent_at, expires_at, "
        + "texts, siren, cap, pages";

    private const string ExistsStillOpen = "a.state IN ('Draft', 'Waiting', 'Released', 'Targeted') AND a.expires_at > $now";

    public static List<AlertVersion> Select(SqliteConnection connection, string where, params (string, object)[] values)
    {
        using SqliteCommand command = Command(connection, $"SELECT {Columns}, number FROM alert {where}", values);
        using SqliteDataReader row = command.ExecuteReader();
        List<AlertVersion> versions = [];
        while (row.Read())
        {
            versions.Add(new AlertVersion(
                row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetString(3), row.GetBoolean(4), row.GetString(5),
                row.GetString(6), Enum.Parse<AlertState>(row.GetString(7)), RegionId.Parse(row.GetString(8)),
                Time(row.GetInt64(9)), Time(row.GetInt64(10)), Time(row.GetInt64(11)), Texts(row.GetString(12)),
                row.GetBoolean(13), row.GetString(14), row.GetBoolean(15), row.GetInt64(16)));
        }

        return versions;
    }

    /// <summary>Enters a version; it has its number when this returns.</summary>
    public static AlertVersion Insert(SqliteConnection connection, AlertVersion version) => version with
    {
        Number = Scalar(
        connection,
        $"INSERT INTO alert({Columns}) VALUES($identifier, $event, $version, $type, $clear, $hazard, $severity, $state, "
        + "$region, $measured, $sent, $expires, $texts, $siren, $cap, $pages) RETURNING number",
        ("$identifier", version.Identifier), ("$event", version.EventId), ("$version", version.Version),
        ("$type", version.Type), ("$clear", version.IsAllClear), ("$hazard", version.Hazard),
        ("$severity", version.Severity), ("$state", version.State.ToString()), ("$region", version.Region.Code),
        ("$measured", Ms(version.MeasuredAt)), ("$sent", Ms(version.SentAt)), ("$expires", Ms(version.ExpiresAt)),
        ("$texts", Texts(version.Texts)), ("$siren", version.Siren),
        ("$cap", version.CapXml), ("$pages", version.Pages)),
    };

    /// <summary>Writes anew what may change of a version while nobody was told of it.</summary>
    public static void Update(SqliteConnection connection, AlertVersion version) => Run(
        connection,
        "UPDATE alert SET version = $version, type = $type, state = $state, sent_at = $sent, expires_at = $expires, texts = $texts, "
        + "siren = $siren, cap = $cap, pages = $pages WHERE identifier = $identifier",
        ("$identifier", version.Identifier), ("$version", version.Version), ("$type", version.Type),
        ("$state", version.State.ToString()), ("$sent", Ms(version.SentAt)), ("$expires", Ms(version.ExpiresAt)),
        ("$texts", Texts(version.Texts)), ("$siren", version.Siren), ("$cap", version.CapXml), ("$pages", version.Pages));

    public static void SetExpiry(SqliteConnection connection, string identifier, DateTimeOffset expires) => Run(
        connection, "UPDATE alert SET expires_at = $expires WHERE identifier = $identifier",
        ("$expires", Ms(expires)), ("$identifier", identifier));

    /// <summary>An identifier that no version has: the form of the WMO with a serial number, for two may be made in one second.</summary>
    public static string NewIdentifier(SqliteConnection connection, string authorityOid, DateTimeOffset sent)
    {
        DateTime utc = sent.UtcDateTime;
        string stem = $"urn:oid:{authorityOid}.{utc.Year}.{utc.Month}.{utc.Day}.{utc.Hour}.{utc.Minute}.{utc.Second}";
        long serial = Scalar(
            connection, "SELECT COUNT(*) FROM alert WHERE identifier >= $first AND identifier < $end", ("$first", stem + '.'), ("$end", stem + '/')) + 1;
        return $"{stem}.{serial}";
    }

    /// <summary>Opens an event that a person tells of. It has no measurements, so that <see cref="EndRunOut"/> ends it.</summary>
    public static void OpenManual(SqliteConnection connection, string id, RegionId region, string hazard, DateTimeOffset onset, string level) => Run(
        connection, "INSERT INTO event(id, region, hazard, onset, level) VALUES($id, $region, $hazard, $onset, $level)",
        ("$id", id), ("$region", region.Code), ("$hazard", hazard), ("$onset", Ms(onset)), ("$level", level));

    /// <summary>Ends the events told of by persons of which nothing holds any more. How many there were.</summary>
    public static int EndRunOut(SqliteConnection connection, DateTimeOffset now) => connection.Run(
        $"""
        UPDATE event SET ended = $now, outcome = 'Lapsed'
        WHERE ended IS NULL AND instr(id, '{ManualMark}') > 0
            AND NOT EXISTS (SELECT 1 FROM alert a WHERE a.event = event.id AND {ExistsStillOpen})
        """,
        ("$now", Ms(now)));

    /// <summary>Ends an event that a person told of.</summary>
    public static void EndManual(SqliteConnection connection, string id, DateTimeOffset at) => Run(
        connection, "UPDATE event SET ended = $at, outcome = 'Ended' WHERE id = $id AND ended IS NULL", ("$at", Ms(at)), ("$id", id));

    /// <summary>Whether an event that a person told of is open.</summary>
    public static bool HasManual(SqliteConnection connection) => Scalar(
        connection, $"SELECT COUNT(*) FROM event WHERE ended IS NULL AND instr(id, '{ManualMark}') > 0") > 0;

    /// <summary>The version of a number, or null.</summary>
    public static AlertVersion? ByNumber(SqliteConnection connection, long number) =>
        Select(connection, "WHERE number = $number", ("$number", number)).FirstOrDefault();

    /// <summary>Whether an event has ended.</summary>
    public static bool IsOver(SqliteConnection connection, string eventId) => Scalar(
        connection, "SELECT COUNT(*) FROM event WHERE id = $id AND ended IS NOT NULL", ("$id", eventId)) > 0;

    /// <summary>How far the measurements reach; null before the first.</summary>
    public static DateTimeOffset? JudgedUntil(SqliteConnection connection) =>
        connection.One("SELECT MAX(judged_until) FROM province_state") is long ms ? Time(ms) : null;

    public static void SetState(SqliteConnection connection, string identifier, AlertState state) => Run(
        connection, "UPDATE alert SET state = $state WHERE identifier = $identifier",
        ("$state", state.ToString()), ("$identifier", identifier));

    public static void RecordChange(SqliteConnection connection, HazardChange change)
    {
        bool isOver = change.Kind is ChangeKind.Ended or ChangeKind.Lapsed;
        if (change.Kind == ChangeKind.Opened)
        {
            Run(
                connection,
                "INSERT OR IGNORE INTO event(id, region, hazard, onset, level) VALUES($id, $region, $hazard, $onset, $level)",
                ("$id", change.EventId), ("$region", change.Region.Code), ("$hazard", change.Hazard.Code()),
                ("$onset", Ms(change.Onset)), ("$level", change.Level.ToString()));
        }
        else if (isOver)
        {
            Run(
                connection, "UPDATE event SET ended = $at, outcome = $outcome WHERE id = $id",
                ("$at", Ms(change.At)), ("$outcome", change.Kind.ToString()), ("$id", change.EventId));
        }
        else if (change.Kind == ChangeKind.LevelChanged)
        {
            Run(
                connection, "UPDATE event SET level = $level WHERE id = $id",
                ("$level", change.Level.ToString()), ("$id", change.EventId));
        }

        Run(
            connection, "INSERT INTO event_change(event, at, kind, level, is_live) VALUES($id, $at, $kind, $level, $live)",
            ("$id", change.EventId), ("$at", Ms(change.At)), ("$kind", change.Kind.ToString()),
            ("$level", change.Level.ToString()), ("$live", change.IsLive));
    }

    public static void SaveState(SqliteConnection connection, ProvinceSave province)
    {
        Run(
            connection, "INSERT OR REPLACE INTO province_state(province, judged_until) VALUES($province, $until)",
            ("$province", province.Province.Code), ("$until", Ms(province.JudgedUntil)));
        Run(connection, "DELETE FROM past_span WHERE province = $province", ("$province", province.Province.Code));
        if (province.Past is { } past)
        {
            Run(
                connection, "INSERT INTO past_span VALUES($province, $first, $last, $heard)",
                ("$province", province.Province.Code), ("$first", Ms(past.From)), ("$last", Ms(past.To)), ("$heard", Ms(past.HeardAt)));
        }

        foreach (((RegionId region, HazardKind hazard), TrackerState state) in province.States)
        {
            Run(
                connection, "INSERT OR REPLACE INTO hazard_state(region, hazard, state) VALUES($region, $hazard, $state)",
                ("$region", region.Code), ("$hazard", hazard.Code()),
                ("$state", JsonSerializer.Serialize(state, AlertJson.Default.TrackerState)));
        }
    }

    public static HazardMemory Load(SqliteConnection connection)
    {
        Dictionary<string, HazardKind> hazards = Enum.GetValues<HazardKind>().ToDictionary(h => h.Code());
        Dictionary<RegionId, DateTimeOffset> until = [];
        Dictionary<(RegionId, HazardKind), TrackerState> states = [];
        using (SqliteCommand command = Command(connection, "SELECT province, judged_until FROM province_state"))
        using (SqliteDataReader row = command.ExecuteReader())
        {
            while (row.Read())
            {
                until[RegionId.Parse(row.GetString(0))] = Time(row.GetInt64(1));
            }
        }

        using (SqliteCommand command = Command(connection, "SELECT region, hazard, state FROM hazard_state"))
        using (SqliteDataReader row = command.ExecuteReader())
        {
            while (row.Read())
            {
                // A hazard of another version of the program is left alone.
                if (hazards.TryGetValue(row.GetString(1), out HazardKind hazard)
                    && JsonSerializer.Deserialize(row.GetString(2), AlertJson.Default.TrackerState) is { } state)
                {
                    states[(RegionId.Parse(row.GetString(0)), hazard)] = state;
                }
            }
        }

        Dictionary<RegionId, PastSpan> past = connection
            .List("SELECT province, first, last, heard FROM past_span", row => KeyValuePair.Create(
                RegionId.Parse(row.GetString(0)), new PastSpan(Time(row.GetInt64(1)), Time(row.GetInt64(2)), Time(row.GetInt64(3)))))
            .ToDictionary();
        return new HazardMemory(until, states, past);
    }

    /// <summary>Whether an event of the same region and hazard is known that touches the time from an onset to an end.</summary>
    public static bool IsKnown(SqliteConnection connection, HazardChange opened, DateTimeOffset ended) => Scalar(
        connection,
        "SELECT COUNT(*) FROM event WHERE region = $region AND hazard = $hazard AND onset <= $ended AND COALESCE(ended, $ended) >= $onset",
        ("$region", opened.Region.Code), ("$hazard", opened.Hazard.Code()), ("$onset", Ms(opened.Onset)), ("$ended", Ms(ended))) > 0;

    private static void Run(SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        using SqliteCommand command = Command(connection, sql, values);
        command.ExecuteNonQuery();
    }

    private static long Scalar(SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        using SqliteCommand command = Command(connection, sql, values);
        return (long)command.ExecuteScalar()!;
    }

    private static SqliteCommand Command(
        SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }

    private static long Ms(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    private static DateTimeOffset Time(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);

    private static string Texts(IReadOnlyDictionary<string, AlertText> texts) =>
        JsonSerializer.Serialize(texts.ToDictionary(), AlertJson.Default.DictionaryStringAlertText);

    private static Dictionary<string, AlertText> Texts(string json) =>
        JsonSerializer.Deserialize(json, AlertJson.Default.DictionaryStringAlertText) ?? [];
}

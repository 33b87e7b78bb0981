using System.Globalization;
using System.Text.Json;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Channels.Proof;

/// <summary>Reads from the registry what became of an alert. Nothing personal is read: a recipient is a row number. Safe for use by several threads.</summary>
internal sealed class ProofBook
{
    /// <summary>Where a recipient counts whose place is not known any more: they moved, or left.</summary>
    public const string Elsewhere = "elsewhere";

    private const string VersionColumns =
        "number, identifier, version, type, is_all_clear, severity, state, sent_at";

    private readonly RegistryDatabase _database;
    private readonly IStationBook _stations;

    // The tables of the deliveries and subscribers must be there.
    public ProofBook(RegistryDatabase database, IStationBook stations, DeliveryBook deliveries, SubscriberBook subscribers)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        ArgumentNullException.ThrowIfNull(subscribers);
        _database = database;
        _stations = stations;
        database.EnsureTables(AlertTables.Schema);
    }

    /// <summary>The proof of a version by its number; null when there is none.</summary>
    public AlertProof? Find(long number) => Find("a.number = $name", number);

    /// <summary>The proof of a version by its number or its identifier; null when there is none of that name.</summary>
    public AlertProof? Find(string name) => long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
        ? Find(number)
        : Find("a.identifier = $name", name);

    private AlertProof? Find(string which, object name) =>
        _database.Read(connection => ReadHead(connection, which, name) is { } head ? Read(connection, head) : null);

    private static Head? ReadHead(SqliteConnection connection, string which, object name) => connection.List(
        $"""
        SELECT a.number, a.identifier, a.event, a.version, a.type, a.is_all_clear, a.hazard, a.severity, a.state, a.region, a.headline,
            a.measured_at, a.sent_at, b.targeted_at
        FROM alert a LEFT JOIN bulletin b ON b.alert = a.identifier
        WHERE {which}
        """,
        row => new Head(
            row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetString(4), row.GetBoolean(5), row.GetString(6),
            row.GetString(7), row.GetString(8), row.GetString(9), Texts(row.GetString(10)), row.GetInt64(11), row.GetInt64(12),
            row.IsDBNull(13) ? null : row.GetInt64(13)),
        ("$name", name)).FirstOrDefault();

    private static Dictionary<string, string> Texts(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [];

    private AlertProof Read(SqliteConnection connection, Head head)
    {
        Dictionary<string, string> places = PlacesOf(connection, head.Region);
        ReachMeter meter = new(
            head.QueuedAt ?? head.DecidedAt,
            (channel, recipient) => PlaceOf(channel, recipient, places),
            channel => channel != SirenChannel.ChannelName);
        foreach (DeliveryFact fact in Facts(connection, head.Identifier))
        {
            meter.Take(fact);
        }

        (long? firstSent, long? lastSent, long? firstReceipt, long? half, long? most) = meter.Moments();
        long? released = head.State is "Released" or "Targeted" ? head.DecidedAt : null;
        ProofTimes times = new(
            Time(head.MeasuredAt), Time(head.DecidedAt), Time(released), Time(head.QueuedAt), Time(firstSent), Time(lastSent),
            Time(firstReceipt), Time(half), Time(most));
        return new AlertProof(
            head.Number, head.Identifier, head.Event, head.Version, head.Type, head.AllClear, head.Hazard, head.Severity, head.State,
            head.Region, head.Headline, meter.People, meter.PeopleReached,
            meter.People == 0 ? null : Math.Round((double)meter.PeopleReached / meter.People, 4),
            times, Delays(times), meter.Channels(), meter.Places(), meter.Reasons(), meter.Minutes(), Versions(connection, head.Event), []);
    }

    private static ProofDelays? Delays(ProofTimes times)
    {
        if (times.QueuedAt is { } queued && (queued - times.DecidedAt).Duration() > Limits.ClockGapMax)
        {
            return null;
        }

        double? Since(DateTimeOffset? at) => at is { } known ? Math.Round((known - times.MeasuredAt).TotalSeconds, 3) : null;
        return new ProofDelays(
            Since(times.DecidedAt)!.Value, Since(times.ReleasedAt), Since(times.QueuedAt), Since(times.FirstSentAt),
            Since(times.FirstReceiptAt), Since(times.HalfReceiptAt), Since(times.MostReceiptAt));
    }

    // Of several places of a person the smallest that matched counts, as it says best where they are.
    private static Dictionary<string, string> PlacesOf(SqliteConnection connection, string region)
    {
        Dictionary<string, string> places = [];
        foreach ((long subscriber, string place) in connection.List(
            """
            SELECT subscriber, region FROM subscriber_region
            WHERE region IN (substr($region, 1, 2), substr($region, 1, 4), $region) OR (region >= $region AND region < $region || ':')
            """,
            row => (row.GetInt64(0), row.GetString(1)),
            ("$region", region)))
        {
            string recipient = subscriber.ToString(CultureInfo.InvariantCulture);
            if (!places.TryGetValue(recipient, out string? known) || place.Length > known.Length)
            {
                places[recipient] = place;
            }
        }

        return places;
    }

    private string PlaceOf(string channel, string recipient, Dictionary<string, string> places)
    {
        if (channel == SirenChannel.ChannelName)
        {
            return StationId.TryParse(recipient, out StationId id) && _stations.Find(id) is { } station ? station.Region.Code : Elsewhere;
        }

        return places.GetValueOrDefault(recipient, Elsewhere);
    }

    private static List<DeliveryFact> Facts(SqliteConnection connection, string alert) => connection.List(
        "SELECT channel, recipient, 1, state, reason, sent_at, settled_at FROM delivery WHERE alert = $alert",
        row => new DeliveryFact(
            row.GetString(0), row.GetString(1), row.GetInt32(2), DeliveryTables.StateOf(row.GetString(3)), row.GetString(4),
            row.IsDBNull(5) ? null : row.GetInt64(5), row.IsDBNull(6) ? null : row.GetInt64(6)),
        ("$alert", alert));

    private static IReadOnlyList<ProofVersion> Versions(SqliteConnection connection, string eventId) => connection.List(
        $"SELECT {VersionColumns} FROM alert WHERE event = $event ORDER BY version",
        row => new ProofVersion(
            row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetString(3), row.GetBoolean(4), row.GetString(5), row.GetString(6),
            Time(row.GetInt64(7))),
        ("$event", eventId));

    private static DateTimeOffset Time(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);

    private static DateTimeOffset? Time(long? ms) => ms is { } known ? Time(known) : null;

    private sealed record Head(
        long Number, string Identifier, string Event, int Version, string Type, bool AllClear, string Hazard, string Severity, string State,
        string Region, IReadOnlyDictionary<string, string> Headline, long MeasuredAt, long DecidedAt, long? QueuedAt);
}

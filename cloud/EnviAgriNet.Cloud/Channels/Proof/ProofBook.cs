using System.Globalization;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Alerts.Release;
using EnviAgriNet.Cloud.Channels.CellBroadcast;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Registry.Subscribers;
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
        database.EnsureTables(HoldTables.Schema);
        database.EnsureTables(AuditTables.Schema);
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
        SELECT a.number, a.identifier, b.targeted_at, h.since, h.until, h.outcome, h.settled_at
        FROM alert a LEFT JOIN bulletin b ON b.alert = a.identifier LEFT JOIN hold h ON h.alert = a.identifier WHERE {which}
        """,
        row => new Head(
            row.GetInt64(0),
            AlertTables.Select(connection, "WHERE identifier = $identifier", ("$identifier", row.GetString(1)))[0],
            TimeAt(row, 2),
            TimeAt(row, 3) is { } since
                ? new ProofHold(since, TimeAt(row, 4), row.IsDBNull(5) ? null : row.GetString(5), TimeAt(row, 6))
                : null),
        ("$name", name)).FirstOrDefault();

    private AlertProof Read(SqliteConnection connection, Head head)
    {
        AlertVersion version = head.Version;
        Dictionary<long, string> places = PlacesOf(connection, version.Region.Code);
        ReachMeter meter = new(
            DeliveryBook.Ms(head.QueuedAt ?? version.SentAt),
            (channel, recipient) => PlaceOf(channel, recipient, places),
            channel => channel is not (SirenChannel.ChannelName or CellBroadcastChannel.ChannelName));
        TakeAll(connection, version.Identifier, meter);
        ProofTimes times = Times(head, meter);
        return new AlertProof(
            head.Number, version.Identifier, version.EventId, version.Version, version.Type, version.IsAllClear, version.Hazard,
            version.Severity, version.State.ToString(), version.Region.Code, version.Headline, meter.People, meter.PeopleReached,
            meter.People == 0 ? null : Math.Round((double)meter.PeopleReached / meter.People, 4),
            times, head.Hold, Delays(times), meter.Channels(), meter.Places(), meter.Reasons(), meter.Minutes(), Versions(connection, version.EventId), Steps(connection, head));
    }

    private static ProofTimes Times(Head head, ReachMeter meter)
    {
        (long? firstSent, long? lastSent, long? firstReceipt, long? half, long? most) = meter.Moments();

        // A version that waited carries the time of its release as the time it was sent.
        DateTimeOffset? released = head.Version.State is AlertState.Released or AlertState.Targeted
            ? head.Hold?.EndedAt ?? head.Version.SentAt
            : null;
        return new ProofTimes(
            head.Version.MeasuredAt, head.Hold?.Since ?? head.Version.SentAt, released, head.QueuedAt, Time(firstSent), Time(lastSent), Time(firstReceipt),
            Time(half), Time(most));
    }

    private static ProofDelays? Delays(ProofTimes times)
    {
        if (times.QueuedAt is { } queued && (queued - (times.ReleasedAt ?? times.DecidedAt)).Duration() > Limits.ClockGapMax)
        {
            return null;
        }

        // Decisions are told to the second, measurements to the millisecond.
        double? Since(DateTimeOffset? at) => at is not { } known ? null
            : (known - times.MeasuredAt).TotalSeconds is var delay && delay is < 0 and > -1 ? 0
            : Math.Round(delay, 3);
        return new ProofDelays(
            Since(times.DecidedAt)!.Value, Since(times.ReleasedAt), Since(times.QueuedAt), Since(times.FirstSentAt),
            Since(times.FirstReceiptAt), Since(times.HalfReceiptAt), Since(times.MostReceiptAt));
    }

    // Of several places of a person the smallest that matched counts, as it says best where they are.
    private static Dictionary<long, string> PlacesOf(SqliteConnection connection, string region)
    {
        Dictionary<long, string> places = [];
        Dictionary<string, string> names = [];
        foreach ((long subscriber, string place) in connection.List(
            """
            SELECT subscriber, region FROM subscriber_region
            WHERE region IN (substr($region, 1, 2), substr($region, 1, 4), $region) OR (region >= $region AND region < $region || ':')
            """,
            row => (row.GetInt64(0), row.GetString(1)),
            ("$region", region)))
        {
            if (!places.TryGetValue(subscriber, out string? known) || place.Length > known.Length)
            {
                // One string for each place, not for each person.
                places[subscriber] = names.TryGetValue(place, out string? name) ? name : names[place] = place;
            }
        }

        return places;
    }

    private string PlaceOf(string channel, string recipient, Dictionary<long, string> places)
    {
        if (channel == SirenChannel.ChannelName)
        {
            return StationId.TryParse(recipient, out StationId id) && _stations.Find(id) is { } station ? station.Region.Code : Elsewhere;
        }

        return long.TryParse(recipient, NumberStyles.None, CultureInfo.InvariantCulture, out long subscriber)
            ? places.GetValueOrDefault(subscriber, Elsewhere)
            : Elsewhere;
    }

    private static void TakeAll(SqliteConnection connection, string alert, ReachMeter meter) => connection.List(
        "SELECT channel, recipient, part, state, reason, sent_at, settled_at FROM delivery WHERE alert = $alert",
        row =>
        {
            meter.Take(new DeliveryFact(
                row.GetString(0), row.GetString(1), row.GetInt32(2), DeliveryTables.StateOf(row.GetString(3)), row.GetString(4),
                row.IsDBNull(5) ? null : row.GetInt64(5), row.IsDBNull(6) ? null : row.GetInt64(6)));
            return 0;
        },
        ("$alert", alert));

    private static IReadOnlyList<ProofVersion> Versions(SqliteConnection connection, string eventId) => connection.List(
        $"SELECT {VersionColumns} FROM alert WHERE event = $event ORDER BY version",
        row => new ProofVersion(
            row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetString(3), row.GetBoolean(4), row.GetString(5), row.GetString(6),
            Time(row.GetInt64(7))),
        ("$event", eventId));

    private static IReadOnlyList<ProofStep> Steps(SqliteConnection connection, Head head) =>
        AuditTables.List(connection, since: null, $"alert {head.Number}", Limits.StepsMax)
            .ConvertAll(line => new ProofStep(line.At, line.Entry.Actor, line.Entry.Action, line.Entry.Detail));

    private static DateTimeOffset Time(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);

    private static DateTimeOffset? Time(long? ms) => ms is { } known ? Time(known) : null;

    private static DateTimeOffset? TimeAt(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : Time(row.GetInt64(column));

    private sealed record Head(long Number, AlertVersion Version, DateTimeOffset? QueuedAt, ProofHold? Hold);
}

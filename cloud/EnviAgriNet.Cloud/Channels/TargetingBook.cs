using System.Text;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Channels.CellBroadcast;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Protocol.Messages;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>Queues the deliveries of an alert version: all of them and the mark on the alert in one transaction, or nothing.</summary>
internal sealed class TargetingBook
{
    /// <summary>A place in the list of subscriber <c>s</c> counts when it contains the region or lies within it.</summary>
    public const string Touched = """
        EXISTS (SELECT 1 FROM subscriber_region r WHERE r.subscriber = s.id
            AND (r.region IN (substr($region, 1, 2), substr($region, 1, 4), $region)
                 OR (r.region >= $region AND r.region < $region || ':')))
        """;

    private const string IsShort = $"c.channel IN ('{ContactChannels.Sms}', '{ContactChannels.Phone}')";

    // Whoever may have had an earlier version, or is about to, hears the all-clear, wherever they moved their places since.
    private const string ToldBefore = """
        EXISTS (SELECT 1 FROM delivery b WHERE b.event = $event AND b.version < $version AND b.recipient = CAST(s.id AS TEXT)
            AND b.channel = c.channel AND b.state IN ('queued', 'sending', 'sent', 'delivered', 'unknown'))
        """;

    private readonly RegistryDatabase _database;
    private readonly IStationBook _stations;
    private readonly IAlertBook _alerts;
    private readonly string _broadcastFrom;

    // The subscribers' tables must be there before people can be targeted.
    public TargetingBook(
        RegistryDatabase database,
        IStationBook stations,
        IAlertBook alerts,
        SubscriberBook subscribers,
        IOptions<CellBroadcastOptions>? broadcast = null)
    {
        ArgumentNullException.ThrowIfNull(subscribers);
        _database = database;
        _stations = stations;
        _alerts = alerts;
        _broadcastFrom = (broadcast?.Value ?? new CellBroadcastOptions()).From;
        database.EnsureTables(DeliveryTables.Sql);
        database.EnsureTables(EventGroup.Schema);
        database.EnsureTables(QuietBook.Schema);
    }

    /// <summary>Queues the deliveries; a repeat for the same version queues nothing.</summary>
    /// <param name="alert">A released version.</param>
    /// <param name="channelsOn">The channels that are switched on; deliveries by others fail at once, and are seen to.</param>
    /// <param name="now">The machine's clock.</param>
    /// <param name="deadline">When the alert's life ends, by the machine's clock.</param>
    /// <param name="withdraws">
    /// Whether an all-clear takes back what people were not sent yet. Not in a replay, where days pass in a moment and nothing can be
    /// sent before it is overtaken.
    /// </param>
    /// <param name="quietUntil">Until when, by network time, people are left alone with it; null to send at once.</param>
    public TargetingOutcome Target(
        AlertVersion alert,
        IReadOnlyCollection<string> channelsOn,
        DateTimeOffset now,
        DateTimeOffset deadline,
        bool withdraws,
        DateTimeOffset? quietUntil = null) =>
        _database.Write(connection =>
        {
            bool pages = TargetingPolicy.Pages(alert);
            connection.Run(
                "INSERT OR IGNORE INTO bulletin VALUES ($alert, $event, $version, $severity, $paged, $now)",
                ("$alert", alert.Identifier),
                ("$event", alert.EventId),
                ("$version", alert.Version),
                ("$severity", alert.Severity),
                ("$paged", pages),
                ("$now", DeliveryBook.Ms(now)));
            int superseded = Supersede(connection, alert, now, withdraws) + (pages ? QuietBook.Withdraw(connection, alert.EventId, alert.Version, now) : 0);
            EventGroup group = EventGroup.Enter(connection, alert);
            (int people, int merged) = pages ? QueuePeople(connection, alert, group, channelsOn, now, deadline, quietUntil) : (0, 0);
            int sirens = QueueSirens(connection, alert, channelsOn, now, deadline);
            QueueBroadcast(connection, alert, channelsOn, now, deadline);
            _alerts.MarkTargeted(connection, alert.Identifier);
            return new TargetingOutcome(people, sirens, superseded, merged, quietUntil is null ? 0 : people);
        });

    // A newer notice replaces an older one at the siren; and nobody is to be warned after the all-clear.
    private static int Supersede(SqliteConnection connection, AlertVersion alert, DateTimeOffset now, bool withdraws)
    {
        string which = alert.IsAllClear && withdraws ? "1" : "channel = 'siren'";
        (string, object?)[] parameters =
        [
            ("$event", alert.EventId),
            ("$version", alert.Version),
            ("$now", DeliveryBook.Ms(now)),
        ];
        return connection.Run(
            $"""
            UPDATE delivery SET state = 'expired', next_at = NULL, settled_at = $now, reason = 'overtaken by a newer version'
            WHERE event = $event AND version < $version AND state = 'queued' AND {which}
            """,
            parameters)
            + connection.Run(
            $"""
            UPDATE delivery SET next_at = NULL
            WHERE event = $event AND version < $version AND next_at IS NOT NULL AND {which} AND $now IS NOT NULL
            """,
            parameters);
    }

    private static (int Queued, int Merged) QueuePeople(
        SqliteConnection connection,
        AlertVersion alert,
        EventGroup group,
        IReadOnlyCollection<string> channelsOn,
        DateTimeOffset now,
        DateTimeOffset deadline,
        DateTimeOffset? quietUntil)
    {
        foreach (string language in connection.List("SELECT DISTINCT language FROM subscriber", row => row.GetString(0)))
        {
            AlertText text = TargetingPolicy.TextFor(alert, language);
            StoreMessage(connection, alert, $"{MessageForm.Sms}:{language}", text.Sms);
            StoreMessage(connection, alert, $"{MessageForm.Full}:{language}", FullMessage.Of(alert, language, text).ToJson());
            if (text.Detail.Length > 0)
            {
                StoreMessage(connection, alert, $"{MessageForm.Detail}:{language}", text.Detail);
            }
        }

        string wanted = alert.IsAllClear ? ToldBefore : Touched;
        string who = group.IsAlone ? wanted : alert.IsAllClear ? group.Condition : $"{Touched} AND {group.Condition}";
        (string, object?)[] parameters = [.. Parameters(alert, now, deadline), .. group.Parameters];

        // A second SMS exists only where a message of that form does.
        int people = Queue($"CASE WHEN {IsShort} THEN '{MessageForm.Sms}' ELSE '{MessageForm.Full}' END", 1, TargetingPolicy.FirstPart);
        Queue($"CASE WHEN {IsShort} THEN '{MessageForm.Detail}' END", 2, 0);
        if (quietUntil is { } until)
        {
            QuietBook.Enter(connection, alert, until, now);
        }

        return (people, group.IsAlone ? 0 : (int)(long)connection.One(
            $"SELECT COUNT(*) FROM subscriber s JOIN contact c ON c.subscriber = s.id AND c.state = 'confirmed' WHERE {wanted}", parameters)! - people);

        int Queue(string form, int part, int first) => connection.Run(
            $"""
            INSERT OR IGNORE INTO delivery(
                event, version, alert, recipient, channel, part, message, priority, state, next_at, deadline, queued_at, settled_at, reason)
            SELECT $event, $version, $alert, CAST(s.id AS TEXT), c.channel, {part}, m.id, $priority + {first},
                {StateColumns("c.channel", channelsOn, quietUntil is not null)}
            FROM subscriber s
            JOIN contact c ON c.subscriber = s.id AND c.state = 'confirmed'
            JOIN message m ON m.alert = $alert AND m.audience = {form} || ':' || s.language
            WHERE {who}
            ORDER BY s.id
            """,
            parameters);
    }

    private int QueueSirens(
        SqliteConnection connection, AlertVersion alert, IReadOnlyCollection<string> channelsOn, DateTimeOffset now, DateTimeOffset deadline)
    {
        // A network without sirens has no siren deliveries; one whose people channel is off has failed ones that are seen to.
        if (!channelsOn.Contains(SirenChannel.ChannelName))
        {
            return 0;
        }

        AlertNotice notice = TargetingPolicy.NoticeOf(alert);
        StoreMessage(connection, alert, MessageForm.Siren, Encoding.UTF8.GetString(MessageJson.Encode(notice)));
        int queued = 0;
        foreach (Station station in _stations.All.Where(station => Overlap(station.Region, alert.Region)))
        {
            queued += connection.Run(
                $"""
                INSERT OR IGNORE INTO delivery(
                    event, version, alert, recipient, channel, message, priority, state, next_at, deadline, queued_at, settled_at, reason)
                SELECT $event, $version, $alert, $station, 'siren', m.id, $priority + {TargetingPolicy.FirstPart}, {StateColumns("'siren'", channelsOn, isHeld: false)}
                FROM message m WHERE m.alert = $alert AND m.audience = 'siren' AND $region IS NOT NULL
                """,
                [.. Parameters(alert, now, deadline), ("$station", station.Id.Value)]);
        }

        return queued;
    }

    // An event that was handed over is followed to its end, however mild it becomes.
    private void QueueBroadcast(
        SqliteConnection connection, AlertVersion alert, IReadOnlyCollection<string> channelsOn, DateTimeOffset now, DateTimeOffset deadline)
    {
        if (!channelsOn.Contains(CellBroadcastChannel.ChannelName))
        {
            return;
        }

        StoreMessage(connection, alert, CellBroadcastChannel.ChannelName, alert.Identifier);
        connection.Run(
            $"""
            INSERT OR IGNORE INTO delivery(
                event, version, alert, recipient, channel, message, priority, state, next_at, deadline, queued_at, settled_at, reason)
            SELECT $event, $version, $alert, '{CellBroadcastChannel.Operator}', '{CellBroadcastChannel.ChannelName}', m.id,
                $priority + {TargetingPolicy.FirstPart}, {StateColumns($"'{CellBroadcastChannel.ChannelName}'", channelsOn, isHeld: false)}
            FROM message m WHERE m.alert = $alert AND m.audience = '{CellBroadcastChannel.ChannelName}' AND $region IS NOT NULL
                AND ($priority >= $from OR EXISTS (SELECT 1 FROM delivery b
                    WHERE b.event = $event AND b.version < $version AND b.channel = '{CellBroadcastChannel.ChannelName}'))
            """,
            [.. Parameters(alert, now, deadline), ("$from", TargetingPolicy.Priority(_broadcastFrom))]);
    }

    private static bool Overlap(RegionId one, RegionId other) => one.Contains(other) || other.Contains(one);

    private static void StoreMessage(SqliteConnection connection, AlertVersion alert, string audience, string text) => connection.Run(
        "INSERT OR IGNORE INTO message(alert, audience, text, severity) VALUES ($alert, $audience, $text, $severity)",
        ("$alert", alert.Identifier),
        ("$audience", audience),
        ("$text", text),
        ("$severity", alert.Severity));

    private static string StateColumns(string channel, IReadOnlyCollection<string> channelsOn, bool isHeld)
    {
        // The names come from our own constants, so that they may stand in the statement.
        string on = channelsOn.Count == 0 ? "0" : $"{channel} IN ('{string.Join("', '", channelsOn)}')";
        string live = $"$deadline > $now AND {on}";
        return $"""
            CASE WHEN $deadline <= $now THEN 'expired' WHEN {on} THEN 'queued' ELSE 'failed' END,
                CASE WHEN {live} AND {(isHeld ? "0" : "1")} THEN $now END, $deadline, $now,
                CASE WHEN {live} THEN NULL ELSE $now END,
                CASE WHEN $deadline <= $now THEN 'deadline' WHEN NOT {on} THEN 'channel is switched off' ELSE '{(isHeld ? QuietBook.Reason : string.Empty)}' END
            """;
    }

    private static (string Name, object? Value)[] Parameters(AlertVersion alert, DateTimeOffset now, DateTimeOffset deadline) =>
    [
        ("$event", alert.EventId),
        ("$version", alert.Version),
        ("$alert", alert.Identifier),
        ("$region", alert.Region.Code),
        ("$priority", TargetingPolicy.Priority(alert.Severity)),
        ("$now", DeliveryBook.Ms(now)),
        ("$deadline", DeliveryBook.Ms(deadline)),
    ];
}

/// <summary>What targeting did.</summary>
/// <param name="People">Deliveries queued to subscribers.</param>
/// <param name="Sirens">Deliveries queued to centres.</param>
/// <param name="Superseded">Older deliveries of the event that need not leave any more.</param>
/// <param name="Merged">Contacts that are told nothing, for they know of the same level by an overlapping event.</param>
/// <param name="Quiet">Of the deliveries to subscribers, those that wait for the morning or ran out before it.</param>
internal sealed record TargetingOutcome(int People, int Sirens, int Superseded, int Merged, int Quiet);

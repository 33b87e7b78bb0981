using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Messages;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Cases;

/// <summary>
/// The one question after an event: to some of those who were told of it, by day, after the all-clear, seldom. Answers are counted per
/// hazard and district, and small groups are not shown. Safe for use by several threads.
/// </summary>
internal sealed class SurveyBook
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS survey_seen(alert TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS survey_question(
            event TEXT NOT NULL, recipient TEXT NOT NULL, hazard TEXT NOT NULL, area TEXT NOT NULL, asked_at INTEGER NOT NULL,
            score INTEGER, answered_at INTEGER, PRIMARY KEY(event, recipient)) STRICT, WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS survey_question_recipient ON survey_question(recipient, asked_at);
        """;

    private readonly RegistryDatabase _database;
    private readonly IAlertBook _alerts;
    private readonly CasesOptions _options;

    // The tables of deliveries and subscribers must be there before people can be drawn from them.
    public SurveyBook(
        RegistryDatabase database, IAlertBook alerts, DeliveryBook deliveries, SubscriberBook subscribers, IOptions<CasesOptions> options)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        ArgumentNullException.ThrowIfNull(subscribers);
        _database = database;
        _alerts = alerts;
        _options = options.Value;
        database.EnsureTables(Schema);
    }

    /// <summary>Whether people may be asked at a time of day in Bangkok.</summary>
    public static bool IsByDay(DateTimeOffset now, TimeSpan from, TimeSpan until)
    {
        TimeSpan at = LocalTime.Of(now).TimeOfDay;
        return from <= until ? at >= from && at < until : at >= from || at < until;
    }

    /// <summary>Asks about events that are over; the number of people asked.</summary>
    public int Ask(DateTimeOffset now)
    {
        if (_options.AskedPerEvent == 0 || !IsByDay(now, _options.AskFrom, _options.AskUntil))
        {
            return 0;
        }

        List<string> due = _database.Read(c => c.List(
            """
            SELECT alert FROM bulletin b WHERE targeted_at <= $due AND targeted_at > $oldest
                AND NOT EXISTS (SELECT 1 FROM survey_seen s WHERE s.alert = b.alert) ORDER BY targeted_at LIMIT $most
            """,
            row => row.GetString(0),
            ("$due", CaseTables.Ms(now - _options.AskAfter)), ("$oldest", CaseTables.Ms(now - Limits.QuestionLife)), ("$most", Limits.EventsAskedMax)));
        return due.Sum(identifier => Ask(identifier, now));
    }

    /// <summary>Enters an answer, inside a transaction; false when nothing was asked that is still open.</summary>
    public static bool Answer(SqliteConnection transaction, string recipient, int score, DateTimeOffset now) => transaction.Run(
        """
        UPDATE survey_question SET score = $score, answered_at = $now
        WHERE recipient = $recipient AND score IS NULL AND asked_at > $oldest AND asked_at = (
            SELECT MAX(asked_at) FROM survey_question WHERE recipient = $recipient)
        """,
        ("$score", score), ("$now", CaseTables.Ms(now)), ("$recipient", recipient), ("$oldest", CaseTables.Ms(now - Limits.QuestionLife))) > 0;

    /// <summary>Enters a question that another area asks, inside a transaction; false when it was entered before.</summary>
    /// <param name="transaction">The caller's.</param>
    /// <param name="question">Its name, one for each person and turn.</param>
    /// <param name="recipient">Who is asked.</param>
    /// <param name="topic">What it is about; it stands in the report where a hazard does.</param>
    /// <param name="area">The district for which answers are counted.</param>
    /// <param name="now">When.</param>
    public static bool Enter(
        SqliteConnection transaction, string question, string recipient, string topic, string area, DateTimeOffset now) => transaction.Run(
        "INSERT OR IGNORE INTO survey_question(event, recipient, hazard, area, asked_at) VALUES($event, $recipient, $hazard, $area, $now)",
        ("$event", question), ("$recipient", recipient), ("$hazard", topic), ("$area", area), ("$now", CaseTables.Ms(now))) == 1;

    /// <summary>When somebody was last asked anything; null when never.</summary>
    public static DateTimeOffset? LastAsked(SqliteConnection transaction, string recipient) =>
        (long?)transaction.One("SELECT MAX(asked_at) FROM survey_question WHERE recipient = $recipient", ("$recipient", recipient)) is { } ms
            ? CaseTables.Time(ms)
            : null;

    /// <summary>The newest question to somebody; null when they were never asked.</summary>
    public static SurveyQuestion? Newest(SqliteConnection transaction, string recipient) => transaction.List(
        "SELECT hazard, asked_at, score, answered_at FROM survey_question WHERE recipient = $recipient ORDER BY asked_at DESC LIMIT 1",
        row => new SurveyQuestion(
            row.GetString(0), CaseTables.Time(row.GetInt64(1)), row.IsDBNull(2) ? null : row.GetInt32(2),
            row.IsDBNull(3) ? null : CaseTables.Time(row.GetInt64(3))),
        ("$recipient", recipient)).FirstOrDefault();

    /// <summary>The answers per hazard and district since a time.</summary>
    public IReadOnlyList<SurveyLine> Report(DateTimeOffset since) => _database.Read(c => c.List(
        """
        SELECT hazard, area, COUNT(*), COUNT(score), AVG(score), SUM(score = 1), SUM(score = 2), SUM(score = 3), SUM(score = 4), SUM(score = 5)
        FROM survey_question WHERE asked_at >= $since GROUP BY hazard, area ORDER BY hazard, area
        """,
        SurveyLine.Read,
        ("$since", CaseTables.Ms(since))));

    private int Ask(string identifier, DateTimeOffset now)
    {
        AlertVersion? alert = _alerts.Find(identifier);
        return _database.Write(transaction =>
        {
            transaction.Run("INSERT OR IGNORE INTO survey_seen VALUES($alert, $now)", ("$alert", identifier), ("$now", CaseTables.Ms(now)));
            return alert is { IsAllClear: true } ? Ask(transaction, alert, now) : 0;
        });
    }

    private int Ask(SqliteConnection transaction, AlertVersion alert, DateTimeOffset now)
    {
        string area = alert.Region.Code[..Math.Min(4, alert.Region.Code.Length)];
        foreach ((string recipient, string language) in Drawn(transaction, alert, now))
        {
            transaction.Run(
                "INSERT OR IGNORE INTO survey_question(event, recipient, hazard, area, asked_at) VALUES($event, $recipient, $hazard, $area, $now)",
                ("$event", alert.EventId), ("$recipient", recipient), ("$hazard", alert.Hazard), ("$area", area), ("$now", CaseTables.Ms(now)));
            DirectMessages.Queue(
                transaction,
                new DirectMessage(
                    "satisfaction", $"{alert.EventId}:{recipient}", recipient, ContactChannels.Sms, CaseTexts.Question(language), TimeSpan.FromHours(4), "Minor"),
                now);
        }

        return (int)(long)transaction.One(
            "SELECT COUNT(*) FROM survey_question WHERE event = $event AND asked_at = $now", ("$event", alert.EventId), ("$now", CaseTables.Ms(now)))!;
    }

    // Drawn by a scattering of row numbers: the same people again only by chance, and the same draw when it is made again.
    private List<(string Recipient, string Language)> Drawn(SqliteConnection transaction, AlertVersion alert, DateTimeOffset now) => transaction.List(
        """
        SELECT DISTINCT d.recipient, s.language FROM delivery d
        JOIN subscriber s ON CAST(s.id AS TEXT) = d.recipient
        JOIN contact c ON c.subscriber = s.id AND c.channel = 'sms' AND c.state = 'confirmed'
        WHERE d.event = $event AND d.channel = 'sms' AND d.version < $version AND d.state IN ('sent', 'delivered')
            AND NOT EXISTS (SELECT 1 FROM survey_question q WHERE q.recipient = d.recipient AND (q.asked_at > $again OR q.event = $event))
        ORDER BY (s.id * 48271 + $seed) % 2147483647 LIMIT $most
        """,
        row => (row.GetString(0), row.GetString(1)),
        ("$event", alert.EventId), ("$version", alert.Version), ("$again", CaseTables.Ms(now - _options.AskAgainAfter)),
        ("$seed", CaseTables.Ms(alert.SentAt) % 1_000_003), ("$most", _options.AskedPerEvent));
}

/// <summary>One question to one person.</summary>
/// <param name="Topic">The hazard or what else it was about.</param>
/// <param name="AskedAt">When.</param>
/// <param name="Score">The answer, or null.</param>
/// <param name="AnsweredAt">When it was answered.</param>
internal sealed record SurveyQuestion(string Topic, DateTimeOffset AskedAt, int? Score, DateTimeOffset? AnsweredAt)
{
    /// <summary>Whether an answer still counts.</summary>
    public bool IsOpen(DateTimeOffset now) => Score is null && now - AskedAt < Limits.QuestionLife;
}

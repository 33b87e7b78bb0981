using System.Globalization;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Cloud.Registry.Farms;
using EnviAgriNet.Core.Messages;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Advisories;

/// <summary>
/// An officer's own words to the growers of a crop in an area: each of them once, by day, written down with who said it. Safe for use
/// by several threads.
/// </summary>
internal sealed class BroadcastDesk
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS broadcast(
            id INTEGER PRIMARY KEY AUTOINCREMENT, officer TEXT NOT NULL, crop TEXT NOT NULL, variety TEXT, region TEXT NOT NULL, text_th TEXT NOT NULL,
            text_en TEXT NOT NULL, people INTEGER NOT NULL, sent_at INTEGER NOT NULL) STRICT;
        """;

    private readonly RegistryDatabase _database;
    private readonly PlotBook _plots;
    private readonly AuditBook _audit;
    private readonly AdvisoryDesk _desk;
    private readonly AdvisoriesOptions _options;
    private readonly TimeProvider _time;

    public BroadcastDesk(
        RegistryDatabase database, PlotBook plots, AuditBook audit, AdvisoryDesk desk, IOptions<AdvisoriesOptions> options, TimeProvider time)
    {
        (_database, _plots, _audit, _desk, _options, _time) = (database, plots, audit, desk, options.Value, time);
        database.EnsureTables(Schema);
    }

    /// <summary>What it would do now; or why it cannot be sent.</summary>
    public (BroadcastPreview? Preview, string? Refusal) Preview(BroadcastDraft draft)
    {
        if (draft.Fault() is { } fault)
        {
            return (null, fault);
        }

        List<(long Subscriber, string Channel, string Language)> readers = Readers(draft);
        return (new BroadcastPreview(
            readers.Count, readers.Count(reader => reader.Language == Languages.Thai),
            SmsParts.Of(draft.TextTh).Count, SmsParts.Of(draft.TextEn).Count), null);
    }

    /// <summary>Sends it in the name of an officer; how many people were told, or why nobody was.</summary>
    public (int People, string? Refusal) Send(BroadcastDraft draft, string officer)
    {
        DateTimeOffset now = _time.GetUtcNow();
        if (draft.Fault() is { } fault)
        {
            return (0, fault);
        }

        if (!_options.IsByDay(TimeOnly.FromTimeSpan(LocalTime.Of(now).TimeOfDay)))
        {
            return (0, $"people are left alone from {_options.Until:HH:mm} to {_options.From:HH:mm}: send it by day");
        }

        List<(long Subscriber, string Channel, string Language)> readers = Readers(draft);
        return readers.Count > Limits.BroadcastMax
            ? (0, $"{readers.Count} people grow that there, allowed are {Limits.BroadcastMax}: take a smaller area")
            : _database.Write(transaction => Send(transaction, draft, officer, readers, now));
    }

    private (int People, string? Refusal) Send(
        SqliteConnection transaction, BroadcastDraft draft, string officer, List<(long Subscriber, string Channel, string Language)> readers, DateTimeOffset now)
    {
        if (OfficerBook.Find(transaction, officer, Role.Officer).Refusal is { } refusal)
        {
            return (0, refusal);
        }

        long today = (long)transaction.One(
            "SELECT COUNT(*) FROM broadcast WHERE officer = $officer AND sent_at > $since",
            ("$officer", officer), ("$since", FarmTables.Ms(now.AddDays(-1))))!;
        if (today >= Limits.BroadcastsPerDayMax)
        {
            return (0, $"{officer} sent {today} broadcasts within a day, allowed are {Limits.BroadcastsPerDayMax}");
        }

        long id = (long)transaction.One(
            """
            INSERT INTO broadcast(officer, crop, variety, region, text_th, text_en, people, sent_at)
            VALUES($officer, $crop, $variety, $region, $th, $en, $people, $now) RETURNING id
            """,
            ("$officer", officer), ("$crop", draft.Crop), ("$variety", draft.Variety), ("$region", draft.Region.Code), ("$th", draft.TextTh),
            ("$en", draft.TextEn), ("$people", readers.Count), ("$now", FarmTables.Ms(now)))!;
        int told = readers.Count(reader => Tell(transaction, id, draft.In(reader.Language), reader.Subscriber, reader.Channel, now));
        _audit.Append(transaction, new AuditEntry(
            officer, "advisory.broadcast", $"broadcast {id}",
            string.Create(CultureInfo.InvariantCulture, $"{draft.Crop} {draft.Variety}, region {draft.Region}, {told} people: {draft.TextTh} / {draft.TextEn}")));
        return (told, null);
    }

    private bool Tell(SqliteConnection transaction, long broadcast, string text, long subscriber, string channel, DateTimeOffset now)
    {
        string key = string.Create(CultureInfo.InvariantCulture, $"{AdviceKinds.Broadcast}:{broadcast}");
        return AdviceBook.Enter(
                transaction, new AdviceLine(0, subscriber, null, AdviceKinds.Broadcast, key, string.Empty, text, AsksToAct: true, now, null))
            && AdvisoryDesk.Queue(transaction, subscriber, key, channel, text, _desk.LeftOfDay(now), now);
    }

    private List<(long Subscriber, string Channel, string Language)> Readers(BroadcastDraft draft)
    {
        IReadOnlyList<long> growers = _plots.Growers(draft.Crop, draft.Variety, draft.Region);
        return _database.Read(connection => growers.Select(subscriber => (
                subscriber,
                Channel: AdviceReaders.ChannelOf(connection, subscriber) ?? string.Empty,
                Language: AdviceReaders.LanguageOf(
                    (string?)connection.One("SELECT language FROM subscriber WHERE id = $id", ("$id", subscriber)) ?? Languages.Thai)))
            .Where(reader => reader.Channel.Length > 0).ToList());
    }
}

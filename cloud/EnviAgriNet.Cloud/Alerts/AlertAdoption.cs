using System.Text;
using EnviAgriNet.Cloud.Alerts.Release;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Protocol.Cap;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Alerts;

/// <summary>Makes released versions of our own out of alerts that another platform sent and an officer passes on.</summary>
internal sealed class AlertAdoption(RegistryDatabase registry, IOptions<AlertsOptions> options)
{
    private readonly AlertsOptions _options = options.Value;

    /// <summary>
    /// Stores a version inside the caller's transaction; returns it, or why it cannot be. The caller signals the release after the
    /// commit. A message of the same chain and region updates or cancels the versions before.
    /// </summary>
    public (AlertVersion? Version, string? Refusal) Adopt(SqliteConnection transaction, AdoptedAlert adopted, DateTimeOffset now)
    {
        DateTimeOffset sent = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        List<AlertVersion> earlier = AlertTables.Select(
            transaction, "WHERE event = $event ORDER BY version", ("$event", adopted.EventId));
        List<AlertVersion> replaced = earlier.FindAll(e => e.State is AlertState.Released or AlertState.Targeted);
        if (FaultOf(adopted, earlier, replaced, sent) is { } fault)
        {
            return (null, fault);
        }

        string type = replaced.Count == 0 ? "Alert" : adopted.Original.MessageType == CapMessageType.Cancel ? "Cancel" : "Update";
        string identifier = AlertTables.NewIdentifier(transaction, _options.AuthorityOid, sent);
        AdoptedDocument document = new(_options, adopted, replaced);
        AlertVersion version = new(
            identifier, adopted.EventId, new EventHistory([.. earlier.Select(e => (e, (HoldOutcome?)null))]).Next, type, adopted.IsOver, adopted.Hazard.Code(), adopted.Severity.ToString(),
            AlertState.Released, adopted.Region, adopted.Original.Sent, sent, ExpiryOf(adopted, sent), document.Texts(), false,
            CapWriter.Write(document.Compose(identifier, sent, Enum.Parse<CapMessageType>(type), ExpiryOf(adopted, sent))));
        Record(transaction, adopted, sent);
        return (AlertTables.Insert(transaction, version), null);
    }

    /// <summary>Ends adopted events whose last message has expired, for no measurement of ours will. Returns how many.</summary>
    public int EndExpired(DateTimeOffset now)
    {
        const string Expired = """
            id LIKE 'cap-%' AND ended IS NULL AND NOT EXISTS (SELECT 1 FROM alert a WHERE a.event = event.id AND a.expires_at > $now)
            """;
        long ms = now.ToUnixTimeMilliseconds();
        return registry.Read(c => c.One($"SELECT 1 FROM event WHERE {Expired} LIMIT 1", ("$now", ms))) is null
            ? 0
            : registry.Write(c => c.Run(
                $"UPDATE event SET ended = $now, outcome = '{nameof(ChangeKind.Lapsed)}' WHERE {Expired}", ("$now", ms)));
    }

    private static string? FaultOf(
        AdoptedAlert adopted, List<AlertVersion> earlier, List<AlertVersion> replaced, DateTimeOffset sent)
    {
        string source = AdoptedDocument.SourceOf(adopted.Original);
        return earlier.Exists(e => CapReader.Read(Encoding.UTF8.GetBytes(e.CapXml)).Alert?.Source == source)
            ? $"it was passed on to {adopted.Region} already"
            : adopted.IsOver && replaced.Count == 0
            ? $"it ends an alert that was never passed on to {adopted.Region}"
            : adopted.ExpiresAt <= sent && !adopted.IsOver
            ? "it has expired"
            : null;
    }

    // An end is told for as long as somebody may still act on what it ends.
    private static DateTimeOffset ExpiryOf(AdoptedAlert adopted, DateTimeOffset sent) =>
        adopted.ExpiresAt > sent ? adopted.ExpiresAt : sent + TimeSpan.FromHours(1);

    private static void Record(SqliteConnection transaction, AdoptedAlert adopted, DateTimeOffset sent)
    {
        transaction.Run(
            "INSERT OR IGNORE INTO event(id, region, hazard, onset, level) VALUES($id, $region, $hazard, $onset, $level)",
            ("$id", adopted.EventId), ("$region", adopted.Region.Code), ("$hazard", adopted.Hazard.Code()),
            ("$onset", adopted.Original.Sent.ToUnixTimeMilliseconds()), ("$level", LevelOf(adopted.Severity).ToString()));
        transaction.Run(
            "UPDATE event SET ended = $ended, outcome = $outcome WHERE id = $id",
            ("$id", adopted.EventId), ("$ended", adopted.IsOver ? sent.ToUnixTimeMilliseconds() : null),
            ("$outcome", adopted.IsOver ? nameof(ChangeKind.Ended) : null));
    }

    private static HazardLevel LevelOf(CapSeverity severity) =>
        severity is CapSeverity.Extreme or CapSeverity.Severe ? HazardLevel.Severe : HazardLevel.Moderate;
}

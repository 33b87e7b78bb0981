using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Protocol.Cap;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Alerts;

/// <summary>
/// Turns changes of events into versions of alerts, and keeps both with the state of the hazards in one transaction. What is
/// released is told after the commit.
/// </summary>
internal sealed partial class AlertDesk(
    RegistryDatabase registry,
    AlertBook book,
    WarningComposer composer,
    NetworkClock clock,
    IOptions<AlertsOptions> options,
    ILogger<AlertDesk> logger) : IHazardJournal
{
    private readonly AlertsOptions _options = options.Value;
    private readonly CapComposer _cap = new(options.Value);

    /// <inheritdoc/>
    public HazardMemory Load() => registry.Read(AlertTables.Load);

    /// <inheritdoc/>
    public void Save(IReadOnlyList<ProvinceSave> provinces)
    {
        List<AlertVersion> made = registry.Write(transaction =>
        {
            List<AlertVersion> versions = [];
            foreach (ProvinceSave province in provinces)
            {
                foreach (HazardChange change in province.Changes)
                {
                    Record(transaction, change, versions);
                }

                AlertTables.SaveState(transaction, province);
            }

            return versions;
        });

        LogAll(made);
        if (made.Exists(v => v.State == AlertState.Released))
        {
            book.SignalRelease();
        }
    }

    /// <inheritdoc/>
    public void RecordPast(IReadOnlyList<HazardChange> changes) => LogAll(registry.Write(transaction =>
    {
        List<AlertVersion> versions = [];
        foreach (List<HazardChange> one in changes.GroupBy(c => c.EventId).Select(g => g.ToList()))
        {
            if (!AlertTables.IsKnown(transaction, one[0], one[^1].At))
            {
                one.ForEach(c => Record(transaction, c with { IsLive = false }, versions));
            }
        }

        return versions;
    }));

    private void Record(SqliteConnection transaction, HazardChange change, List<AlertVersion> versions)
    {
        AlertTables.RecordChange(transaction, change);
        if (change.Kind != ChangeKind.Lapsed)
        {
            AlertVersion version = Compose(transaction, change);
            AlertTables.Insert(transaction, version);
            versions.Add(version);
        }
    }

    private void LogAll(List<AlertVersion> made)
    {
        foreach (AlertVersion version in made)
        {
            LogMade(version.Type, version.EventId, version.Version, version.Severity, version.State);
        }
    }

    private AlertVersion Compose(SqliteConnection transaction, HazardChange change)
    {
        DateTimeOffset network = clock.Now ?? change.At;
        DateTimeOffset sent = DateTimeOffset.FromUnixTimeSeconds(network.ToUnixTimeSeconds());
        AlertState state = StateOf(change, sent);
        bool isExercise = clock.Mode == NetworkTimeMode.Replay;
        AlertContent content = composer.Compose(change, isExercise);
        List<AlertVersion> earlier = AlertTables.Select(
            transaction, "WHERE event = $event ORDER BY version", ("$event", change.EventId));
        List<AlertVersion> replaced = earlier.FindAll(e => state == AlertState.Recorded
            ? e.State != AlertState.Draft
            : e.State is AlertState.Released or AlertState.Targeted);
        AlertVersion version = new(
            Identifier(transaction, sent), change.EventId, earlier.Count + 1, replaced.Count == 0 ? "Alert" : "Update",
            change.Kind == ChangeKind.Ended, change.Hazard.Code(), content.Severity, state, change.Region, change.At, sent,
            change.ExpiresAt, content.Texts,
            content.IsSiren && change.Kind != ChangeKind.Extended, string.Empty, change.Kind != ChangeKind.Extended);
        CapAlert cap = _cap.Compose(
            version, content, change.Onset, replaced, isExercise, composer.GroundOf(change.Region, change.Evidence?.Station));
        return version with { CapXml = CapWriter.Write(cap) };
    }

    private static AlertState StateOf(HazardChange change, DateTimeOffset sent)
    {
        // A warning must never be born expired.
        if (!change.IsLive || change.ExpiresAt <= sent)
        {
            return AlertState.Recorded;
        }

        return change.Kind == ChangeKind.Proposed ? AlertState.Draft : AlertState.Released;
    }

    // The form of the WMO with a serial number added, for two alerts may be sent in one second.
    private string Identifier(SqliteConnection transaction, DateTimeOffset sent)
    {
        int serial = AlertTables.CountSentAt(transaction, sent) + 1;
        DateTime utc = sent.UtcDateTime;
        return $"urn:oid:{_options.AuthorityOid}.{utc.Year}.{utc.Month}.{utc.Day}.{utc.Hour}.{utc.Minute}.{utc.Second}.{serial}";
    }

    [LoggerMessage(4300, LogLevel.Information, "{Type} of event {EventId}, version {Version}: {Severity}, {State}")]
    private partial void LogMade(string type, string eventId, int version, string severity, AlertState state);
}

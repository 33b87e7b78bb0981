using EnviAgriNet.Cloud.Alerts.Release;
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
    HoldBook holds,
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
            versions.Add(Compose(transaction, change));
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
        bool isExercise = clock.Mode == NetworkTimeMode.Replay;
        AlertContent content = composer.Compose(change, isExercise);
        EventHistory history = HoldTables.History(transaction, change.EventId);
        ReleasePlan plan = holds.PlanFor(change.Hazard.Code(), content.Severity, content.ResponseType);


        // A warning must never be born expired.
        ReleaseDecision decision = history.Decide(
            change.Kind, change.Level > change.Previous, content.Severity, plan, change.IsLive && change.ExpiresAt > sent);
        IReadOnlyList<AlertVersion> replaced = decision.State == AlertState.Recorded
            ? AlertTables.Select(transaction, "WHERE event = $event AND state NOT IN ('Draft', 'Waiting', 'Dropped') ORDER BY version", ("$event", change.EventId))
            : history.Replaced;
        bool pages = change.Kind != ChangeKind.Extended && decision.Pages;
        AlertVersion version = new(
            AlertTables.NewIdentifier(transaction, _options.AuthorityOid, sent), change.EventId, history.Next,
            replaced.Count == 0 ? "Alert" : "Update",
            change.Kind == ChangeKind.Ended, change.Hazard.Code(), content.Severity, decision.State, change.Region, change.At, sent,
            change.ExpiresAt, content.Texts, content.IsSiren && pages, string.Empty, pages);
        CapAlert cap = _cap.Compose(
            version, content, change.Onset, replaced, isExercise, composer.GroundOf(change.Region, change.Evidence?.Station));
        AlertVersion stored = AlertTables.Insert(transaction, version with { CapXml = CapWriter.Write(cap) });
        holds.Enter(transaction, stored, decision, plan, sent);
        return stored;
    }


    [LoggerMessage(4300, LogLevel.Information, "{Type} of event {EventId}, version {Version}: {Severity}, {State}")]
    private partial void LogMade(string type, string eventId, int version, string severity, AlertState state);
}

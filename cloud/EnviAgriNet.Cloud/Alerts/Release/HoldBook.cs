using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Alerts.Release;

/// <summary>
/// What waits, and the audit of what the program itself lets go, holds back and withdraws. Deadlines are in the registry, so that a
/// restart changes nothing.
/// </summary>
internal sealed class HoldBook
{
    private readonly RegistryDatabase _registry;
    private readonly AuditBook _audit;
    private readonly ReleaseOptions _options;

    public HoldBook(RegistryDatabase registry, AuditBook audit, IOptions<ReleaseOptions> options)
    {
        _registry = registry;
        _audit = audit;
        _options = options.Value;
        registry.EnsureTables(AlertTables.Schema);
        registry.EnsureTables(HoldTables.Schema);
    }

    /// <summary>All that wait, those first whose time ends first.</summary>
    public IReadOnlyList<HeldAlert> Held() => _registry.Read(HoldTables.Held);

    /// <summary>Names the present state of all that wait; another text when one comes, goes, is approved or gets more time.</summary>
    public string EditionOfHeld() => _registry.Read(HoldTables.EditionOfHeld);

    /// <summary>How a warning is released.</summary>
    public ReleasePlan PlanFor(string hazard, string severity, string responseType) =>
        ReleasePlan.Of(_options, hazard, severity, responseType);

    /// <summary>Writes the policies in force into the audit log where they are not those it names last.</summary>
    public void NotePolicies()
    {
        string now = _options.Policies.Count == 0
            ? "every witnessed warning at once"
            : string.Join("; ", _options.Policies.Select(p => $"{p.Hazard} {p.Severity} {p.Way} {p.Wait} {p.Then} {p.Persons}"));
        AuditEntry entry = new(AuditEntry.System, "policy.in-force", "release policies", now);
        if (_audit.List(null, entry.Subject, 1) is not [var last] || last.Entry != entry)
        {
            _registry.Write(c =>
            {
                _audit.Append(c, entry);
                return 0;
            });
        }
    }

    /// <summary>Enters a new version that is in the table of alerts already, and ends the waiting of those it overtakes.</summary>
    public void Enter(SqliteConnection transaction, AlertVersion version, ReleaseDecision decision, ReleasePlan plan, DateTimeOffset now)
    {
        foreach (AlertVersion overtaken in decision.Overtaken)
        {
            Close(transaction, overtaken, decision.Overtakes, AuditEntry.System, $"by version {version.Version}", now);
        }

        foreach (AlertVersion waiting in decision.Extended)
        {
            AlertTables.SetExpiry(transaction, waiting.Identifier, version.ExpiresAt);
        }

        switch (version.State)
        {
            case AlertState.Released:
                Note(transaction, AuditEntry.System, version.Pages ? "alert.released" : "alert.extended", version, "at once by policy");
                break;
            case AlertState.Waiting:
                HoldTables.Insert(transaction, version.Identifier, now, now + plan.Wait, plan);
                Note(transaction, AuditEntry.System, "alert.waiting", version, $"{plan.Wait}, then {plan.Then}; {plan.Persons} to release");
                break;
            case AlertState.Draft:
                Draft(transaction, version, plan, AuditEntry.System, "no second witness", now);
                break;
        }
    }

    /// <summary>Enters a version that waits for persons alone.</summary>
    public void Draft(SqliteConnection transaction, AlertVersion version, ReleasePlan plan, string actor, string why, DateTimeOffset now)
    {
        HoldTables.Insert(transaction, version.Identifier, now, until: null, plan with { Then = ReleaseEnd.Drop });
        Note(transaction, actor, "alert.drafted", version, $"{why}; {plan.Persons} to release");
    }

    /// <summary>Ends the waiting of a version that does not go out.</summary>
    public void Close(
        SqliteConnection transaction, AlertVersion version, HoldOutcome outcome, string actor, string why, DateTimeOffset now)
    {
        AlertTables.SetState(transaction, version.Identifier, AlertState.Dropped);
        HoldTables.Settle(transaction, version.Identifier, outcome, now);
        Note(transaction, actor, "alert.dropped", version, $"{outcome}: {why}");
    }

    /// <summary>Writes into the audit log what was done to a version.</summary>
    public void Note(SqliteConnection transaction, string actor, string action, AlertVersion version, string detail) => _audit.Append(
        transaction, new AuditEntry(actor, action, SubjectOf(version), $"{version.EventId} version {version.Version} {version.Severity}: {detail}"));

    /// <summary>What the audit log calls a version.</summary>
    public static string SubjectOf(AlertVersion version) => $"alert {version.Number}";
}

using EnviAgriNet.Cloud.Registry.Audit;
using EnviAgriNet.Core.Hazards;
using Microsoft.Data.Sqlite;

namespace EnviAgriNet.Cloud.Registry;

/// <summary>
/// The versions of all rules: those of the program, which are on until another version takes their place, and those that people
/// added. Reads come from memory; <see cref="Refresh"/> takes over what another process did. Safe for use by several threads.
/// </summary>
internal sealed class HazardRuleBook
{
    private readonly RegistryDatabase _database;
    private readonly TimeProvider _time;
    private readonly AuditBook _audit;
    private volatile Edition _edition = new(-1, [], [], []);

    public HazardRuleBook(RegistryDatabase database, TimeProvider time, AuditBook audit)
    {
        _database = database;
        _time = time;
        _audit = audit;
        database.EnsureTables(HazardRuleTables.Schema);
        Refresh();
    }

    /// <summary>All versions, by id and version.</summary>
    public IReadOnlyList<HazardRuleEntry> All => _edition.All;

    /// <summary>The rules that are on; the same list until something changes.</summary>
    public IReadOnlyList<HazardRule> On => _edition.On;

    /// <summary>Versions in the registry that this program cannot read, with the reason; they do not judge.</summary>
    public IReadOnlyList<string> Unreadable => _edition.Unreadable;

    /// <summary>A version, or without one the version that is on, or else the newest; null when there is none.</summary>
    public HazardRuleEntry? Find(string id, int? version)
    {
        IEnumerable<HazardRuleEntry> versions = All.Where(e => e.Rule.Id == id);
        return version is { } asked
            ? versions.FirstOrDefault(e => e.Rule.Version == asked)
            : versions.FirstOrDefault(e => e.State == HazardRuleState.On) ?? versions.LastOrDefault();
    }

    /// <summary>What was done to a rule, oldest first.</summary>
    public IReadOnlyList<HazardRuleStep> Steps(string id) => _database.Read(c => HazardRuleTables.Steps(c, id));

    /// <summary>Adds a rule as the next version of its id, as a draft; the version in it does not matter.</summary>
    public HazardRuleEntry Add(HazardRule rule, string by, string reason, bool isOfficer = false)
    {
        DateTimeOffset now = _time.GetUtcNow();
        HazardRule added = _database.Write(c =>
        {
            HazardRule next = rule with { Version = HazardRuleTables.NextVersion(c, rule.Id) };
            HazardRuleTables.Insert(c, next, by, now, reason);
            Note(c, rule.Id, next.Version, "added", by, reason, isOfficer);
            return next;
        });
        Refresh();
        return Find(added.Id, added.Version)!;
    }

    /// <summary>
    /// Notes that a version was tried on the past. For whoever runs the trial: from then on it may be switched on. A repeat replaces
    /// what the trial before found. False when there is no such version.
    /// </summary>
    /// <param name="id">The rule.</param>
    /// <param name="version">Its version; 0, of the program, needs no trial and is left alone.</param>
    /// <param name="found">What was found, in one line.</param>
    /// <param name="by">Who tried it.</param>
    /// <param name="isOfficer">Whether that is an officer who signed in, not a name that nobody checked.</param>
    public bool MarkTried(string id, int version, string found, string by, bool isOfficer = false)
    {
        if (version == 0 || Find(id, version) is null)
        {
            return version == 0 && Find(id, version) is not null;
        }

        Write(c =>
        {
            HazardRuleTables.SetTrial(c, id, version, found);
            Note(c, id, version, "tried", by, found, isOfficer);
        });
        return true;
    }

    /// <summary>Lets a version judge, in place of any other version of its id; the reason it may not, or null when it does.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="version">Its version.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="untried">Why it is switched on without a trial; null to refuse it then.</param>
    /// <param name="reason">Why; empty when that was not said.</param>
    /// <param name="isOfficer">Whether it is an officer who signed in, not a name that nobody checked.</param>
    public string? SwitchOn(string id, int version, string by, string? untried, string reason = "", bool isOfficer = false)
    {
        if (Find(id, version) is not { } entry)
        {
            return $"there is no version {version} of rule '{id}'";
        }

        if (version > 0 && entry.Trial is null && string.IsNullOrWhiteSpace(untried))
        {
            return $"{entry.Rule} was never tried on the past: try it with 'hazard backtest', or give --untried REASON";
        }

        // A rule that was added goes before one of the program, so only added ones can be in each other's way.
        HazardRule? rival = version == 0 ? null : On.FirstOrDefault(r => r.Id != id && r.Version > 0 && r.Hazard == entry.Rule.Hazard
            && r.Scope.Rivals(entry.Rule.Scope));
        if (rival is not null)
        {
            return $"{rival} is on for the same hazard at the same places: switch it off first";
        }

        Write(c =>
        {
            SetAllOff(c, id);
            HazardRuleTables.SetState(c, id, version, HazardRuleState.On);
            string how = version > 0 && entry.Trial is null ? $"untried: {untried}" : entry.Trial ?? string.Empty;
            Note(c, id, version, "on", by, reason.Length == 0 ? how : how.Length == 0 ? reason : $"{reason}; {how}", isOfficer);
        });
        return null;
    }

    /// <summary>Switches a rule off, whichever version is on; the reason it cannot, or null when it is off.</summary>
    public string? SwitchOff(string id, string by, string reason = "", bool isOfficer = false)
    {
        HazardRule? on = On.FirstOrDefault(r => r.Id == id);
        if (on is null)
        {
            return Find(id, null) is null ? $"there is no rule '{id}'" : $"rule '{id}' is not on";
        }

        Write(c =>
        {
            SetAllOff(c, id);
            Note(c, id, on.Version, "off", by, reason, isOfficer);
        });
        return null;
    }

    /// <summary>Takes over what changed on disk; true when something did.</summary>
    public bool Refresh()
    {
        long known = _edition.Number;
        Edition? now = _database.Read(c => HazardRuleTables.Edition(c) is var number && number != known
            ? Edition.Of(number, HazardRuleTables.Rows(c))
            : null);
        if (now is null)
        {
            return false;
        }

        _edition = now;
        return true;
    }

    private void Write(Action<SqliteConnection> work)
    {
        _database.Write(c =>
        {
            work(c);
            return 0;
        });
        Refresh();
    }

    // Version 0 is on unless a row says that it is not, so its row is written as well.
    private void SetAllOff(SqliteConnection connection, string id)
    {
        foreach (HazardRuleEntry entry in All.Where(e => e.Rule.Id == id && e.State == HazardRuleState.On))
        {
            HazardRuleTables.SetState(connection, id, entry.Rule.Version, HazardRuleState.Off);
        }
    }

    private void Note(SqliteConnection connection, string id, int version, string step, string by, string reason, bool isOfficer)
    {
        HazardRuleTables.Note(connection, id, new HazardRuleStep(_time.GetUtcNow(), version, step, by, reason));
        _audit.Append(connection, new AuditEntry(isOfficer ? by : AuditEntry.AtTheShell(by), $"rule.{step}", $"rule {id}:{version}", reason));
    }

    private sealed record Edition(
        long Number, IReadOnlyList<HazardRuleEntry> All, IReadOnlyList<HazardRule> On, IReadOnlyList<string> Unreadable)
    {
        public static Edition Of(long number, List<HazardRuleTables.Row> rows)
        {
            List<HazardRuleEntry> all = [.. DefaultRules.All.Select(rule =>
            {
                HazardRuleState? kept = rows.Find(r => r.Id == rule.Id && r.Version == 0)?.State;
                return new HazardRuleEntry(rule, kept ?? HazardRuleState.On, string.Empty, null, string.Empty, null);
            })];
            List<string> unreadable = [];
            foreach (HazardRuleTables.Row row in rows.Where(r => r.Json is not null))
            {
                if (HazardRuleJson.Read(row.Json!, out IReadOnlyList<string> faults) is { } rule)
                {
                    all.Add(new HazardRuleEntry(rule, row.State, row.By, row.At, row.Reason, row.Trial));
                }
                else
                {
                    unreadable.Add($"{row.Id}:{row.Version}: {string.Join("; ", faults)}");
                }
            }

            all = [.. all.OrderBy(e => e.Rule.Id, StringComparer.Ordinal).ThenBy(e => e.Rule.Version)];
            return new Edition(number, all, [.. all.Where(e => e.State == HazardRuleState.On).Select(e => e.Rule)], unreadable);
        }
    }
}

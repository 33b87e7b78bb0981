using System.Collections.Concurrent;

namespace EnviAgriNet.Core.Hazards;

/// <summary>
/// The rules that are on. At a site the rule that names it most closely judges a hazard: by zone, then by the longest region code, then
/// everywhere; among equals the one that was added later goes before the one that came with the program. Immutable, and safe for
/// use by several threads.
/// </summary>
public sealed class HazardRules
{
    private static readonly int Hazards = Enum.GetValues<HazardKind>().Length;
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    private readonly List<RuleJudge> _judges;
    private readonly ConcurrentDictionary<string, TimeSpan> _memories = [];

    /// <summary>The rules that come with the program.</summary>
    public HazardRules()
        : this(DefaultRules.All)
    {
    }

    /// <summary>Any rules; each must be without faults.</summary>
    public HazardRules(IEnumerable<HazardRule> rules)
    {
        All = [.. rules];
        _judges = All.Select(r => new RuleJudge(r)).ToList();
    }

    /// <summary>The rules.</summary>
    public IReadOnlyList<HazardRule> All { get; }

    /// <summary>The past pages nobody: a judgement on measurements older than this, by network time, is for the record only.</summary>
    public TimeSpan LateAfter { get; init; } = TimeSpan.FromHours(2);

    /// <summary>The rules that judge a site, one a hazard at most, in the order of the hazards.</summary>
    public IReadOnlyList<HazardRule> RulesFor(Site site) => [.. JudgesFor(site).Where(j => j is not null).Select(j => j!.Rule)];

    /// <summary>
    /// How far back the readings of a quantity matter to somebody who fills windows anew: as far as measures reach, before the last
    /// reading of a series that may be silent for as long as a warning is valid.
    /// </summary>
    public TimeSpan MemoryOf(string quantity) => _memories.GetOrAdd(quantity, q => Measures.SpanOf(q) + All
        .Where(r => TermsOf(r).Any(t => Measures.Get(t.Measure).Quantities.Contains(q)))
        .Select(r => r.Timing.Validity).DefaultIfEmpty(Slack).Max());

    /// <summary>The judge for each hazard at a site, null where no rule applies.</summary>
    internal RuleJudge?[] JudgesFor(Site site)
    {
        var judges = new RuleJudge?[Hazards];
        foreach (RuleJudge judge in _judges.Where(j => j.Rule.Scope.Closeness(site) is not null))
        {
            ref RuleJudge? before = ref judges[(int)judge.Rule.Hazard];
            before = before is null || GoesBefore(judge.Rule, before.Rule, site) ? judge : before;
        }

        return judges;
    }

    private static bool GoesBefore(HazardRule rule, HazardRule other, Site site)
    {
        int closer = rule.Scope.Closeness(site)!.Value.CompareTo(other.Scope.Closeness(site)!.Value);
        int added = (rule.Version > 0).CompareTo(other.Version > 0);
        return closer != 0 ? closer > 0 : added != 0 ? added > 0 : string.CompareOrdinal(rule.Id, other.Id) < 0;
    }

    private static IEnumerable<Term> TermsOf(HazardRule rule) =>
        new[] { rule.Moderate.Raise, rule.Moderate.Hold, rule.Severe?.Raise, rule.Severe?.Hold, rule.Witnesses.Measures }
            .OfType<Condition>().SelectMany(c => c.Terms);
}

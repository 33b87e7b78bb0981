using System.Globalization;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>The rule that is tried, with nothing beside it.</summary>
internal sealed class BacktestRule(HazardRule rule)
{
    private const string RegionDefault = "1001";

    private readonly HazardRules _rules = new([rule]);

    /// <summary>The rule and its version.</summary>
    public string Name => rule.ToString();

    /// <summary>What the rule is called.</summary>
    public string Title => rule.NameEn;

    /// <summary>The hazard it judges.</summary>
    public HazardKind Hazard => rule.Hazard;

    /// <summary>The measures its levels are judged by.</summary>
    public IReadOnlyList<string> Measures { get; } =
        [.. new[] { rule.Moderate.Raise, rule.Severe?.Raise }.OfType<Condition>().SelectMany(c => c.Terms).Select(t => t.Measure).Distinct()];

    /// <summary>The quantities of those measures.</summary>
    public IReadOnlyList<string> Quantities => [.. Measures.SelectMany(m => Core.Hazards.Measures.Get(m).Quantities).Distinct()];

    /// <summary>Whether it is a version of the registry, where it is noted that it was tried.</summary>
    public bool IsOfRegistry { get; private init; }

    /// <summary>Its id.</summary>
    public string Id => rule.Id;

    /// <summary>Its version.</summary>
    public int Version => rule.Version;

    /// <summary>
    /// Finds a rule: one that comes with the program by its id, a version of the registry by id and version, or a JSON file. Throws a
    /// <see cref="BacktestFault"/> that lists those there are.
    /// </summary>
    /// <param name="text">How it is asked for.</param>
    /// <param name="find">Finds a version in the registry, or without one what is on there or is the newest.</param>
    public static BacktestRule Find(string text, Func<string, int?, HazardRule?> find)
    {
        if (DefaultRules.All.FirstOrDefault(r => r.Id == text || r.ToString() == text) is { } ours)
        {
            return new BacktestRule(ours);
        }

        if (File.Exists(text))
        {
            return new BacktestRule(OfFile(text));
        }

        int colon = text.LastIndexOf(':');
        int version = 0;
        bool isVersion = colon > 0 && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out version);
        return find(isVersion ? text[..colon] : text, isVersion ? version : null) is { } kept
            ? new BacktestRule(kept) { IsOfRegistry = kept.Version > 0 }
            : throw new BacktestFault(
                $"--rule '{text}' is not one of {string.Join(", ", DefaultRules.All.Select(r => r.Id))}, and neither a rule of the registry nor "
                + "a JSON file of that name is there");
    }

    /// <summary>Whether it applies at a site.</summary>
    public bool AppliesTo(Site site) => rule.Scope.Closeness(site) is not null;

    /// <summary>A site it applies at, for readings of which nothing else is known.</summary>
    public Site SiteLike(StationId station, double? bank, double? ground)
    {
        RegionId region = rule.Scope.Regions.Count > 0 ? rule.Scope.Regions[0] : RegionId.Parse(RegionDefault);
        return new Site(station, region, bank, ground) { Zone = rule.Scope.Zones.Count > 0 ? rule.Scope.Zones[0] : null };
    }

    /// <summary>How far back readings of a quantity count.</summary>
    public TimeSpan MemoryOf(string quantity) => _rules.MemoryOf(quantity);

    /// <summary>A province that judges by this rule alone.</summary>
    public Province NewProvince(RegionId id) => new(id, _rules, new Dictionary<(RegionId, HazardKind), TrackerState>());

    private static HazardRule OfFile(string file)
    {
        try
        {
            return HazardRuleJson.Read(File.ReadAllText(file), out IReadOnlyList<string> faults)
                ?? throw new BacktestFault($"--rule '{file}' has faults:{Environment.NewLine}{string.Join(Environment.NewLine, faults)}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BacktestFault($"--rule '{file}' cannot be read: {e.Message}");
        }
    }
}

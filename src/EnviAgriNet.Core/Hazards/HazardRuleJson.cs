using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnviAgriNet.Core.Hazards;

/// <summary>Rules as JSON: names in snake case, times as <c>days.hours:minutes:seconds</c>, conditions as they are read aloud.</summary>
public static class HazardRuleJson
{
    /// <summary>The most characters of a rule.</summary>
    public const int LengthMax = 64 * 1024;

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true };

    /// <summary>Reads a rule; null with every fault named when there is one.</summary>
    /// <param name="json">The document.</param>
    /// <param name="faults">What is wrong, each with the place in the document.</param>
    public static HazardRule? Read(string json, out IReadOnlyList<string> faults)
    {
        if (json.Length > LengthMax)
        {
            faults = [$"the rule has {json.Length} characters, allowed are {LengthMax}"];
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            HazardRuleReader reader = new();
            HazardRule? rule = reader.Read(document.RootElement);
            faults = reader.Faults;
            return rule;
        }
        catch (JsonException e)
        {
            faults = [$"the rule is no JSON document: {e.Message}"];
            return null;
        }
    }

    /// <summary>Writes a rule.</summary>
    public static string Write(HazardRule rule, bool isIndented = false) =>
        ToNode(rule).ToJsonString(isIndented ? Indented : Compact);

    /// <summary>The rule as a tree, for a document that holds more than the rule.</summary>
    public static JsonObject ToNode(HazardRule rule)
    {
        JsonObject node = new()
        {
            ["id"] = rule.Id,
            ["version"] = rule.Version,
            ["hazard"] = rule.Hazard.Code(),
            ["name"] = new JsonObject { ["th"] = rule.NameTh, ["en"] = rule.NameEn },
            ["source"] = rule.Source,
            ["confirmed"] = rule.IsConfirmed,
            ["note"] = rule.Note,
            ["scope"] = new JsonObject
            {
                ["regions"] = new JsonArray([.. rule.Scope.Regions.Select(r => (JsonNode)r.Code)]),
                ["zones"] = new JsonArray([.. rule.Scope.Zones.Select(z => (JsonNode)z)]),
            },
            ["moderate"] = ToNode(rule.Moderate),
        };
        if (rule.Severe is { } severe)
        {
            node["severe"] = ToNode(severe);
        }

        if (rule.RaiseBetween is { } hours)
        {
            node["raise_between"] = new JsonObject { ["from"] = Text(hours.From), ["until"] = Text(hours.Until) };
        }

        node["timing"] = ToNode(rule.Timing);
        node["witnesses"] = ToNode(rule.Witnesses);
        return node;
    }

    private static JsonObject ToNode(RuleLevel level) => new() { ["raise"] = ToNode(level.Raise), ["hold"] = ToNode(level.Hold) };

    private static JsonObject ToNode(Condition condition) => condition switch
    {
        Term term => new JsonObject { ["measure"] = term.Measure, ["is"] = term.Is.Sign(), ["value"] = term.Value },
        AnyOf any => new JsonObject { ["any"] = new JsonArray([.. any.Conditions.Select(ToNode)]) },
        AllOf all => new JsonObject { ["all"] = new JsonArray([.. all.Conditions.Select(ToNode)]) },
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private static JsonObject ToNode(HazardTiming timing) => new()
    {
        ["onset_hold"] = Text(timing.OnsetHold),
        ["clear_hold"] = Text(timing.ClearHold),
        ["silence_after"] = Text(timing.SilenceAfter),
        ["validity"] = Text(timing.Validity),
        ["extend_ahead"] = Text(timing.ExtendAhead),
        ["all_clear_validity"] = Text(timing.AllClearValidity),
    };

    private static JsonObject ToNode(RuleWitnesses witnesses)
    {
        JsonObject node = new() { ["sibling"] = witnesses.Sibling, ["neighbour"] = witnesses.Neighbour };
        if (witnesses.Measures is { } measures)
        {
            node["measures"] = ToNode(measures);
        }

        if (witnesses.Motion is { Limits: var limits } motion)
        {
            node["motion"] = new JsonObject
            {
                ["quantity"] = motion.Quantity,
                ["readings_min"] = limits.ReadingsMin,
                ["span_min"] = Text(limits.SpanMin),
                ["rate_per_hour_max"] = limits.RatePerHourMax,
                ["burst_per_hour_max"] = limits.BurstPerHourMax,
                ["step_share_max"] = limits.StepShareMax,
                ["step_free"] = limits.StepFree,
            };
        }

        if (witnesses.Persistence is { } persistence)
        {
            node["persistence"] = new JsonObject
            {
                ["measure"] = persistence.Measure,
                ["is"] = persistence.Is.Sign(),
                ["value"] = persistence.Value,
                ["hours"] = persistence.Hours,
                ["of"] = persistence.Of,
            };
        }

        return node;
    }

    private static string Text(TimeSpan time) => time.ToString("c", CultureInfo.InvariantCulture);

    private static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}

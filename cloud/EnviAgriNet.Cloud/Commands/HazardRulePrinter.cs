using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Messages;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands;

/// <summary>Prints rules: lines for people, or one document on one line.</summary>
internal static class HazardRulePrinter
{
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void PrintList(IConsole console, IReadOnlyList<HazardRuleEntry> entries, bool asJson)
    {
        if (asJson)
        {
            console.Line(new JsonArray([.. entries.Select(Line)]).ToJsonString(OneLine));
            return;
        }

        foreach (HazardRuleEntry entry in entries)
        {
            HazardRule rule = entry.Rule;
            string source = rule.IsConfirmed ? "confirmed" : "unconfirmed";
            console.Line($"{rule,-26} {entry.State,-5} {rule.Hazard.Code(),-18} {source,-11} {rule.NameEn}{Added(entry)}");
        }
    }

    public static void PrintOne(IConsole console, HazardRuleEntry entry, IReadOnlyList<HazardRuleStep> steps, bool asJson)
    {
        if (asJson)
        {
            JsonObject line = Line(entry);
            line["rule"] = HazardRuleJson.ToNode(entry.Rule);
            line["steps"] = new JsonArray([.. steps.Select(Step)]);
            console.Line(line.ToJsonString(OneLine));
            return;
        }

        console.Line(HazardRuleJson.Write(entry.Rule, isIndented: true));
        foreach (HazardRuleStep step in steps)
        {
            // To standard error, so that the document alone can be kept as a file.
            console.Error($"{LocalTime.Of(step.At):yyyy-MM-dd HH:mm} {entry.Rule.Id}:{step.Version} {step.Step} by {step.By}: {step.Reason}");
        }
    }

    public static void PrintAdded(IConsole console, HazardRuleEntry? added, IReadOnlyList<string> faults, bool asJson)
    {
        if (asJson)
        {
            console.Line(new JsonObject
            {
                ["added"] = added is null ? null : Line(added),
                ["faults"] = new JsonArray([.. faults.Select(f => (JsonNode)f)]),
            }.ToJsonString(OneLine));
            return;
        }

        foreach (string fault in faults)
        {
            console.Error(fault);
        }

        if (added is not null)
        {
            console.Line($"{added.Rule} added; try it with 'hazard backtest --rule {added.Rule}', then 'hazard rule on {added.Rule}'");
        }
    }

    public static void PrintSwitched(IConsole console, string rule, HazardRuleState state, string? refusal, bool asJson)
    {
        if (asJson)
        {
            console.Line(new JsonObject
            {
                ["rule"] = rule,
                ["state"] = refusal is null ? Word(state) : null,
                ["refused"] = refusal,
            }.ToJsonString(OneLine));
        }
        else if (refusal is not null)
        {
            console.Error(refusal);
        }
        else
        {
            console.Line($"{rule} is {Word(state)}");
        }
    }

    private static string Added(HazardRuleEntry entry) => entry.At is { } at
        ? $" (by {entry.By}, {LocalTime.Of(at):yyyy-MM-dd}: {entry.Reason}{(entry.Trial is null ? string.Empty : $"; tried: {entry.Trial}")})"
        : string.Empty;

    private static JsonObject Line(HazardRuleEntry entry) => new()
    {
        ["id"] = entry.Rule.Id,
        ["version"] = entry.Rule.Version,
        ["hazard"] = entry.Rule.Hazard.Code(),
        ["state"] = Word(entry.State),
        ["confirmed"] = entry.Rule.IsConfirmed,
        ["name_th"] = entry.Rule.NameTh,
        ["name_en"] = entry.Rule.NameEn,
        ["by"] = entry.By,
        ["at"] = entry.At,
        ["reason"] = entry.Reason,
        ["trial"] = entry.Trial,
    };

    private static JsonObject Step(HazardRuleStep step) => new()
    {
        ["at"] = step.At,
        ["version"] = step.Version,
        ["step"] = step.Step,
        ["by"] = step.By,
        ["reason"] = step.Reason,
    };

    private static string Word(HazardRuleState state) => state.ToString().ToLowerInvariant();
}

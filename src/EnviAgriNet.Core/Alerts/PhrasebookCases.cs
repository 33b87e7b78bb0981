using System.Text.Json;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Core.Alerts;

/// <summary>Reads the cases of a hazard from a file of words. A case is taken whole or not at all.</summary>
internal sealed class PhrasebookCases(PhrasebookReader reader, string drill)
{
    /// <summary>The room an SMS leaves for the place, whatever the numbers.</summary>
    public const int PlaceUnitsMin = 10;

    private const int HazardNameUnitsMax = 16;
    private const int HeadlineUnitsMax = 140;
    private const int TextUnitsMax = 1000;

    // As long as they can get in an SMS.
    private static readonly (string Name, int Units)[] Longest =
    [
        ("short", MeasureWords.ShortUnitsMax), ("value", 4), ("index", 4), ("level", 5), ("percent", 3), ("gap", 5), ("hours", 2),
        ("number", 4), ("place", PlaceUnitsMin),
    ];

    /// <summary>Reads them.</summary>
    /// <param name="hazard">The hazard's key.</param>
    /// <param name="from">What stands in the file.</param>
    /// <param name="origin">The words of the language this one falls back to, which say what cases there are.</param>
    public HazardPhrases Read(string hazard, JsonElement from, HazardPhrases origin)
    {
        Dictionary<string, AlertTemplate> cases = [];
        if (from.ValueKind != JsonValueKind.Object)
        {
            reader.Fault(hazard, string.Empty, string.Empty, "is not an object");
            return new HazardPhrases(origin.Name, cases);
        }

        string? name = PhrasebookReader.Text(from, "name");
        if (PlaceholderRules.FaultOf(name, [], HazardNameUnitsMax) is { } fault)
        {
            reader.Fault(hazard, string.Empty, "name", fault);
            name = origin.Name;
        }

        foreach (JsonProperty unknown in from.EnumerateObject().Where(p => p.Name is not ("name" or "cases")))
        {
            reader.Fault(hazard, string.Empty, unknown.Name, "is unknown; a hazard has name and cases");
        }

        foreach (JsonProperty one in reader.Members(from, "cases", hazard, string.Empty))
        {
            if (!origin.Cases.TryGetValue(one.Name, out AlertTemplate? like))
            {
                reader.Fault(hazard, one.Name, string.Empty, $"is no case of this hazard; they are {string.Join(", ", origin.Cases.Keys)}");
            }
            else if (Template(hazard, one, like) is { } template)
            {
                cases.Add(one.Name, template);
            }
        }

        foreach (string missing in origin.Cases.Keys.Where(c => !from.TryGetProperty("cases", out JsonElement all)
            || all.ValueKind != JsonValueKind.Object || !all.TryGetProperty(c, out _)))
        {
            reader.Fault(hazard, missing, string.Empty, "is missing; such a warning is told in the language this one falls back to", isMissing: true);
        }

        return new HazardPhrases(name!, cases);
    }

    private AlertTemplate? Template(string hazard, JsonProperty one, AlertTemplate like)
    {
        bool isGood = true;
        Dictionary<string, string> texts = [];
        foreach ((string field, string model) in like.Fields)
        {
            string? text = PhrasebookReader.Text(one.Value, field);
            string? fault = FaultOf(one.Name, field, text, mayBeEmpty: model.Length == 0);
            if (fault is not null)
            {
                reader.Fault(hazard, one.Name, field, fault);
                isGood = false;
            }

            texts[field] = text ?? string.Empty;
        }

        foreach (JsonProperty unknown in one.Value.ValueKind == JsonValueKind.Object ? [.. one.Value.EnumerateObject()] : Array.Empty<JsonProperty>())
        {
            if (!texts.ContainsKey(unknown.Name))
            {
                reader.Fault(hazard, one.Name, unknown.Name, $"is unknown; a case has {string.Join(", ", texts.Keys)}");
                isGood = false;
            }
        }

        return isGood
            ? new AlertTemplate(
                texts["event"], texts["headline"], texts["happening"], texts["effect"], texts["instruction"], texts["sms"], texts["steps"])
            : null;
    }

    private string? FaultOf(string alertCase, string field, string? text, bool mayBeEmpty)
    {
        int unitsMax = field switch { "headline" or "event" => HeadlineUnitsMax, "steps" => AlertTemplate.StepsUnitsMax, _ => TextUnitsMax };
        if (PlaceholderRules.FaultOf(text, PhraseRules.Of(alertCase, field), unitsMax) is { } fault)
        {
            return fault;
        }

        if (text!.Trim().Length == 0)
        {
            return mayBeEmpty ? null : "is empty";
        }

        return field == "sms" ? FaultOfSms(text) : null;
    }

    private string? FaultOfSms(string text)
    {
        if (text.Split(SmsText.Place).Length != 2)
        {
            return "does not have {place} exactly once";
        }

        string filled = text.Replace("{hazard}", new string('x', HazardNameUnitsMax), StringComparison.Ordinal);
        foreach ((string name, int units) in Longest)
        {
            filled = filled.Replace("{" + name + "}", new string('x', units), StringComparison.Ordinal);
        }

        int total = drill.Length + filled.Length;
        return total <= SmsText.UnitsMax
            ? null
            : $"has {total} units with the mark of an exercise, the longest numbers and a place of {PlaceUnitsMin}, allowed are {SmsText.UnitsMax}";
    }
}

using System.Text.Json;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Core.Alerts;

/// <summary>Reads one file of words and gathers what is wrong with it.</summary>
internal sealed class PhrasebookReader(string file)
{
    private const int NameUnitsMax = 40;
    private const int MonthUnitsMax = 15;
    private const int DrillUnitsMax = 12;
    private const int SmsPhraseUnitsMax = 40;
    private const int PhraseUnitsMax = 150;

    private static readonly string[] Parts = ["language", "name", "phrases", "months", "measures", "hazards"];

    private readonly List<PhrasebookFault> _faults = [];

    public PhrasebookReading Refuse(string reason)
    {
        Fault(string.Empty, string.Empty, string.Empty, reason);
        return new PhrasebookReading(null, _faults);
    }

    public PhrasebookReading Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return Refuse("is not an object");
        }

        if (Text(root, "language") is not { } tag || !Languages.TryParse(tag, out string language))
        {
            return Refuse("language is not a tag such as lo or ms-arab");
        }

        if (Languages.All.Contains(language))
        {
            return Refuse($"language {language} is built in and cannot be replaced");
        }

        foreach (JsonProperty part in root.EnumerateObject().Where(p => !Parts.Contains(p.Name)))
        {
            Fault(part.Name, string.Empty, string.Empty, $"is unknown; a file has {string.Join(", ", Parts)}");
        }

        Phrasebook origin = Phrasebooks.BaseOf(language);
        string name = Text(root, "name") ?? string.Empty;
        if (name.Trim().Length is 0 or > NameUnitsMax || name.Any(char.IsControl))
        {
            Fault("name", string.Empty, string.Empty, $"is not 1 to {NameUnitsMax} characters");
            name = Languages.NameOf(language);
        }

        Dictionary<string, string> phrases = Phrases(root, origin);
        return new PhrasebookReading(
            new Phrasebook(
                language, name, phrases, Months(root, origin), Measures(root, origin), Hazards(root, origin, phrases["drill"])),
            _faults);
    }

    internal static string? Text(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    internal void Fault(string hazard, string alertCase, string field, string reason, bool isMissing = false) =>
        _faults.Add(new PhrasebookFault(file, hazard, alertCase, field, reason, isMissing));

    internal IEnumerable<JsonProperty> Members(JsonElement from, string name, string hazard, string alertCase)
    {
        if (from.TryGetProperty(name, out JsonElement part) && part.ValueKind == JsonValueKind.Object)
        {
            return part.EnumerateObject();
        }

        Fault(hazard.Length == 0 ? name : hazard, alertCase, hazard.Length == 0 ? string.Empty : name, "is missing or not an object", isMissing: true);
        return [];
    }

    private Dictionary<string, string> Phrases(JsonElement root, Phrasebook origin)
    {
        Dictionary<string, string> phrases = [];
        foreach (JsonProperty phrase in Members(root, "phrases", string.Empty, string.Empty))
        {
            string? text = phrase.Value.ValueKind == JsonValueKind.String ? phrase.Value.GetString() : null;
            if (!PhraseRules.Phrases.TryGetValue(phrase.Name, out string[]? allowed))
            {
                Fault("phrases", phrase.Name, string.Empty, "is no phrase of ours");
            }
            else if (FaultOfPhrase(phrase.Name, text, allowed) is { } fault)
            {
                Fault("phrases", phrase.Name, string.Empty, fault);
            }
            else
            {
                phrases[phrase.Name] = text!;
            }
        }

        return Complete("phrases", phrases, origin.Phrases, origin);
    }

    private static string? FaultOfPhrase(string name, string? text, string[] allowed)
    {
        int unitsMax = name == "drill" ? DrillUnitsMax : name.StartsWith("sms-", StringComparison.Ordinal) ? SmsPhraseUnitsMax : PhraseUnitsMax;
        string? missing = text is null || allowed.Length == 0 || name.StartsWith("time", StringComparison.Ordinal)
            ? null
            : allowed.FirstOrDefault(a => !text.Contains("{" + a + "}", StringComparison.Ordinal));
        return PlaceholderRules.FaultOf(text, allowed, unitsMax) ?? (missing is null ? null : $"lacks {{{missing}}}");
    }

    private Dictionary<string, T> Complete<T>(
        string part, Dictionary<string, T> own, IReadOnlyDictionary<string, T> whole, Phrasebook origin)
    {
        foreach ((string key, T value) in whole)
        {
            if (own.TryAdd(key, value) && !_faults.Exists(f => f.Hazard == part && (f.Case == key || f.Case.Length == 0)))
            {
                Fault(part, key, string.Empty, $"is missing and taken from {origin.Language}", isMissing: true);
            }
        }

        return own;
    }

    private IReadOnlyList<string> Months(JsonElement root, Phrasebook origin)
    {
        if (!root.TryGetProperty("months", out JsonElement list))
        {
            Fault("months", string.Empty, string.Empty, $"is missing and taken from {origin.Language}", isMissing: true);
            return origin.Months;
        }

        string?[] months = list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(m => m.ValueKind == JsonValueKind.String ? m.GetString() : null)]
            : [];
        if (months.Length == origin.Months.Count && months.All(m => PlaceholderRules.FaultOf(m, [], MonthUnitsMax) is null && m!.Trim().Length > 0))
        {
            return [.. months.Select(m => m!)];
        }

        Fault("months", string.Empty, string.Empty, $"is not a list of 12 texts of 1 to {MonthUnitsMax} characters");
        return origin.Months;
    }

    private Dictionary<string, MeasurePhrase> Measures(JsonElement root, Phrasebook origin)
    {
        Dictionary<string, MeasurePhrase> measures = [];
        foreach (JsonProperty measure in Members(root, "measures", string.Empty, string.Empty))
        {
            MeasurePhrase phrase = new(Text(measure.Value, "long") ?? string.Empty, Text(measure.Value, "short") ?? string.Empty);
            if (!origin.Measures.ContainsKey(measure.Name))
            {
                Fault("measures", measure.Name, string.Empty, "is no measure of ours");
            }
            else if (FaultOfMeasure(phrase) is var (field, reason))
            {
                Fault("measures", measure.Name, field, reason);
            }
            else
            {
                measures[measure.Name] = phrase;
            }
        }

        return Complete("measures", measures, origin.Measures, origin);
    }

    private static (string Field, string Reason)? FaultOfMeasure(MeasurePhrase phrase)
    {
        const int numberUnits = 4;
        foreach ((string field, string text, int unitsMax) in new[] { ("long", phrase.Long, PhraseUnitsMax), ("short", phrase.Short, MeasureWords.ShortUnitsMax) })
        {
            int units = text.Length - "{0}".Length + numberUnits;
            string? reason = !text.Contains("{0}", StringComparison.Ordinal) ? "is missing or lacks {0}, which stands for the number"
                : units > unitsMax ? $"has {units} units with a number of {numberUnits}, allowed are {unitsMax}"
                : PlaceholderRules.FaultOf(text, ["0"], PhraseUnitsMax);
            if (reason is not null)
            {
                return (field, reason);
            }
        }

        return null;
    }

    private Dictionary<string, HazardPhrases> Hazards(JsonElement root, Phrasebook origin, string drill)
    {
        PhrasebookCases cases = new(this, drill);
        Dictionary<string, HazardPhrases> hazards = [];
        foreach (JsonProperty hazard in Members(root, "hazards", string.Empty, string.Empty))
        {
            if (origin.Hazards.TryGetValue(hazard.Name, out HazardPhrases? words))
            {
                hazards[hazard.Name] = cases.Read(hazard.Name, hazard.Value, words);
            }
            else
            {
                Fault(hazard.Name, string.Empty, string.Empty, $"is no hazard of ours; they are {string.Join(", ", origin.Hazards.Keys)}");
            }
        }

        foreach ((string hazard, HazardPhrases words) in origin.Hazards)
        {
            if (hazards.TryAdd(hazard, new HazardPhrases(words.Name, new Dictionary<string, AlertTemplate>())))
            {
                Fault(hazard, string.Empty, string.Empty, $"is missing; its warnings are told in {origin.Language}", isMissing: true);
            }
        }

        return hazards;
    }
}

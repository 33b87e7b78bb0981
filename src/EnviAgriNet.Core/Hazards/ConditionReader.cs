using System.Text.Json;

namespace EnviAgriNet.Core.Hazards;

/// <summary>Reads the conditions of a rule from its document.</summary>
internal sealed class ConditionReader(List<string> faults)
{
    private const int NameLengthMax = 120;

    private int _terms;

    /// <summary>A level, or null when it is missing or has a fault; without a hold, what raises it holds it.</summary>
    public RuleLevel? Level(RuleFields fields, string name, bool isRequired)
    {
        if (fields.Object(name, isRequired) is not { } level)
        {
            return null;
        }

        Condition? raise = Read(level, "raise", isRequired: true);
        Condition? hold = Read(level, "hold", isRequired: false) ?? raise;
        level.End();
        return raise is null || hold is null ? null : new RuleLevel(raise, hold);
    }

    /// <summary>A condition, or null when it is missing or has a fault.</summary>
    public Condition? Read(RuleFields fields, string name, bool isRequired)
    {
        _terms = 0;
        Condition? condition = fields.Find(name, isRequired) is { } element
            ? ConditionAt(element, fields.PathOf(name), Condition.DepthMax)
            : null;
        if (_terms > Condition.TermsMax)
        {
            fields.Fault(name, $"has {_terms} terms, allowed are {Condition.TermsMax}");
        }

        return condition;
    }

    /// <summary>The name of a measure, as the table has it.</summary>
    public static string MeasureName(RuleFields fields)
    {
        string name = fields.Text("measure", NameLengthMax, isRequired: true);
        if (Measures.TryGet(name, out Measure? measure))
        {
            return measure.Name;
        }

        if (name.Length > 0)
        {
            fields.Fault("measure", $"'{name}' is none; known are {string.Join(", ", Measures.All)}");
        }

        return Measures.All[0].Name;
    }

    /// <summary>The comparison of an object.</summary>
    public static Comparison Sign(RuleFields fields)
    {
        string sign = fields.Text("is", NameLengthMax, isRequired: true);
        if (Comparisons.Of(sign) is { } comparison)
        {
            return comparison;
        }

        if (sign.Length > 0)
        {
            fields.Fault("is", $"'{sign}' is not one of >, >=, <, <=");
        }

        return default;
    }

    private Condition? ConditionAt(JsonElement element, string path, int depth)
    {
        RuleFields fields = new(element, path, faults);
        Condition? condition = null;
        string? list = new[] { "any", "all" }.FirstOrDefault(n => fields.IsObject && element.TryGetProperty(n, out _));
        if (list is not null)
        {
            condition = ListAt(fields, list, depth);
        }
        else if (fields.IsObject)
        {
            _terms++;
            condition = new Term(MeasureName(fields), Sign(fields), fields.Number("value"));
        }

        fields.End();
        return condition;
    }

    private Condition? ListAt(RuleFields fields, string name, int depth)
    {
        if (fields.Find(name, isRequired: true) is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() == 0 || depth == 1)
        {
            fields.Fault(name, depth == 1
                ? $"conditions stand in one another more than {Condition.DepthMax} deep"
                : "is no list of one or more conditions");
            return null;
        }

        List<Condition> conditions = [.. list.EnumerateArray()
            .Select((item, i) => ConditionAt(item, $"{fields.PathOf(name)}[{i}]", depth - 1)).OfType<Condition>()];
        return name == "any" ? new AnyOf(conditions) : new AllOf(conditions);
    }
}

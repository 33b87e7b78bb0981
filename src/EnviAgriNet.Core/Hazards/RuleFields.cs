using System.Globalization;
using System.Text.Json;

namespace EnviAgriNet.Core.Hazards;

/// <summary>
/// The fields of one object of a rule's document, read by name. What is missing, of the wrong kind or out of its range becomes a fault
/// with its place, and reading goes on with a stand-in, so that all faults are found at once.
/// </summary>
internal sealed class RuleFields
{
    private readonly JsonElement _element;
    private readonly string _path;
    private readonly List<string> _faults;
    private readonly HashSet<string> _asked = [];

    public RuleFields(JsonElement element, string path, List<string> faults)
    {
        _element = element;
        _path = path;
        _faults = faults;
        if (!IsObject)
        {
            faults.Add($"{(path.Length == 0 ? "the rule" : path)}: is no object");
        }
    }

    public bool IsObject => _element.ValueKind == JsonValueKind.Object;

    /// <summary>The place of a field in the document.</summary>
    public string PathOf(string name) => _path.Length == 0 ? name : $"{_path}.{name}";

    public void Fault(string name, string fault) => _faults.Add($"{PathOf(name)}: {fault}");

    /// <summary>The field, or null when it is missing or null, with a fault when it must be there.</summary>
    public JsonElement? Find(string name, bool isRequired)
    {
        _asked.Add(name);
        if (IsObject && _element.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null)
        {
            return value;
        }

        if (isRequired && IsObject)
        {
            Fault(name, "is missing");
        }

        return null;
    }

    public RuleFields? Object(string name, bool isRequired) =>
        Find(name, isRequired) is { } value ? new RuleFields(value, PathOf(name), _faults) : null;

    public string Text(string name, int lengthMax, bool isRequired)
    {
        if (Find(name, isRequired) is not { } value)
        {
            return string.Empty;
        }

        string? text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (text is null || text.Length > lengthMax || text.Any(char.IsControl) || (isRequired && string.IsNullOrWhiteSpace(text)))
        {
            Fault(name, $"is no text of {(isRequired ? 1 : 0)} to {lengthMax} characters on one line");
        }

        return text ?? string.Empty;
    }

    public double Number(string name, double min = -1e9, double max = 1e9)
    {
        if (Find(name, isRequired: true) is not { } value)
        {
            return min;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out double number) || !(number >= min && number <= max))
        {
            Fault(name, string.Create(CultureInfo.InvariantCulture, $"is no number from {min} to {max}"));
            return min;
        }

        return number;
    }

    public int Whole(string name, int min, int max)
    {
        if (Find(name, isRequired: true) is not { } value)
        {
            return min;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out int number) || number < min || number > max)
        {
            Fault(name, $"is no whole number from {min} to {max}");
            return min;
        }

        return number;
    }

    public bool YesOrNo(string name)
    {
        JsonElement? value = Find(name, isRequired: false);
        if (value is { ValueKind: not (JsonValueKind.True or JsonValueKind.False) })
        {
            Fault(name, "is neither true nor false");
        }

        return value is { ValueKind: JsonValueKind.True };
    }

    public TimeSpan Duration(string name, TimeSpan min, TimeSpan max)
    {
        if (Find(name, isRequired: true) is not { } value)
        {
            return min;
        }

        if (value.ValueKind != JsonValueKind.String
            || !TimeSpan.TryParseExact(value.GetString(), "c", CultureInfo.InvariantCulture, out TimeSpan time)
            || time < min || time > max)
        {
            Fault(name, string.Create(CultureInfo.InvariantCulture, $"is no time from {min:c} to {max:c}, written as days.hours:minutes:seconds"));
            return min;
        }

        return time;
    }

    public TimeOnly TimeOfDay(string name)
    {
        string text = Text(name, "00:00".Length, isRequired: true);
        if (!TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time) && text.Length > 0)
        {
            Fault(name, "is no time of day, written as 18:00");
        }

        return time;
    }

    public List<string> Texts(string name, int countMax, int lengthMax)
    {
        if (Find(name, isRequired: false) is not { } value)
        {
            return [];
        }

        List<string> texts = value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(t => t.ValueKind == JsonValueKind.String).Select(t => t.GetString()!)]
            : [];
        if (value.ValueKind != JsonValueKind.Array || texts.Count != value.GetArrayLength() || texts.Count > countMax
            || texts.Exists(t => t.Length == 0 || t.Length > lengthMax))
        {
            Fault(name, $"is no list of at most {countMax} texts of 1 to {lengthMax} characters");
        }

        return texts;
    }

    /// <summary>Names every field that was not asked for.</summary>
    public void End()
    {
        if (!IsObject)
        {
            return;
        }

        foreach (JsonProperty field in _element.EnumerateObject())
        {
            if (!_asked.Contains(field.Name))
            {
                Fault(field.Name, $"is unknown; known are {string.Join(", ", _asked)}");
            }
        }
    }
}

using System.Globalization;
using System.Text.Json;

namespace EnviAgriNet.Core.Quality;

/// <summary>The fields of one JSON object, each under one of several names; what is wrong is noted with its path.</summary>
internal sealed class JsonFields
{
    private readonly JsonElement _element;
    private readonly string _path;
    private readonly List<string> _faults;
    private readonly HashSet<string> _taken = [];

    public JsonFields(JsonElement element, string path, List<string> faults)
    {
        _element = element;
        _path = path;
        _faults = faults;
        if (element.ValueKind != JsonValueKind.Object)
        {
            faults.Add($"{path} must be an object");
        }
    }

    public double? Number(params ReadOnlySpan<string> names)
    {
        if (Take(names) is not { } field)
        {
            return null;
        }

        if (field.Value.ValueKind == JsonValueKind.Number && field.Value.TryGetDouble(out double value) && double.IsFinite(value))
        {
            return value;
        }

        Fault(field.Name, "must be a number");
        return null;
    }

    public int? Whole(params ReadOnlySpan<string> names)
    {
        double? value = Number(names);
        if (value is null or (>= int.MinValue and <= int.MaxValue) && Math.Truncate(value ?? 0).Equals(value ?? 0))
        {
            return (int?)value;
        }

        Fault(names[0], "must be a whole number");
        return null;
    }

    public Span? Span(params ReadOnlySpan<string> names)
    {
        if (Take(names) is not { } field)
        {
            return null;
        }

        double[]? ends = Pair(field.Value, e => e.ValueKind == JsonValueKind.Number && e.TryGetDouble(out double v) ? v : null);
        if (ends is null)
        {
            Fault(field.Name, "must be two numbers, as in [0, 50]");
        }

        return ends is null ? null : new Span(ends[0], ends[1]);
    }

    public Span? Dates(params ReadOnlySpan<string> names)
    {
        if (Take(names) is not { } field)
        {
            return null;
        }

        double[]? ends = Pair(field.Value, e => e.ValueKind == JsonValueKind.String ? DateMs(e.GetString()!) : null);
        if (ends is null)
        {
            Fault(field.Name, "must be two dates, as in [\"2019-11-01\", \"2020-02-04\"], or two numbers with a period");
        }

        return ends is null ? null : new Span(ends[0], ends[1]);
    }

    public string? Text(params ReadOnlySpan<string> names)
    {
        if (Take(names) is not { } field)
        {
            return null;
        }

        if (field.Value.ValueKind == JsonValueKind.String)
        {
            return field.Value.GetString();
        }

        Fault(field.Name, "must be a text");
        return null;
    }

    /// <summary>Notes a fault of a field.</summary>
    public void Fault(string name, string what) => _faults.Add($"{_path}.{name} {what}");

    /// <summary>Notes every field that nobody asked for.</summary>
    public void RefuseOthers()
    {
        if (_element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonProperty property in _element.EnumerateObject().Where(p => !_taken.Contains(p.Name)))
        {
            Fault(property.Name, "is not known");
        }
    }

    private static double[]? Pair(JsonElement value, Func<JsonElement, double?> read)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() != 2)
        {
            return null;
        }

        return read(value[0]) is { } one && read(value[1]) is { } other && double.IsFinite(one) && double.IsFinite(other)
            ? [one, other]
            : null;
    }

    private static double? DateMs(string text)
    {
        string full = text.Length == 4 ? text + "-01-01" : text;
        return DateTimeOffset.TryParse(
            full, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset at)
            ? at.ToUnixTimeMilliseconds()
            : null;
    }

    private JsonProperty? Take(ReadOnlySpan<string> names)
    {
        JsonProperty? found = null;
        foreach (string name in names)
        {
            if (_element.ValueKind != JsonValueKind.Object || !_element.TryGetProperty(name, out JsonElement value))
            {
                continue;
            }

            _taken.Add(name);
            if (value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            if (found is { } first)
            {
                Fault(name, $"says the same as {first.Name}; give one of them");
            }

            found ??= _element.EnumerateObject().First(p => p.NameEquals(name));
        }

        return found;
    }
}

using System.Xml.Linq;

namespace EnviAgriNet.Protocol.Cap;

/// <summary>The children of one element, held against the order and the numbers of the schema.</summary>
internal sealed class CapElements
{
    private readonly Dictionary<string, List<XElement>> _children = [];
    private readonly List<CapFault> _faults;
    private readonly string _path;

    public CapElements(XElement parent, string path, IReadOnlyList<(string Name, int Min, int Max)> schema, List<CapFault> faults)
    {
        _path = path;
        _faults = faults;
        int reached = 0;
        foreach (XElement child in parent.Elements())
        {
            string name = child.Name.LocalName;
            if (IsSignature(child, path))
            {
                continue;
            }

            int at = child.Name.NamespaceName == CapWriter.Namespace ? IndexOf(schema, name) : -1;
            if (at < 0)
            {
                Fault(name, "is not an element of CAP 1.2 here");
                continue;
            }

            if (at < reached)
            {
                Fault(name, $"stands after {schema[reached].Name}, allowed is before it");
            }

            reached = Math.Max(reached, at);
            if (!_children.TryGetValue(name, out List<XElement>? same))
            {
                _children[name] = same = [];
            }

            same.Add(child);
        }

        foreach ((string name, int min, int max) in schema)
        {
            int count = All(name).Count;
            if (count < min)
            {
                Fault(name, "is missing");
            }
            else if (count > max)
            {
                Fault(name, $"stands {count} times, allowed is {max}");
            }
        }
    }

    public IReadOnlyList<XElement> All(string name) => _children.TryGetValue(name, out List<XElement>? found) ? found : [];

    public string? Text(string name)
    {
        if (All(name) is not [XElement first, ..])
        {
            return null;
        }

        if (first.HasElements)
        {
            Fault(name, "holds elements, allowed is text");
        }

        return first.Value;
    }

    public List<string> Texts(string name) => All(name).Select(e => e.Value).ToList();

    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (CapTime.TryParse(text.Trim(), out DateTimeOffset time))
        {
            return time;
        }

        Fault(name, "is not a time as 2003-04-02T14:39:01-05:00, without Z and fractions");
        return null;
    }

    public T Choice<T>(string name)
        where T : struct, Enum => Text(name) is { } text ? Choice<T>(name, text) : default;

    public List<T> Choices<T>(string name)
        where T : struct, Enum => Texts(name).ConvertAll(text => Choice<T>(name, text));

    public decimal? Number(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(
            text.Trim(), System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture,
            out decimal number))
        {
            return number;
        }

        Fault(name, "is not a decimal number");
        return null;
    }

    public List<CapValue> Values(string name)
    {
        List<CapValue> values = [];
        foreach ((XElement element, int i) in All(name).Select((e, i) => (e, i)))
        {
            CapElements parts = new(element, $"{_path}/{name}[{i + 1}]", [("valueName", 1, 1), ("value", 1, 1)], _faults);
            values.Add(new CapValue(parts.Text("valueName") ?? string.Empty, parts.Text("value") ?? string.Empty));
        }

        return values;
    }

    private T Choice<T>(string name, string text)
        where T : struct, Enum
    {
        // Enum.TryParse alone would take numbers and lists.
        if (Array.IndexOf(Enum.GetNames<T>(), text) >= 0)
        {
            return Enum.Parse<T>(text);
        }

        Fault(name, $"is '{Cut(text)}', allowed are {string.Join(", ", Enum.GetNames<T>())}");
        return default;
    }

    private void Fault(string name, string rule) => _faults.Add(new CapFault($"{_path}/{Cut(name)}", rule));

    private static string Cut(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static bool IsSignature(XElement child, string path) =>
        path == "alert" && child.Name.NamespaceName == "http://www.w3.org/2000/09/xmldsig#";

    private static int IndexOf(IReadOnlyList<(string Name, int Min, int Max)> schema, string name)
    {
        for (int i = 0; i < schema.Count; i++)
        {
            if (schema[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}

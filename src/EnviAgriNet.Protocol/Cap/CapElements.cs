using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace EnviAgriNet.Protocol.Cap;

/// <summary>The children of one element, held against the order and the numbers of the schema.</summary>
internal sealed partial class CapElements
{
    /// <summary>The namespace of XML signatures.</summary>
    public const string SignatureNamespace = "http://www.w3.org/2000/09/xmldsig#";

    private const int FaultsMax = 100;
    private const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";
    private const string XmlWhiteSpace = " \t\r\n";

    private readonly Dictionary<string, List<XElement>> _children = [];
    private readonly List<CapFault> _faults;
    private readonly string _path;

    public CapElements(XElement parent, string path, IReadOnlyList<(string Name, int Min, int Max)> schema, List<CapFault> faults)
    {
        _path = path;
        _faults = faults;
        CheckAttributes(parent, path);
        CheckLooseText(parent);
        Sort(parent, schema);
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

    /// <summary>A foreign text, shortened for a message.</summary>
    public static string Cut(string text, int lengthMax = 40) => text.Length <= lengthMax ? text : text[..lengthMax] + "…";

    public IReadOnlyList<XElement> All(string name) => _children.TryGetValue(name, out List<XElement>? found) ? found : [];

    public string? Text(string name) => All(name) is [XElement first, ..] ? TextOf(first, name) : null;

    public List<string> Texts(string name) => All(name).Select(e => TextOf(e, name)).ToList();

    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (CapTime.TryParse(text.Trim(XmlWhiteSpace.ToCharArray()), out DateTimeOffset time))
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

        string number = text.Trim(XmlWhiteSpace.ToCharArray());
        if (DecimalForm().IsMatch(number) && decimal.TryParse(
            number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value))
        {
            return value;
        }

        Fault(name, "is not a decimal number");
        return null;
    }

    public long? WholeNumber(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (long.TryParse(
            text.Trim(XmlWhiteSpace.ToCharArray()), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value))
        {
            return value;
        }

        Fault(name, "is not a whole number");
        return null;
    }

    public string? Language(string name)
    {
        string? tag = Text(name)?.Trim(XmlWhiteSpace.ToCharArray());
        if (tag is not null && !LanguageForm().IsMatch(tag))
        {
            Fault(name, "is not a language tag as th-TH");
        }

        return tag;
    }

    public string? Address(string name)
    {
        string? address = Text(name)?.Trim(XmlWhiteSpace.ToCharArray());
        if (address is { Length: > 0 } && !Uri.TryCreate(address, UriKind.RelativeOrAbsolute, out _))
        {
            Fault(name, "is not an address (URI)");
        }

        return address;
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

    private void Sort(XElement parent, IReadOnlyList<(string Name, int Min, int Max)> schema)
    {
        int reached = 0;
        bool isSigned = false;
        foreach (XElement child in parent.Elements())
        {
            string name = child.Name.LocalName;
            if (_path == "alert" && child.Name.NamespaceName == SignatureNamespace)
            {
                isSigned = true;
                continue;
            }

            int at = child.Name.NamespaceName == CapWriter.Namespace ? IndexOf(schema, name) : -1;
            if (at < 0)
            {
                Fault(name, "is not an element of CAP 1.2 here");
                continue;
            }

            if (isSigned || at < reached)
            {
                Fault(name, $"stands after {(isSigned ? "the signature" : schema[reached].Name)}, allowed is before it");
            }

            reached = Math.Max(reached, at);
            if (!_children.TryGetValue(name, out List<XElement>? same))
            {
                _children[name] = same = [];
            }

            same.Add(child);
        }
    }

    private string TextOf(XElement element, string name)
    {
        CheckAttributes(element, $"{_path}/{name}");
        if (element.HasElements)
        {
            Fault(name, "holds elements, allowed is text");
        }

        return element.Value;
    }

    // The schema knows no attributes; what XML Schema itself lets stand anywhere changes nothing here.
    private void CheckAttributes(XElement element, string path)
    {
        foreach (XAttribute attribute in element.Attributes())
        {
            if (!attribute.IsNamespaceDeclaration && attribute.Name.NamespaceName != SchemaInstance)
            {
                Add(path, $"has the attribute {Cut(attribute.Name.LocalName)}, allowed is none");
            }
        }
    }

    private void CheckLooseText(XElement parent)
    {
        if (parent.Nodes().OfType<XText>().FirstOrDefault(t => t.Value.Trim(XmlWhiteSpace.ToCharArray()).Length > 0) is { } loose)
        {
            Add(_path, $"holds the text '{Cut(loose.Value.Trim())}' between its elements, allowed is none");
        }
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

    private void Fault(string name, string rule) => Add($"{_path}/{Cut(name)}", rule);

    private void Add(string path, string rule)
    {
        if (_faults.Count < FaultsMax)
        {
            _faults.Add(new CapFault(path, rule));
        }
    }

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

    [GeneratedRegex(@"^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DecimalForm();

    [GeneratedRegex(@"^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LanguageForm();
}

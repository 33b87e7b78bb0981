using System.Xml.Linq;

namespace EnviAgriNet.Protocol.Cap;

/// <summary>
/// Reads CAP 1.2 XML and nothing else: a DTD, another version, an unknown element, a wrong order or a value outside its list is
/// refused with the element and the rule. What a message means is checked by <see cref="CapRules"/>.
/// </summary>
public static class CapReader
{
    /// <summary>The most bytes of a document.</summary>
    public const int BytesMax = 1024 * 1024;

    private const int Many = int.MaxValue;

    private static readonly (string Name, int Min, int Max)[] AlertSchema =
    [
        ("identifier", 1, 1), ("sender", 1, 1), ("sent", 1, 1), ("status", 1, 1), ("msgType", 1, 1), ("source", 0, 1),
        ("scope", 1, 1), ("restriction", 0, 1), ("addresses", 0, 1), ("code", 0, Many), ("note", 0, 1), ("references", 0, 1),
        ("incidents", 0, 1), ("info", 0, Many),
    ];

    private static readonly (string Name, int Min, int Max)[] InfoSchema =
    [
        ("language", 0, 1), ("category", 1, Many), ("event", 1, 1), ("responseType", 0, Many), ("urgency", 1, 1),
        ("severity", 1, 1), ("certainty", 1, 1), ("audience", 0, 1), ("eventCode", 0, Many), ("effective", 0, 1),
        ("onset", 0, 1), ("expires", 0, 1), ("senderName", 0, 1), ("headline", 0, 1), ("description", 0, 1),
        ("instruction", 0, 1), ("web", 0, 1), ("contact", 0, 1), ("parameter", 0, Many), ("resource", 0, Many),
        ("area", 0, Many),
    ];

    private static readonly (string Name, int Min, int Max)[] ResourceSchema =
    [
        ("resourceDesc", 1, 1), ("mimeType", 1, 1), ("size", 0, 1), ("uri", 0, 1), ("derefUri", 0, 1), ("digest", 0, 1),
    ];

    private static readonly (string Name, int Min, int Max)[] AreaSchema =
    [
        ("areaDesc", 1, 1), ("polygon", 0, Many), ("circle", 0, Many), ("geocode", 0, Many), ("altitude", 0, 1),
        ("ceiling", 0, 1),
    ];

    /// <summary>Reads a document in the encoding it declares.</summary>
    public static CapReadResult Read(ReadOnlyMemory<byte> document)
    {
        XElement? root = CapXml.Load(document, BytesMax, out CapFault? fault);
        if (fault is not null)
        {
            return new CapReadResult(null, [fault]);
        }

        if (root is null || root.Name.LocalName != "alert" || root.Name.NamespaceName != CapWriter.Namespace)
        {
            return new CapReadResult(
                null,
                [new CapFault("alert", $"the root is {NameOf(root)}, allowed is alert in the namespace {CapWriter.Namespace}")]);
        }

        List<CapFault> faults = [];
        CapAlert alert = ReadAlert(root, faults);
        return faults.Count == 0 ? new CapReadResult(alert, faults) : new CapReadResult(null, faults);
    }

    private static string NameOf(XElement? root) => root is null
        ? "missing"
        : $"{CapElements.Cut(root.Name.LocalName)} in the namespace '{CapElements.Cut(root.Name.NamespaceName, 80)}'";

    private static CapAlert ReadAlert(XElement root, List<CapFault> faults)
    {
        CapElements parts = new(root, "alert", AlertSchema, faults);
        return new CapAlert
        {
            Identifier = parts.Text("identifier") ?? string.Empty,
            Sender = parts.Text("sender") ?? string.Empty,
            Sent = parts.Time("sent") ?? default,
            Status = parts.Choice<CapStatus>("status"),
            MessageType = parts.Choice<CapMessageType>("msgType"),
            Source = parts.Text("source"),
            Scope = parts.Choice<CapScope>("scope"),
            Restriction = parts.Text("restriction"),
            Addresses = parts.Text("addresses"),
            Codes = parts.Texts("code"),
            Note = parts.Text("note"),
            References = parts.Text("references"),
            Incidents = parts.Text("incidents"),
            Infos = parts.All("info").Select((e, i) => ReadInfo(e, $"alert/info[{i + 1}]", faults)).ToList(),
        };
    }

    private static CapInfo ReadInfo(XElement element, string path, List<CapFault> faults)
    {
        CapElements parts = new(element, path, InfoSchema, faults);
        return new CapInfo
        {
            Language = parts.Language("language"),
            Categories = parts.Choices<CapCategory>("category"),
            Event = parts.Text("event") ?? string.Empty,
            ResponseTypes = parts.Choices<CapResponseType>("responseType"),
            Urgency = parts.Choice<CapUrgency>("urgency"),
            Severity = parts.Choice<CapSeverity>("severity"),
            Certainty = parts.Choice<CapCertainty>("certainty"),
            Audience = parts.Text("audience"),
            EventCodes = parts.Values("eventCode"),
            Effective = parts.Time("effective"),
            Onset = parts.Time("onset"),
            Expires = parts.Time("expires"),
            SenderName = parts.Text("senderName"),
            Headline = parts.Text("headline"),
            Description = parts.Text("description"),
            Instruction = parts.Text("instruction"),
            Web = parts.Address("web"),
            Contact = parts.Text("contact"),
            Parameters = parts.Values("parameter"),
            Resources = parts.All("resource").Select((e, i) => ReadResource(e, $"{path}/resource[{i + 1}]", faults)).ToList(),
            Areas = parts.All("area").Select((e, i) => ReadArea(e, $"{path}/area[{i + 1}]", faults)).ToList(),
        };
    }

    private static CapResource ReadResource(XElement element, string path, List<CapFault> faults)
    {
        CapElements parts = new(element, path, ResourceSchema, faults);
        return new CapResource
        {
            Description = parts.Text("resourceDesc") ?? string.Empty,
            MimeType = parts.Text("mimeType") ?? string.Empty,
            Size = parts.WholeNumber("size"),
            Uri = parts.Address("uri"),
            DerefUri = parts.Text("derefUri"),
            Digest = parts.Text("digest"),
        };
    }

    private static CapArea ReadArea(XElement element, string path, List<CapFault> faults)
    {
        CapElements parts = new(element, path, AreaSchema, faults);
        return new CapArea
        {
            Description = parts.Text("areaDesc") ?? string.Empty,
            Polygons = parts.Texts("polygon"),
            Circles = parts.Texts("circle"),
            Geocodes = parts.Values("geocode"),
            Altitude = parts.Number("altitude"),
            Ceiling = parts.Number("ceiling"),
        };
    }
}

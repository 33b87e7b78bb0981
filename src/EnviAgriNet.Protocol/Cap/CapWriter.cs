using System.Globalization;
using System.Text;
using System.Xml;

namespace EnviAgriNet.Protocol.Cap;

/// <summary>Writes messages as CAP 1.2 XML, elements in the order of the schema.</summary>
public static class CapWriter
{
    /// <summary>The namespace of CAP 1.2.</summary>
    public const string Namespace = "urn:oasis:names:tc:emergency:cap:1.2";

    /// <summary>The media type of the document.</summary>
    public const string MediaType = "application/cap+xml";

    /// <summary>The document as text, in UTF-8 once encoded.</summary>
    public static string Write(CapAlert alert)
    {
        using MemoryStream bytes = new();
        using (XmlWriter xml = XmlWriter.Create(
            bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("alert", Namespace);
            WriteHead(xml, alert);
            foreach (CapInfo info in alert.Infos)
            {
                WriteInfo(xml, info);
            }

            xml.WriteEndElement();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void WriteHead(XmlWriter xml, CapAlert alert)
    {
        Write(xml, "identifier", alert.Identifier);
        Write(xml, "sender", alert.Sender);
        Write(xml, "sent", alert.Sent);
        Write(xml, "status", alert.Status.ToString());
        Write(xml, "msgType", alert.MessageType.ToString());
        Write(xml, "source", alert.Source);
        Write(xml, "scope", alert.Scope.ToString());
        Write(xml, "restriction", alert.Restriction);
        Write(xml, "addresses", alert.Addresses);
        WriteAll(xml, "code", alert.Codes);
        Write(xml, "note", alert.Note);
        Write(xml, "references", alert.References);
        Write(xml, "incidents", alert.Incidents);
    }

    private static void WriteInfo(XmlWriter xml, CapInfo info)
    {
        xml.WriteStartElement("info", Namespace);
        Write(xml, "language", info.Language);
        WriteAll(xml, "category", info.Categories.Select(c => c.ToString()));
        Write(xml, "event", info.Event);
        WriteAll(xml, "responseType", info.ResponseTypes.Select(r => r.ToString()));
        Write(xml, "urgency", info.Urgency.ToString());
        Write(xml, "severity", info.Severity.ToString());
        Write(xml, "certainty", info.Certainty.ToString());
        Write(xml, "audience", info.Audience);
        WriteAll(xml, "eventCode", info.EventCodes);
        Write(xml, "effective", info.Effective);
        Write(xml, "onset", info.Onset);
        Write(xml, "expires", info.Expires);
        Write(xml, "senderName", info.SenderName);
        Write(xml, "headline", info.Headline);
        Write(xml, "description", info.Description);
        Write(xml, "instruction", info.Instruction);
        Write(xml, "web", info.Web);
        Write(xml, "contact", info.Contact);
        WriteAll(xml, "parameter", info.Parameters);
        foreach (CapResource resource in info.Resources)
        {
            WriteResource(xml, resource);
        }

        foreach (CapArea area in info.Areas)
        {
            WriteArea(xml, area);
        }

        xml.WriteEndElement();
    }

    private static void WriteResource(XmlWriter xml, CapResource resource)
    {
        xml.WriteStartElement("resource", Namespace);
        Write(xml, "resourceDesc", resource.Description);
        Write(xml, "mimeType", resource.MimeType);
        Write(xml, "size", resource.Size?.ToString(CultureInfo.InvariantCulture));
        Write(xml, "uri", resource.Uri);
        Write(xml, "derefUri", resource.DerefUri);
        Write(xml, "digest", resource.Digest);
        xml.WriteEndElement();
    }

    private static void WriteArea(XmlWriter xml, CapArea area)
    {
        xml.WriteStartElement("area", Namespace);
        Write(xml, "areaDesc", area.Description);
        WriteAll(xml, "polygon", area.Polygons);
        WriteAll(xml, "circle", area.Circles);
        WriteAll(xml, "geocode", area.Geocodes);
        Write(xml, "altitude", area.Altitude?.ToString(CultureInfo.InvariantCulture));
        Write(xml, "ceiling", area.Ceiling?.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string name, string? text)
    {
        if (text is not null)
        {
            xml.WriteElementString(name, Namespace, Clean(text));
        }
    }

    private static void Write(XmlWriter xml, string name, DateTimeOffset? time)
    {
        if (time is { } given)
        {
            xml.WriteElementString(name, Namespace, CapTime.Format(given));
        }
    }

    private static void WriteAll(XmlWriter xml, string name, IEnumerable<string> texts)
    {
        foreach (string text in texts)
        {
            xml.WriteElementString(name, Namespace, Clean(text));
        }
    }

    private static void WriteAll(XmlWriter xml, string name, IEnumerable<CapValue> values)
    {
        foreach (CapValue value in values)
        {
            xml.WriteStartElement(name, Namespace);
            Write(xml, "valueName", value.Name);
            Write(xml, "value", value.Value);
            xml.WriteEndElement();
        }
    }

    // What XML cannot carry (control characters, halves of a pair) would stop the whole document.
    private static string Clean(string text)
    {
        if (IsClean(text))
        {
            return text;
        }

        StringBuilder clean = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                clean.Append(text[i]).Append(text[++i]);
            }
            else
            {
                clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
            }
        }

        return clean.ToString();
    }

    private static bool IsClean(string text) => text.All(XmlConvert.IsXmlChar);
}

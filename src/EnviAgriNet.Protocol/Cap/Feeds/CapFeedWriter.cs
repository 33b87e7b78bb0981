using System.Globalization;
using System.Text;
using System.Xml;

namespace EnviAgriNet.Protocol.Cap.Feeds;

/// <summary>Writes indexes of messages as Atom and as RSS 2.0; entries repeat the main elements of CAP in its namespace.</summary>
public static class CapFeedWriter
{
    /// <summary>The media type of Atom.</summary>
    public const string AtomType = "application/atom+xml; charset=utf-8";

    /// <summary>The media type of RSS.</summary>
    public const string RssType = "application/rss+xml; charset=utf-8";

    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Prefix = "cap";

    /// <summary>An Atom feed.</summary>
    public static byte[] WriteAtom(CapFeedHead head, IReadOnlyList<CapFeedItem> items) => Write(xml =>
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xmlns", Prefix, null, CapWriter.Namespace);
        xml.WriteAttributeString("xml", "lang", null, head.Language);
        xml.WriteElementString("id", Atom, head.Id);
        xml.WriteElementString("title", Atom, head.Title);
        xml.WriteElementString("updated", Atom, AtomTime(head.Updated));
        WriteAuthor(xml, head.Author);
        WriteLink(xml, "self", "application/atom+xml", head.Address);
        WriteLink(xml, "alternate", "text/html", head.Home);
        foreach (CapFeedItem item in items)
        {
            WriteEntry(xml, item, head.Author);
        }

        xml.WriteEndElement();
    });

    /// <summary>An RSS 2.0 feed.</summary>
    public static byte[] WriteRss(CapFeedHead head, IReadOnlyList<CapFeedItem> items) => Write(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", Prefix, null, CapWriter.Namespace);
        xml.WriteAttributeString("xmlns", "atom", null, Atom);
        xml.WriteStartElement("channel");
        xml.WriteElementString("title", head.Title);
        xml.WriteElementString("link", head.Home);
        xml.WriteElementString("description", head.Title);
        xml.WriteElementString("language", head.Language.ToLowerInvariant());
        xml.WriteElementString("lastBuildDate", RssTime(head.Updated));
        xml.WriteElementString("ttl", "1");
        xml.WriteStartElement("atom", "link", Atom);
        WriteLinkParts(xml, "self", "application/rss+xml", head.Address);
        xml.WriteEndElement();
        foreach (CapFeedItem item in items)
        {
            WriteItem(xml, item);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static byte[] Write(Action<XmlWriter> write)
    {
        using MemoryStream bytes = new();
        using (XmlWriter xml = XmlWriter.Create(
            bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            write(xml);
        }

        return bytes.ToArray();
    }

    private static void WriteEntry(XmlWriter xml, CapFeedItem item, string author)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, IdOf(item.Alert));
        xml.WriteElementString("title", Atom, TitleOf(item.Info));
        xml.WriteElementString("updated", Atom, AtomTime(item.Alert.Sent));
        xml.WriteElementString("published", Atom, AtomTime(item.Alert.Sent));
        WriteAuthor(xml, item.Info.SenderName ?? author);
        WriteLink(xml, "alternate", CapWriter.MediaType, item.Address);
        if (item.Info.Description is { Length: > 0 } description)
        {
            xml.WriteElementString("summary", Atom, description);
        }

        foreach (CapCategory category in item.Info.Categories)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", category.ToString());
            xml.WriteEndElement();
        }

        WriteCap(xml, item);
        xml.WriteEndElement();
    }

    private static void WriteItem(XmlWriter xml, CapFeedItem item)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", TitleOf(item.Info));
        xml.WriteElementString("link", item.Address);
        xml.WriteElementString("description", item.Info.Description ?? TitleOf(item.Info));
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(IdOf(item.Alert));
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", RssTime(item.Alert.Sent));
        foreach (CapCategory category in item.Info.Categories)
        {
            xml.WriteElementString("category", category.ToString());
        }

        WriteCap(xml, item);
        xml.WriteEndElement();
    }

    private static void WriteCap(XmlWriter xml, CapFeedItem item)
    {
        CapAlert alert = item.Alert;
        CapInfo info = item.Info;
        Write(xml, "identifier", alert.Identifier);
        Write(xml, "sender", alert.Sender);
        Write(xml, "sent", CapTime.Format(alert.Sent));
        Write(xml, "status", alert.Status.ToString());
        Write(xml, "msgType", alert.MessageType.ToString());
        Write(xml, "references", alert.References);
        Write(xml, "event", info.Event);
        info.ResponseTypes.ToList().ForEach(r => Write(xml, "responseType", r.ToString()));
        Write(xml, "urgency", info.Urgency.ToString());
        Write(xml, "severity", info.Severity.ToString());
        Write(xml, "certainty", info.Certainty.ToString());
        Write(xml, "effective", info.Effective is { } effective ? CapTime.Format(effective) : null);
        Write(xml, "onset", info.Onset is { } onset ? CapTime.Format(onset) : null);
        Write(xml, "expires", info.Expires is { } expires ? CapTime.Format(expires) : null);
        foreach (CapArea area in info.Areas)
        {
            Write(xml, "areaDesc", area.Description);
            foreach (CapValue geocode in area.Geocodes)
            {
                xml.WriteStartElement(Prefix, "geocode", CapWriter.Namespace);
                Write(xml, "valueName", geocode.Name);
                Write(xml, "value", geocode.Value);
                xml.WriteEndElement();
            }
        }
    }

    private static void Write(XmlWriter xml, string name, string? text)
    {
        if (text is not null)
        {
            xml.WriteElementString(Prefix, name, CapWriter.Namespace, text);
        }
    }

    private static void WriteAuthor(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, name);
        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, string relation, string type, string address)
    {
        xml.WriteStartElement("link", Atom);
        WriteLinkParts(xml, relation, type, address);
        xml.WriteEndElement();
    }

    private static void WriteLinkParts(XmlWriter xml, string relation, string type, string address)
    {
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
    }

    // An id must be an address in full; the identifiers of the World Meteorological Organization are.
    private static string IdOf(CapAlert alert) =>
        Uri.TryCreate(alert.Identifier, UriKind.Absolute, out _) ? alert.Identifier : "urn:cap:" + Uri.EscapeDataString(alert.Identifier);

    private static string TitleOf(CapInfo info) => string.IsNullOrWhiteSpace(info.Headline) ? info.Event : info.Headline;

    private static string AtomTime(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string RssTime(DateTimeOffset time) => time.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)
        + time.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", string.Empty, StringComparison.Ordinal);
}

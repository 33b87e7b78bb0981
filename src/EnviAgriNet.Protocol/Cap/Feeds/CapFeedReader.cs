using System.Text;
using System.Xml.Linq;

namespace EnviAgriNet.Protocol.Cap.Feeds;

/// <summary>
/// Reads RSS and Atom indexes of CAP messages. The times and titles of entries are not read at all: the department of meteorology
/// labels UTC as Bangkok time there, and what counts stands in the message. An entry may only lead to the index's own host, or to
/// hosts that the caller names.
/// </summary>
public static class CapFeedReader
{
    /// <summary>The most bytes of an index.</summary>
    public const int BytesMax = 4 * 1024 * 1024;

    /// <summary>The most entries that are read of one index; the rest is named as skipped.</summary>
    public const int EntriesMax = 500;

    private const string AtomNamespace = "http://www.w3.org/2005/Atom";
    private const int SkippedMax = 50;

    /// <summary>Reads an index.</summary>
    /// <param name="document">The bytes as they came.</param>
    /// <param name="format">What it should be.</param>
    /// <param name="address">Where it came from; relative links are resolved against it.</param>
    /// <param name="hosts">Further hosts that entries may lead to.</param>
    public static CapFeed Read(ReadOnlyMemory<byte> document, CapFeedFormat format, Uri address, IReadOnlyCollection<string> hosts)
    {
        if (format == CapFeedFormat.Cap)
        {
            return new CapFeed([new CapFeedEntry(string.Empty, address, document)], [], null);
        }

        XElement? root = CapXml.Load(document, BytesMax, out CapFault? fault);
        if (fault is not null)
        {
            return new CapFeed([], [], fault);
        }

        Collected found = new(address, hosts);
        if (format == CapFeedFormat.Rss)
        {
            return root!.Name == "rss" && root.Elements("channel").ToList() is [XElement channel]
                ? Read(channel.Elements("item"), found, ReadItem)
                : Not(root, "rss with one channel");
        }

        return root!.Name == XName.Get("feed", AtomNamespace)
            ? Read(root.Elements(XName.Get("entry", AtomNamespace)), found, ReadEntry)
            : Not(root, $"feed in the namespace {AtomNamespace}");
    }

    private static CapFeed Not(XElement root, string allowed) => new(
        [], [], new CapFault("feed", $"the root is {CapElements.Cut(root.Name.LocalName)}, allowed is {allowed}"));

    private static CapFeed Read(IEnumerable<XElement> entries, Collected found, Action<XElement, Collected> read)
    {
        int count = 0;
        foreach (XElement entry in entries)
        {
            if (++count > EntriesMax)
            {
                found.Skip($"more than {EntriesMax} entries; the later ones are not read");
                break;
            }

            read(entry, found);
        }

        return new CapFeed(found.Entries, found.Skipped, null);
    }

    // Items give no media type, so that the name of the file decides whether a link leads to a message or to a page for people.
    private static void ReadItem(XElement item, Collected found)
    {
        string id = ((string?)item.Element("guid") ?? string.Empty).Trim();
        string? typed = (string?)item.Elements("enclosure")
            .FirstOrDefault(e => (string?)e.Attribute("type") == CapWriter.MediaType)?.Attribute("url");
        string? link = typed ?? (string?)item.Element("link");
        if (typed is null && link is not null && !IsFile(link.Trim()))
        {
            found.Skip($"'{CapElements.Cut(link.Trim(), 120)}' is not the name of an .xml or .cap file");
            return;
        }

        found.Add(id, link, null);
    }

    private static void ReadEntry(XElement entry, Collected found)
    {
        string id = ((string?)entry.Element(XName.Get("id", AtomNamespace)) ?? string.Empty).Trim();
        List<XElement> links = entry.Elements(XName.Get("link", AtomNamespace)).ToList();
        XElement? link = links.Find(l => (string?)l.Attribute("type") == CapWriter.MediaType)
            ?? links.Find(l => l.Attribute("type") is null && (string?)l.Attribute("rel") is null or "alternate");
        XElement? alert = entry.Element(XName.Get("content", AtomNamespace))?.Elements().FirstOrDefault(e => e.Name.LocalName == "alert");
        ReadOnlyMemory<byte>? embedded = alert is null
            ? default(ReadOnlyMemory<byte>?)
            : Encoding.UTF8.GetBytes(alert.ToString(SaveOptions.DisableFormatting));
        found.Add(id, (string?)link?.Attribute("href") ?? (embedded is null ? null : id), embedded);
    }

    private static bool IsFile(string link)
    {
        string path = link.Split('?', '#')[0];
        return path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".cap", StringComparison.OrdinalIgnoreCase);
    }

    private sealed class Collected(Uri address, IReadOnlyCollection<string> hosts)
    {
        private readonly HashSet<Uri> _seen = [];

        public List<CapFeedEntry> Entries { get; } = [];

        public List<string> Skipped { get; } = [];

        public void Skip(string reason)
        {
            if (Skipped.Count < SkippedMax)
            {
                Skipped.Add(reason);
            }
        }

        public void Add(string id, string? link, ReadOnlyMemory<byte>? embedded)
        {
            if (string.IsNullOrWhiteSpace(link) || !Uri.TryCreate(address, link.Trim(), out Uri? target))
            {
                Skip($"the entry '{CapElements.Cut(id, 80)}' has no link to a message");
            }
            else if (embedded is null && FaultOf(target) is { } fault)
            {
                Skip($"'{CapElements.Cut(link.Trim(), 120)}' {fault}");
            }
            else if (_seen.Add(target))
            {
                Entries.Add(new CapFeedEntry(id, target, embedded));
            }
        }

        private string? FaultOf(Uri target)
        {
            if (target.Scheme is not ("http" or "https") || (address.Scheme == "https" && target.Scheme != "https"))
            {
                return $"is not {address.Scheme}";
            }

            bool isHome = target.Authority == address.Authority;
            return isHome || hosts.Contains(target.Host, StringComparer.OrdinalIgnoreCase) ? null : "leads to another host";
        }
    }
}

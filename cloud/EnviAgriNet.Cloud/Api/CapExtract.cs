using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace EnviAgriNet.Cloud.Api;

/// <summary>What the page shows of a CAP document beyond the alert's own columns.</summary>
/// <param name="Onset">When it began, if the document says so.</param>
/// <param name="Instruction">What to do, by language (<c>th</c>, <c>en</c>).</param>
internal sealed record CapExtract(DateTimeOffset? Onset, IReadOnlyDictionary<string, string> Instruction)
{
    private static readonly CapExtract Nothing = new(null, new Dictionary<string, string>());

    /// <summary>Reads a document; one that cannot be read costs the page these lines and nothing else.</summary>
    public static CapExtract Read(string xml)
    {
        try
        {
            XElement root = XElement.Parse(xml);
            XNamespace cap = root.Name.Namespace;
            DateTimeOffset? onset = null;
            Dictionary<string, string> instruction = [];
            foreach (XElement info in root.Elements(cap + "info"))
            {
                string language = ((string?)info.Element(cap + "language") ?? "en").Split('-')[0].ToLowerInvariant();
                if ((string?)info.Element(cap + "instruction") is { Length: > 0 } text)
                {
                    instruction[language] = text;
                }

                if (DateTimeOffset.TryParse(
                    (string?)info.Element(cap + "onset"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at))
                {
                    onset ??= at;
                }
            }

            return new CapExtract(onset, instruction);
        }
        catch (XmlException)
        {
            return Nothing;
        }
    }
}

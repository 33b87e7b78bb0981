using System.Xml;
using System.Xml.Linq;

namespace EnviAgriNet.Protocol.Cap;

/// <summary>
/// Opens foreign XML within limits: no document type declaration, nothing fetched, so many bytes, so deep, so many elements. It is
/// held to the limits while it is read, before a tree of it stands in memory.
/// </summary>
internal static class CapXml
{
    /// <summary>How deep elements may nest; a signature in an alert takes nine.</summary>
    public const int DepthMax = 16;

    /// <summary>The most elements of a document.</summary>
    public const int ElementsMax = 50_000;

    /// <summary>The most attributes of one element.</summary>
    public const int AttributesMax = 32;

    /// <summary>Reads a document as a tree; null with the fault when it is refused.</summary>
    public static XElement? Load(ReadOnlyMemory<byte> document, int bytesMax, out CapFault? fault)
    {
        fault = FaultOf(document, bytesMax);
        if (fault is not null)
        {
            return null;
        }

        using XmlReader reader = Open(document, bytesMax);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root;
    }

    /// <summary>The same for signatures, which need every character of the document. It must have been read without a fault before.</summary>
    public static XmlDocument LoadExactly(ReadOnlyMemory<byte> document, int bytesMax)
    {
        XmlDocument exact = new() { PreserveWhitespace = true, XmlResolver = null };
        using XmlReader reader = Open(document, bytesMax);
        exact.Load(reader);
        return exact;
    }

    /// <summary>The limit or the rule of XML that a document breaks; null when it breaks none.</summary>
    public static CapFault? FaultOf(ReadOnlyMemory<byte> document, int bytesMax)
    {
        if (document.Length > bytesMax)
        {
            return new CapFault("document", $"has {document.Length} bytes, allowed are {bytesMax}");
        }

        try
        {
            using XmlReader reader = Open(document, bytesMax);
            return Walk(reader);
        }
        catch (XmlException e)
        {
            return new CapFault("document", e.Message.Contains("DTD", StringComparison.Ordinal)
                ? "holds a document type declaration, allowed is none"
                : $"is not well-formed XML: {CapElements.Cut(e.Message, 200)}");
        }
        catch (Exception e) when (e is ArgumentException or FormatException or IOException)
        {
            // Some encodings that a document may declare fail in their decoder instead of the reader.
            return new CapFault("document", $"cannot be decoded: {CapElements.Cut(e.Message, 200)}");
        }
    }

    private static CapFault? Walk(XmlReader reader)
    {
        int elements = 0;
        while (reader.Read())
        {
            if (reader.Depth > DepthMax)
            {
                return new CapFault("document", $"nests deeper than {DepthMax} elements");
            }

            if (reader.NodeType == XmlNodeType.Element && ++elements > ElementsMax)
            {
                return new CapFault("document", $"has more than {ElementsMax} elements");
            }

            if (reader.AttributeCount > AttributesMax)
            {
                return new CapFault("document", $"has an element with more than {AttributesMax} attributes");
            }
        }

        return null;
    }

    private static XmlReader Open(ReadOnlyMemory<byte> document, int bytesMax) => XmlReader.Create(
        new MemoryStream(document.ToArray(), writable: false), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = bytesMax,
            MaxCharactersFromEntities = 1,
            CloseInput = true,
        });
}

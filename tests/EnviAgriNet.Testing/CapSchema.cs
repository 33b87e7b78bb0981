using System.Reflection;
using System.Xml;
using System.Xml.Schema;

namespace EnviAgriNet.Testing;

/// <summary>Judges CAP 1.2 documents by a schema and the framework's own validator, independent of the product's reader.</summary>
public static class CapSchema
{
    private static readonly XmlSchemaSet Set = Load();

    /// <summary>What the schema finds wrong; empty when nothing.</summary>
    public static IReadOnlyList<string> FaultsOf(ReadOnlyMemory<byte> document)
    {
        List<string> faults = [];
        XmlReaderSettings settings = new()
        {
            ValidationType = ValidationType.Schema,
            Schemas = Set,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
        };
        settings.ValidationEventHandler += (_, e) => faults.Add(e.Message);
        try
        {
            using XmlReader reader = XmlReader.Create(new MemoryStream(document.ToArray()), settings);
            // What the schema does not know at all is no error to the validator.
            reader.MoveToContent();
            if (reader is not { LocalName: "alert", NamespaceURI: "urn:oasis:names:tc:emergency:cap:1.2" })
            {
                faults.Add($"the root is {reader.Name} in {reader.NamespaceURI}");
            }

            while (reader.Read())
            {
            }
        }
        catch (XmlException e)
        {
            faults.Add(e.Message);
        }

        return faults;
    }

    private static XmlSchemaSet Load()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("cap12.xsd")!;
        using XmlReader reader = XmlReader.Create(stream);
        XmlSchemaSet set = new();
        set.Add(null, reader);
        set.Compile();
        return set;
    }
}

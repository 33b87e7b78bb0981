using System.Xml;

namespace EnviAgriNet.Protocol.Cap;

/// <summary>
/// Holds a signature to the one form that leaves no room: it signs the whole document and nothing else, so that what is read is what
/// was signed.
/// </summary>
internal static class CapSignatureShape
{
    private const string Enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
    private const string Exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private const string Inclusive = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
    private const string RsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private const string Sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    private const string RsaSha1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";
    private const string Sha1 = "http://www.w3.org/2000/09/xmldsig#sha1";

    private static readonly string[] PastForms = [Exclusive, Inclusive, Inclusive + "#WithComments"];

    /// <summary>The rule that the signatures of a document break, or null.</summary>
    public static string? FaultOf(XmlElement root, IReadOnlyList<XmlElement> signatures, CapSignatureForm form)
    {
        if (form == CapSignatureForm.Strict && signatures.Count > 1)
        {
            return $"the document bears {signatures.Count} signatures, allowed is one";
        }

        List<XmlElement> last = [.. root.ChildNodes.OfType<XmlElement>().TakeLast(signatures.Count)];
        if (!last.SequenceEqual(signatures))
        {
            return "the signature is not the last element of alert";
        }

        return signatures.Select(s => FaultOf(s, form)).FirstOrDefault(f => f is not null);
    }

    private static string? FaultOf(XmlElement signature, CapSignatureForm form)
    {
        string[] parts = [.. Children(signature).Select(c => c.LocalName)];
        bool isPast = form == CapSignatureForm.Past;
        if (parts is not (["SignedInfo", "SignatureValue"] or ["SignedInfo", "SignatureValue", "KeyInfo"])
            && !(isPast && parts is ["SignedInfo", "SignatureValue", "KeyInfo", "Object"]))
        {
            return $"the signature holds {string.Join(", ", parts.Take(8).Select(p => CapElements.Cut(p)))}, allowed are SignedInfo, SignatureValue, KeyInfo";
        }

        XmlElement info = Children(signature)[0];
        return info.GetElementsByTagName("*").OfType<XmlElement>().Append(info).Any(e => e.NamespaceURI != CapElements.SignatureNamespace)
            ? "the signature holds elements of another namespace"
            : FaultOfSignedInfo(info, isPast);
    }

    private static string? FaultOfSignedInfo(XmlElement info, bool isPast)
    {
        if (Children(info) is not [{ LocalName: "CanonicalizationMethod" } form, { LocalName: "SignatureMethod" } method, { LocalName: "Reference" } reference])
        {
            return "the signature has not exactly one reference";
        }

        if (reference.GetAttributeNode("URI") is not { Value: "" })
        {
            return $"the signature refers to '{CapElements.Cut(reference.GetAttribute("URI"))}', allowed is the whole document";
        }

        string[] forms = isPast ? PastForms : [Exclusive];
        return Among(form, forms)
            ?? Among(method, isPast ? [RsaSha256, RsaSha1] : [RsaSha256])
            ?? FaultOfReference(reference, forms, isPast);
    }

    private static string? FaultOfReference(XmlElement reference, string[] forms, bool isPast)
    {
        if (Children(reference) is not [{ LocalName: "Transforms" } transforms, { LocalName: "DigestMethod" } digest, { LocalName: "DigestValue" }])
        {
            return "the reference holds other than Transforms, DigestMethod, DigestValue";
        }

        List<XmlElement> steps = Children(transforms);
        bool isShort = isPast && steps.Count == 1;
        if ((steps.Count != 2 && !isShort) || Algorithm(steps[0]) != Enveloped || steps.Exists(s => Children(s).Count > 0))
        {
            return "the transforms are not exactly enveloped-signature and exclusive canonical form";
        }

        return (isShort ? null : Among(steps[1], forms)) ?? Among(digest, isPast ? [Sha256, Sha1] : [Sha256]);
    }

    private static string? Among(XmlElement element, string[] allowed)
    {
        string algorithm = Algorithm(element);
        if (allowed.Contains(algorithm) && Children(element).Count == 0)
        {
            return null;
        }

        return algorithm is RsaSha1 or Sha1
            ? $"{element.LocalName} is SHA-1, which is refused"
            : $"{element.LocalName} is '{CapElements.Cut(algorithm, 80)}', allowed is {string.Join(" or ", allowed)}";
    }

    private static string Algorithm(XmlElement element) => element.GetAttribute("Algorithm");

    private static List<XmlElement> Children(XmlElement element) => [.. element.ChildNodes.OfType<XmlElement>()];
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;

namespace EnviAgriNet.Protocol.Cap;

/// <summary>
/// The enveloped signature of a CAP document: RSA with SHA-256 over the exclusive canonical form of the whole document, as the last
/// child of <c>alert</c>. A signature counts only if it is of exactly that form and one of the certificates that the caller holds
/// made it; certificates inside a document are never believed.
/// </summary>
public static class CapSignature
{
    /// <summary>The fewest bits of a key.</summary>
    public const int KeyBitsMin = 2048;

    /// <summary>Signs a document that bears no signature yet. The result is the same for the same document and key.</summary>
    /// <param name="document">The document, as <see cref="CapWriter"/> writes it.</param>
    /// <param name="certificate">The certificate with its RSA key; it is put into the document for those who want to see who signed.</param>
    public static string Sign(string document, X509Certificate2 certificate)
    {
        using RSA key = certificate.GetRSAPrivateKey()
            ?? throw new ArgumentException("the certificate has no RSA key", nameof(certificate));
        if (key.KeySize < KeyBitsMin)
        {
            throw new ArgumentException($"the key has {key.KeySize} bits, at least {KeyBitsMin} are needed", nameof(certificate));
        }

        XmlDocument xml = CapXml.LoadExactly(Encoding.UTF8.GetBytes(document), CapReader.BytesMax);
        SignedXml signed = new(xml) { SigningKey = key };
        signed.SignedInfo!.CanonicalizationMethod = SignedXml.XmlDsigExcC14NTransformUrl;
        signed.SignedInfo.SignatureMethod = SignedXml.XmlDsigRSASHA256Url;
        Reference reference = new(string.Empty) { DigestMethod = SignedXml.XmlDsigSHA256Url };
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        reference.AddTransform(new XmlDsigExcC14NTransform());
        signed.AddReference(reference);
        signed.KeyInfo = new KeyInfo();
        signed.KeyInfo.AddClause(new KeyInfoX509Data(certificate));
        signed.ComputeSignature();
        xml.DocumentElement!.AppendChild(xml.ImportNode(signed.GetXml(), deep: true));
        return xml.OuterXml;
    }

    /// <summary>Checks the signature of a document.</summary>
    /// <param name="document">The document as it came, byte for byte.</param>
    /// <param name="pinned">The certificates that may have signed it.</param>
    /// <param name="now">The time at which the certificate must be valid.</param>
    /// <param name="form">Which forms count; anything but <see cref="CapSignatureForm.Strict"/> is for documents of the past.</param>
    public static CapSignatureCheck Verify(
        ReadOnlyMemory<byte> document,
        IReadOnlyList<X509Certificate2> pinned,
        DateTimeOffset now,
        CapSignatureForm form = CapSignatureForm.Strict)
    {
        if (CapXml.FaultOf(document, CapReader.BytesMax) is { } fault)
        {
            return Refused(fault.ToString());
        }

        try
        {
            return Verify(CapXml.LoadExactly(document, CapReader.BytesMax), pinned, now, form);
        }
        catch (Exception e) when (e is CryptographicException or XmlException or FormatException or ArgumentException)
        {
            return Refused($"the signature cannot be read: {CapElements.Cut(e.Message, 200)}");
        }
    }

    private static CapSignatureCheck Verify(
        XmlDocument xml, IReadOnlyList<X509Certificate2> pinned, DateTimeOffset now, CapSignatureForm form)
    {
        List<XmlElement> signatures = [.. xml.GetElementsByTagName("Signature", CapElements.SignatureNamespace).OfType<XmlElement>()];
        if (signatures.Count == 0)
        {
            return CapSignatureCheck.Unsigned;
        }

        if (CapSignatureShape.FaultOf(xml.DocumentElement!, signatures, form) is { } fault)
        {
            return Refused(fault);
        }

        if (pinned.Count == 0)
        {
            return Refused("no certificate is known to check the signature with");
        }

        // Signatures of others stand beside ours in old documents only; each was made without the others.
        string reason = "no known certificate made the signature, or the document was changed";
        foreach (XmlElement signature in signatures)
        {
            if (form == CapSignatureForm.Past)
            {
                SetAlone(xml.DocumentElement!, signature, signatures);
            }

            SignedXml signed = new(xml);
            signed.LoadXml(signature);
            foreach (X509Certificate2 certificate in pinned.Where(c => signed.CheckSignature(c, verifySignatureOnly: true)))
            {
                if (FaultOf(certificate, now, form) is not { } expired)
                {
                    return new CapSignatureCheck(CapSignatureVerdict.Valid, certificate.Subject);
                }

                reason = expired;
            }
        }

        return Refused(reason);
    }

    private static void SetAlone(XmlElement root, XmlElement signature, List<XmlElement> signatures)
    {
        signatures.ForEach(s => s.ParentNode?.RemoveChild(s));
        root.AppendChild(signature);

        // Remarks beside the signature are not signed, and the framework stumbles over them.
        foreach (XmlElement remark in signature.ChildNodes.OfType<XmlElement>().Where(e => e.LocalName == "Object").ToList())
        {
            signature.RemoveChild(remark);
        }
    }

    private static string? FaultOf(X509Certificate2 certificate, DateTimeOffset now, CapSignatureForm form)
    {
        using RSA? key = certificate.GetRSAPublicKey();
        if (key is null || key.KeySize < KeyBitsMin)
        {
            return $"the certificate's key is not RSA of {KeyBitsMin} bits or more";
        }

        bool isValid = certificate.NotBefore.ToUniversalTime() <= now.UtcDateTime && now.UtcDateTime <= certificate.NotAfter.ToUniversalTime();
        return isValid || form == CapSignatureForm.Past
            ? null
            : $"the certificate is valid from {certificate.NotBefore.ToUniversalTime():yyyy-MM-dd} to {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}";
    }

    private static CapSignatureCheck Refused(string reason) => new(CapSignatureVerdict.Refused, reason);
}

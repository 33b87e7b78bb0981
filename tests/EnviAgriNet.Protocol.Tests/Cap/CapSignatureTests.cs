using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using EnviAgriNet.Protocol.Cap;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Protocol.Tests.Cap;

public sealed class CapSignatureTests
{
    private static readonly XmlNamespaceManager Names = NamesOf();

    internal static X509Certificate2 Certificate { get; } = Issue("CN=warns", CapMessages.Sent.AddDays(-1), CapMessages.Sent.AddDays(30));

    internal static string Signed() => CapSignature.Sign(CapWriter.Write(CapMessages.Full), Certificate);

    [Fact]
    public void Verify_OurOwn_HoldsAndKeepsTheSchema()
    {
        byte[] signed = Encoding.UTF8.GetBytes(Signed());

        Assert.Equal(new CapSignatureCheck(CapSignatureVerdict.Valid, "CN=warns"), Verify(signed));
        Assert.Empty(CapSchema.FaultsOf(signed));
        Assert.Equivalent(CapMessages.Full, CapReader.Read(signed).Alert, strict: true);
        Assert.Equal(signed, Encoding.UTF8.GetBytes(Signed()));
    }

    [Fact]
    public void Verify_None_IsUnsigned() =>
        Assert.Equal(CapSignatureVerdict.Unsigned, Verify(CapMessages.Bytes(CapMessages.Full)).Verdict);

    [Fact]
    public void Verify_ForeignExpiredOrNoCertificate_IsRefused()
    {
        byte[] signed = Encoding.UTF8.GetBytes(Signed());
        using X509Certificate2 other = Issue("CN=warns", CapMessages.Sent.AddDays(-1), CapMessages.Sent.AddDays(30));

        AssertRefused(CapSignature.Verify(signed, [other], CapMessages.Sent), "no known certificate");
        AssertRefused(CapSignature.Verify(signed, [], CapMessages.Sent), "no certificate is known");
        AssertRefused(CapSignature.Verify(signed, [Certificate], CapMessages.Sent.AddDays(31)), "valid from");
        AssertRefused(CapSignature.Verify(signed, [Certificate], CapMessages.Sent.AddDays(-2)), "valid from");
        Assert.Equal(CapSignatureVerdict.Valid, CapSignature.Verify(signed, [other, Certificate], CapMessages.Sent).Verdict);
    }

    [Fact]
    public void Verify_AnyByteChanged_IsRefused()
    {
        byte[] signed = Encoding.UTF8.GetBytes(Signed());
        for (int seed = 0; seed < 300; seed++)
        {
            Random random = new(seed);
            byte[] changed = (byte[])signed.Clone();
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            if (Verify(changed).Verdict == CapSignatureVerdict.Valid)
            {
                // The certificate and the white space inside the signature are not what is signed; the message must be the same.
                Assert.True(
                    CapReader.Read(changed).Alert is not { } alert || CapWriter.Write(alert) == CapWriter.Write(CapMessages.Full),
                    $"seed {seed}: another message holds with the old signature");
            }
        }
    }

    [Theory]
    [InlineData("duplicate", "2 signatures")]
    [InlineData("first", "not the last")]
    [InlineData("inside info", "not the last")]
    [InlineData("after root text", "changed")]
    [InlineData("wrapped", "not the last")]
    [InlineData("moved element", "changed")]
    [InlineData("duplicated element", "changed")]
    [InlineData("object", "allowed are SignedInfo")]
    [InlineData("uri", "the whole document")]
    [InlineData("no uri", "the whole document")]
    [InlineData("two references", "exactly one reference")]
    [InlineData("xslt", "transforms")]
    [InlineData("a child of a transform", "transforms")]
    [InlineData("inclusive", "CanonicalizationMethod")]
    [InlineData("sha1", "SHA-1")]
    [InlineData("hmac", "SignatureMethod")]
    [InlineData("namespace", "another namespace")]
    public void Verify_TamperedWith_IsRefusedWithTheReason(string how, string reason)
    {
        XmlDocument xml = new() { PreserveWhitespace = true };
        xml.LoadXml(Signed());
        Tamper(xml, how);
        byte[] bytes = Encoding.UTF8.GetBytes(xml.OuterXml);

        AssertRefused(Verify(bytes), reason);
    }

    [Fact]
    public void Verify_Sha1_CountsOnlyAsPast()
    {
        byte[] bytes = SignedBy(Certificate, SignedXml.XmlDsigRSASHA1Url, SignedXml.XmlDsigSHA1Url);

        AssertRefused(Verify(bytes), "SHA-1");
        Assert.Equal(
            CapSignatureVerdict.Valid, CapSignature.Verify(bytes, [Certificate], CapMessages.Sent, CapSignatureForm.Past).Verdict);
    }

    [Fact]
    public void SignAndVerify_ShortKey_IsRefused()
    {
        using X509Certificate2 weak = Issue("CN=warns", CapMessages.Sent.AddDays(-1), CapMessages.Sent.AddDays(30), keyBits: 1024);

        Assert.Throws<ArgumentException>(() => CapSignature.Sign(CapWriter.Write(CapMessages.Full), weak));
        byte[] bytes = SignedBy(weak, SignedXml.XmlDsigRSASHA256Url, SignedXml.XmlDsigSHA256Url);
        AssertRefused(CapSignature.Verify(bytes, [weak], CapMessages.Sent), "not RSA of 2048 bits");
    }

    // Signed by Environment Canada and again by the national aggregator, with SHA-1; the certificates ran out long ago.
    [SharedDataFact("api/cap_google/canada_signed.cap")]
    public void Verify_CanadianSample_HoldsAsPastAndIsRefusedToday()
    {
        byte[] bytes = File.ReadAllBytes(SharedData.PathOf("api/cap_google/canada_signed.cap"));
        X509Certificate2[] certificates = CertificatesIn(bytes);
        Assert.Equal(["dss1.pelmorex.com", "meteo.gc.ca"], certificates.Select(c => c.GetNameInfo(X509NameType.SimpleName, false)));

        foreach (X509Certificate2 certificate in certificates)
        {
            CapSignatureCheck past = CapSignature.Verify(bytes, [certificate], CapMessages.Sent, CapSignatureForm.Past);
            Assert.True(past.Verdict == CapSignatureVerdict.Valid, $"{certificate.Subject}: {past.Reason}");
        }

        AssertRefused(CapSignature.Verify(bytes, certificates, CapMessages.Sent), "2 signatures");
        byte[] changed = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("<severity>", "<severity> ", StringComparison.Ordinal));
        AssertRefused(CapSignature.Verify(changed, certificates, CapMessages.Sent, CapSignatureForm.Past), "changed");
    }

    // Signed with a bare key: the test pins it in a certificate of its own making.
    [SharedDataFact("api/cap_google/earthquake-iso8859-1.cap")]
    public void Verify_EarthquakeSample_HoldsAsPastAndIsRefusedToday()
    {
        byte[] bytes = File.ReadAllBytes(SharedData.PathOf("api/cap_google/earthquake-iso8859-1.cap"));
        XmlDocument xml = new() { PreserveWhitespace = true };
        xml.Load(new MemoryStream(bytes));
        RSAKeyValue value = new();
        value.LoadXml((XmlElement)xml.SelectSingleNode("//d:KeyValue", Names)!);
        using X509Certificate2 pinned = CertificateOf(value.Key);

        CapSignatureCheck past = CapSignature.Verify(bytes, [pinned], CapMessages.Sent, CapSignatureForm.Past);
        Assert.True(past.Verdict == CapSignatureVerdict.Valid, past.Reason);
        AssertRefused(CapSignature.Verify(bytes, [pinned], CapMessages.Sent), "CanonicalizationMethod");
        AssertRefused(CapSignature.Verify(bytes, [Certificate], CapMessages.Sent, CapSignatureForm.Past), "no known certificate");
    }

    private static byte[] SignedBy(X509Certificate2 certificate, string method, string digest)
    {
        XmlDocument xml = new() { PreserveWhitespace = true };
        xml.LoadXml(CapWriter.Write(CapMessages.Full));
        SignedXml signed = new(xml) { SigningKey = certificate.GetRSAPrivateKey() };
        signed.SignedInfo!.CanonicalizationMethod = SignedXml.XmlDsigExcC14NTransformUrl;
        signed.SignedInfo.SignatureMethod = method;
        Reference reference = new(string.Empty) { DigestMethod = digest };
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        reference.AddTransform(new XmlDsigExcC14NTransform());
        signed.AddReference(reference);
        signed.ComputeSignature();
        xml.DocumentElement!.AppendChild(signed.GetXml());
        return Encoding.UTF8.GetBytes(xml.OuterXml);
    }

    private static void Tamper(XmlDocument xml, string how)
    {
        XmlElement root = xml.DocumentElement!;
        XmlElement signature = (XmlElement)xml.SelectSingleNode("//d:Signature", Names)!;
        XmlElement info = (XmlElement)xml.SelectSingleNode("//d:SignedInfo", Names)!;
        XmlElement reference = (XmlElement)xml.SelectSingleNode("//d:Reference", Names)!;
        XmlElement First(string path) => (XmlElement)root.SelectSingleNode(path, Names)!;
        switch (how)
        {
            case "duplicate": root.AppendChild(signature.CloneNode(true)); break;
            case "first": root.PrependChild(signature); break;
            case "inside info": First("c:info").AppendChild(signature); break;
            case "after root text": root.AppendChild(xml.CreateTextNode("evacuate")); break;
            case "wrapped": Wrap(xml, root); break;
            case "moved element": root.InsertBefore(First("c:note"), First("c:code")); break;
            case "duplicated element": root.InsertAfter(First("c:info").CloneNode(true), First("c:info")); break;
            case "object": signature.AppendChild(xml.CreateElement("Object", signature.NamespaceURI)); break;
            case "uri": reference.SetAttribute("URI", "#x"); break;
            case "no uri": reference.RemoveAttribute("URI"); break;
            case "two references": info.AppendChild(reference.CloneNode(true)); break;
            case "xslt": First("//d:Transforms").AppendChild(First("//d:Transform").CloneNode(true)); break;
            case "a child of a transform": First("//d:Transform").AppendChild(xml.CreateElement("XPath", signature.NamespaceURI)); break;
            case "inclusive": First("//d:CanonicalizationMethod").SetAttribute("Algorithm", SignedXml.XmlDsigC14NTransformUrl); break;
            case "sha1": First("//d:DigestMethod").SetAttribute("Algorithm", SignedXml.XmlDsigSHA1Url); break;
            case "hmac": First("//d:SignatureMethod").SetAttribute("Algorithm", SignedXml.XmlDsigHMACSHA1Url); break;
            case "namespace": info.PrependChild(xml.CreateElement("Reference", "urn:other")); break;
            default: throw new ArgumentException(how, nameof(how));
        }
    }

    // The classic attack: the signed message is kept deep inside, another one stands around it.
    private static void Wrap(XmlDocument xml, XmlElement root)
    {
        XmlNode original = root.CloneNode(true);
        root.RemoveChild(root.LastChild!);
        root.SelectSingleNode("c:info/c:event", Names)!.InnerText = "All clear";
        root.AppendChild(original);
    }

    private static CapSignatureCheck Verify(byte[] document) => CapSignature.Verify(document, [Certificate], CapMessages.Sent);

    private static void AssertRefused(CapSignatureCheck check, string reason)
    {
        Assert.Equal(CapSignatureVerdict.Refused, check.Verdict);
        Assert.Contains(reason, check.Reason, StringComparison.Ordinal);
    }

    private static X509Certificate2 Issue(string name, DateTimeOffset from, DateTimeOffset to, int keyBits = 2048)
    {
        RSA key = RSA.Create(keyBits);
        return new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(from, to);
    }

    private static X509Certificate2 CertificateOf(RSA key)
    {
        using RSA issuer = RSA.Create(2048);
        return new CertificateRequest("CN=usgs", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).Create(
            new X500DistinguishedName("CN=test"), X509SignatureGenerator.CreateForRSA(issuer, RSASignaturePadding.Pkcs1),
            CapMessages.Sent.AddDays(-1), CapMessages.Sent.AddDays(30), [1, 2, 3]);
    }

    private static X509Certificate2[] CertificatesIn(byte[] document)
    {
        XmlDocument xml = new();
        xml.Load(new MemoryStream(document));
        return
        [
            .. xml.SelectNodes("//d:X509Certificate", Names)!.OfType<XmlElement>()
                .Select(e => X509CertificateLoader.LoadCertificate(Convert.FromBase64String(e.InnerText))),
        ];
    }

    private static XmlNamespaceManager NamesOf()
    {
        XmlNamespaceManager names = new(new NameTable());
        names.AddNamespace("d", SignedXml.XmlDsigNamespaceUrl);
        names.AddNamespace("c", CapWriter.Namespace);
        return names;
    }
}

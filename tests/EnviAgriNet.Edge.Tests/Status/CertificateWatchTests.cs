using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EnviAgriNet.Edge.Identity;
using EnviAgriNet.Edge.Status;
using LinkOptions = EnviAgriNet.Mqtt.LinkOptions;

namespace EnviAgriNet.Edge.Tests.Status;

public sealed class CertificateWatchTests
{
    [Fact]
    public void EndsAt_OfTheFileTheLinkUses_IsReadAnewAMinuteLater_AndWhatIsNoCertificateHasNoEnd()
    {
        string folder = TestFolder.Make();
        TestTime time = new();
        string file = Path.Combine(folder, "station.pem");
        CertificateWatch enrolled = new(new LinkOptions(), new IdentityOptions { Folder = folder }, time);
        CertificateWatch byHand = new(new LinkOptions { CertificateFile = file }, new IdentityOptions(), time);
        Assert.Null(enrolled.EndsAt);
        DateTimeOffset end = new(2026, 12, 24, 0, 0, 0, TimeSpan.Zero);
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 made = new CertificateRequest("CN=cm-01", key, HashAlgorithmName.SHA256).CreateSelfSigned(end.AddDays(-9), end);
        File.WriteAllText(file, $"{made.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        Assert.Null(enrolled.EndsAt);
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((end, end), (enrolled.EndsAt, byHand.EndsAt));
        File.WriteAllText(file, "half a fi");
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(enrolled.EndsAt);
        Directory.Delete(folder, recursive: true);
    }
}

using System.Net;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Registry.Enrolment;

/// <summary>
/// The authority whose certificates open the broker. Its key is made at the first need in <c>keys/ca.key</c> of the data folder, its
/// certificate and the list of withdrawn ones lie in <c>authority/</c> for the broker to read. Safe for use by several threads.
/// </summary>
internal sealed class StationAuthority : IDisposable
{
    /// <summary>The name under which the cloud enters the broker, with the cloud's rights there; no station may have it.</summary>
    public const string CloudName = "eag-cloud";

    private const string ClientUse = "1.3.6.1.5.5.7.3.2";
    private const string ServerUse = "1.3.6.1.5.5.7.3.1";
    private const int SerialBytes = 16;

    private readonly TimeProvider _time;
    private readonly X509Certificate2 _root;

    /// <summary>Opens the authority of the data folder, or makes it.</summary>
    public StationAuthority(IOptions<CloudOptions> options, TimeProvider time)
    {
        _time = time;
        string data = Path.GetFullPath(options.Value.DataFolder);
        Folder = Path.Combine(data, "authority");
        Directory.CreateDirectory(Folder);
        _root = AuthorityFiles.Open(Path.Combine(data, "keys"), Folder, MakeRoot);
    }

    /// <summary>Where <c>ca.crt</c> and <c>ca.crl</c> lie.</summary>
    public string Folder { get; }

    /// <summary>The authority's own certificate, PEM.</summary>
    public string Pem => _root.ExportCertificatePem();

    private DateTimeOffset End => new(_root.NotAfter.ToUniversalTime());

    /// <summary>Signs a station's certificate: its name, our terms, and of the request nothing but the key.</summary>
    public X509Certificate2 Sign(string station, PublicKey key) => Sign(new X500DistinguishedName($"CN={station}"), key, EnrolmentLimits.CertificateAge, null, ClientUse);

    /// <summary>Makes the certificate of the broker, for the names under which the stations and the cloud call it.</summary>
    public (string Certificate, string Key) MakeServer(IReadOnlyList<string> hosts)
    {
        SubjectAlternativeNameBuilder names = new();
        foreach (string host in hosts)
        {
            if (IPAddress.TryParse(host, out IPAddress? address))
            {
                names.AddIpAddress(address);
            }
            else
            {
                names.AddDnsName(host);
            }
        }

        return Make($"CN={hosts[0]}", names.Build(), ServerUse);
    }

    /// <summary>Makes a certificate with which the cloud enters the broker.</summary>
    public (string Certificate, string Key) MakeCloud() => Make($"CN={CloudName}", null, ClientUse);

    /// <summary>Writes the list of withdrawn certificates. It is put in place whole, so that the broker never reads half of one.</summary>
    public void WriteList(IEnumerable<(string Serial, DateTimeOffset At)> withdrawn)
    {
        CertificateRevocationListBuilder list = new();
        foreach ((string serial, DateTimeOffset at) in withdrawn)
        {
            list.AddEntry(Convert.FromHexString(serial), at, X509RevocationReason.CessationOfOperation);
        }

        DateTimeOffset now = _time.GetUtcNow();
        // A broker refuses everybody once its list is past its date. That would silence all stations, so it lasts as long as the authority.
        byte[] der = list.Build(
            _root, new BigInteger(now.ToUnixTimeMilliseconds()), End, HashAlgorithmName.SHA256,
            thisUpdate: now - EnrolmentLimits.ClockSlack);
        AuthorityFiles.Replace(Path.Combine(Folder, "ca.crl"), PemEncoding.WriteString("X509 CRL", der));
    }

    /// <inheritdoc/>
    public void Dispose() => _root.Dispose();

    private (string Certificate, string Key) Make(string name, X509Extension? names, string use)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 made = Sign(new X500DistinguishedName(name), new PublicKey(key), EnrolmentLimits.ServerAge, names, use);
        return (made.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    private X509Certificate2 Sign(X500DistinguishedName name, PublicKey key, TimeSpan age, X509Extension? names, string use)
    {
        CertificateRequest request = new(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(use)], critical: false));
        if (names is not null)
        {
            request.CertificateExtensions.Add(names);
        }

        byte[] serial = RandomNumberGenerator.GetBytes(SerialBytes);
        // A serial is a positive number without a leading zero, else its bytes would change on the way into the list.
        serial[0] = (byte)((serial[0] & 0x3F) | 0x40);
        DateTimeOffset now = _time.GetUtcNow();
        DateTimeOffset until = now + age;
        return request.Create(
            _root.SubjectName, X509SignatureGenerator.CreateForECDsa(_root.GetECDsaPrivateKey()!), now - EnrolmentLimits.ClockSlack, until < End ? until : End, serial);
    }

    private X509Certificate2 MakeRoot(ECDsa key)
    {
        CertificateRequest request = new("CN=EnviAgriNet stations", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        DateTimeOffset now = _time.GetUtcNow();
        return request.CreateSelfSigned(now - (2 * EnrolmentLimits.ClockSlack), now + EnrolmentLimits.AuthorityAge);
    }
}

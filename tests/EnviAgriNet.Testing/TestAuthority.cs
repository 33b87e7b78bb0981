using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EnviAgriNet.Testing;

/// <summary>
/// A certificate authority of a test: what it signs, those who trust its <see cref="CaFile"/> believe.
/// </summary>
public sealed class TestAuthority : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private readonly string _folder;
    private readonly X509Certificate2 _root;
    private readonly DateTimeOffset _from = DateTimeOffset.UtcNow.AddDays(-1);
    private int _count;

    /// <summary>Makes an authority that writes its files into the folder, which is made if needed.</summary>
    public TestAuthority(string folder)
    {
        _folder = Directory.CreateDirectory(folder).FullName;
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        string name = $"CN=Test authority {Path.GetFileName(folder)}";
        CertificateRequest request = new(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        _root = request.CreateSelfSigned(_from, _from + Lifetime);
        CaFile = Write("ca.crt", _root.ExportCertificatePem());
        CrlFile = Write("ca.crl", PemEncoding.WriteString("X509 CRL", new CertificateRevocationListBuilder().Build(
            _root, 1, _from + Lifetime, HashAlgorithmName.SHA256, thisUpdate: _from)));
    }

    /// <summary>The authority's own certificate, as PEM.</summary>
    public string CaFile { get; }

    /// <summary>The list of withdrawn certificates, as PEM; none is.</summary>
    public string CrlFile { get; }

    /// <summary>A certificate for a server on this machine: <c>localhost</c> and <c>127.0.0.1</c>.</summary>
    public TestCertificate IssueServer()
    {
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        return Issue("localhost", "1.3.6.1.5.5.7.3.1", names.Build());
    }

    /// <summary>A certificate for a client; the common name is what a broker takes as its user name.</summary>
    public TestCertificate IssueClient(string commonName) => Issue(commonName, "1.3.6.1.5.5.7.3.2", names: null);

    public void Dispose() => _root.Dispose();

    private TestCertificate Issue(string commonName, string usage, X509Extension? names)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new($"CN={commonName}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], critical: false));
        if (names is not null)
        {
            request.CertificateExtensions.Add(names);
        }

        int number = Interlocked.Increment(ref _count);
        using X509Certificate2 certificate = request.Create(
            _root, _from, _from + Lifetime - TimeSpan.FromHours(1), BitConverter.GetBytes(number));
        return new TestCertificate(
            Write($"{number}.crt", certificate.ExportCertificatePem()),
            Write($"{number}.key", key.ExportPkcs8PrivateKeyPem()));
    }

    private string Write(string name, string pem)
    {
        string file = Path.Combine(_folder, name);
        File.WriteAllText(file, pem);
        return file;
    }
}

/// <summary>A certificate and its key as PEM files.</summary>
public sealed record TestCertificate(string CertificateFile, string KeyFile);

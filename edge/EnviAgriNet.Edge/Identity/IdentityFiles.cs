using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EnviAgriNet.Hosting;

namespace EnviAgriNet.Edge.Identity;

/// <summary>
/// The station's certificate and key on disk. They are one file, put in place whole: at no moment do a new certificate and an old key
/// lie together. A key whose certificate is still asked for is kept too, so that a lost answer can be asked for again.
/// </summary>
internal sealed class IdentityFiles(string folder)
{
    /// <summary>Certificate and key.</summary>
    public string StationFile => Path.Combine(folder, "station.pem");

    /// <summary>The authority's certificate.</summary>
    public string AuthorityFile => Path.Combine(folder, "ca.crt");

    private string NextKeyFile => Path.Combine(folder, "next.key");

    /// <summary>The certificate with its key; null when there is none.</summary>
    public X509Certificate2? Held() => File.Exists(StationFile) ? X509Certificate2.CreateFromPemFile(StationFile) : null;

    /// <summary>The key for the next certificate: the one that waits, or a new one.</summary>
    public ECDsa NextKey()
    {
        ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(NextKeyFile))
        {
            try
            {
                key.ImportFromPem(File.ReadAllText(NextKeyFile));
                return key;
            }
            catch (Exception e) when (e is CryptographicException or ArgumentException)
            {
                // Half a file after a power cut. Nothing was given for it that cannot be asked for anew.
                key.Dispose();
                key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            }
        }

        Directory.CreateDirectory(folder);
        WholeFile.Replace(NextKeyFile, key.ExportPkcs8PrivateKeyPem() + "\n", WholeFile.OwnerOnly);
        return key;
    }

    /// <summary>The request for a certificate with this key.</summary>
    public static string RequestFor(string station, ECDsa key) =>
        new CertificateRequest($"CN={station}", key, HashAlgorithmName.SHA256).CreateSigningRequestPem();

    /// <summary>Takes a certificate over, if it is for this station, this key, and by that authority.</summary>
    public void Take(string station, ECDsa key, string certificate, string authority)
    {
        using X509Certificate2 given = X509Certificate2.CreateFromPem(certificate);
        using X509Certificate2 root = X509Certificate2.CreateFromPem(authority);
        using ECDsa? givenKey = given.GetECDsaPublicKey();
        if (given.GetNameInfo(X509NameType.SimpleName, forIssuer: false) != station
            || givenKey is null
            || !givenKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.ExportSubjectPublicKeyInfo())
            || !IsSignedBy(given, root))
        {
            throw new IdentityException("the certificate that came back is not for this station and key; it was not taken over");
        }

        WholeFile.Replace(AuthorityFile, root.ExportCertificatePem() + "\n", WholeFile.OwnerOnly);
        WholeFile.Replace(StationFile, $"{given.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n", WholeFile.OwnerOnly);
        File.Delete(NextKeyFile);
    }

    // The clock of a board without a battery may be years off, so that the times are not looked at: the broker does that.
    private static bool IsSignedBy(X509Certificate2 given, X509Certificate2 root)
    {
        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = given.NotBefore.AddHours(1);
        return chain.Build(given);
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EnviAgriNet.Cloud.Registry.Enrolment;

/// <summary>Reads what a station sends to be signed.</summary>
internal static class SigningRequest
{
    private const int KeyBits = 256;

    /// <summary>The key of a signing request that it has signed itself; null when it is not one on the curve P-256.</summary>
    public static PublicKey? KeyOf(string? pem)
    {
        try
        {
            if (pem is null)
            {
                return null;
            }

            PublicKey key = CertificateRequest.LoadSigningRequestPem(pem, HashAlgorithmName.SHA256).PublicKey;
            using ECDsa? curve = key.GetECDsaPublicKey();
            return curve?.KeySize == KeyBits ? key : null;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The hash by which a key is known again.</summary>
    public static string HashOf(PublicKey key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    /// <summary>The certificate that somebody shows; null when it is none.</summary>
    public static X509Certificate2? CertificateOf(string? pem)
    {
        try
        {
            return pem is null or { Length: > EnrolmentLimits.CertificateBytesMax } ? null : X509Certificate2.CreateFromPem(pem);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

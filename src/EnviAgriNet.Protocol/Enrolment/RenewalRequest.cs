using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace EnviAgriNet.Protocol.Enrolment;

/// <summary>A station's computer asks for its next certificate, and shows that it has the key of the one it holds.</summary>
/// <param name="Certificate">The certificate it holds, PEM.</param>
/// <param name="Csr">The request for the next one, PEM, with a new key.</param>
/// <param name="Signature">Base64 of the signature over the request by the held certificate's key (ECDSA, SHA-256, IEEE P1363).</param>
public sealed record RenewalRequest(string Certificate, string Csr, string Signature)
{
    /// <summary>Makes the request of one who has the certificate's key.</summary>
    public static RenewalRequest Make(X509Certificate2 held, string csr)
    {
        ArgumentNullException.ThrowIfNull(held);
        using ECDsa key = held.GetECDsaPrivateKey() ?? throw new CryptographicException("the certificate is without its key");
        return new RenewalRequest(
            held.ExportCertificatePem(), csr, Convert.ToBase64String(key.SignData(Signed(csr), HashAlgorithmName.SHA256)));
    }

    /// <summary>Whether the signature is by the key of that certificate.</summary>
    public bool IsSignedBy(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        using ECDsa? key = certificate.GetECDsaPublicKey();
        Span<byte> signature = stackalloc byte[Limits.SignatureBytesMax];
        return key is not null && Signature is not null && Convert.TryFromBase64String(Signature, signature, out int length)
            && key.VerifyData(Signed(Csr), signature[..length], HashAlgorithmName.SHA256);
    }

    private static byte[] Signed(string csr) => Encoding.UTF8.GetBytes($"eag-renewal-1\n{csr}");
}

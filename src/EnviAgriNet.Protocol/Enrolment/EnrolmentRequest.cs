using System.Security.Cryptography;
using System.Text;

namespace EnviAgriNet.Protocol.Enrolment;

/// <summary>A station's computer asks for its first certificate.</summary>
/// <param name="Station">Its id.</param>
/// <param name="Csr">The certificate signing request, PEM; it holds the public key, and the private one never leaves the computer.</param>
/// <param name="Proof">Base64 of the proof that it has the code.</param>
public sealed record EnrolmentRequest(string Station, string Csr, string Proof)
{
    /// <summary>Makes the request of one who has the code's key.</summary>
    public static EnrolmentRequest Make(string station, string csr, byte[] key) => new(station, csr, ProofOf(station, csr, key));

    /// <summary>Whether it was made with the code's key.</summary>
    public bool IsProved(byte[] key) => Proofs.AreEqual(Proof, ProofOf(Station, Csr, key));

    private static string ProofOf(string station, string csr, byte[] key) =>
        Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"request\n{station}\n{csr}")));
}

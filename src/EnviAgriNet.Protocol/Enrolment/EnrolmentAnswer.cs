using System.Security.Cryptography;
using System.Text;

namespace EnviAgriNet.Protocol.Enrolment;

/// <summary>The cloud's answer to an enrolment or a renewal.</summary>
/// <param name="Certificate">The signed certificate, PEM.</param>
/// <param name="Authority">The certificate of the authority that signed it and the broker's, PEM.</param>
/// <param name="Proof">Base64 of the proof that the cloud has the code; null for a renewal, where the authority is known already.</param>
public sealed record EnrolmentAnswer(string Certificate, string Authority, string? Proof)
{
    /// <summary>The answer to a request of one who has the code's key.</summary>
    public static EnrolmentAnswer Make(EnrolmentRequest request, string certificate, string authority, byte[] key) =>
        new(certificate, authority, ProofOf(request, certificate, authority, key));

    /// <summary>Whether it was made with the code's key, for this very request.</summary>
    public bool IsProved(EnrolmentRequest request, byte[] key) => Proofs.AreEqual(Proof, ProofOf(request, Certificate, Authority, key));

    private static string ProofOf(EnrolmentRequest request, string certificate, string authority, byte[] key) => Convert.ToBase64String(
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"answer\n{request.Proof}\n{certificate}\n{authority}")));
}

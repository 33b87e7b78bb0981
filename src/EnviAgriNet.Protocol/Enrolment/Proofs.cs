using System.Security.Cryptography;
using System.Text;

namespace EnviAgriNet.Protocol.Enrolment;

/// <summary>Compares proofs without telling by its time how much of them is right.</summary>
internal static class Proofs
{
    public static bool AreEqual(string? one, string other) =>
        one is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}

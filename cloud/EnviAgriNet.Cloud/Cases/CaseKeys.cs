using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Cloud.Registry;

namespace EnviAgriNet.Cloud.Cases;

/// <summary>The secret of a case's own page: whoever has the link may see how it stands, and nothing personal.</summary>
internal sealed class CaseKeys(RegistryKeys keys)
{
    private const int KeyBytes = 16;

    /// <summary>The secret that goes with a number.</summary>
    public string KeyOf(string number) => Convert.ToHexStringLower(
        HMACSHA256.HashData(keys.Callback, Encoding.UTF8.GetBytes("case:" + number)).AsSpan(0, KeyBytes));

    /// <summary>Whether it is the secret of a number; any wrong one takes the same time.</summary>
    public bool IsKey(string number, string? key) => key is { Length: KeyBytes * 2 }
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.ASCII.GetBytes(KeyOf(number)));
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Cloud.Registry;

namespace EnviAgriNet.Cloud.Channels;

/// <summary>
/// Names a delivery to the gateway, and proves that a call about it comes from whom we gave the name to: anybody on the host can
/// reach the callback address.
/// </summary>
internal sealed class CallbackTokens(RegistryKeys keys)
{
    private const char Prefix = 'D';
    private const int TokenBytes = 16;

    /// <summary>The delivery's name: letters and digits only, since the gateway mangles others.</summary>
    public static string NameOf(long delivery) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{delivery}");

    /// <summary>The token that goes with a name.</summary>
    public string TokenOf(string name) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(keys.Callback, Encoding.UTF8.GetBytes(name)).AsSpan(0, TokenBytes));

    /// <summary>Reads a name and checks its token, in the same time for any wrong one.</summary>
    public bool TryRead(string? name, string? token, out long delivery)
    {
        delivery = 0;
        return name is { Length: > 1 and < 21 }
            && name[0] == Prefix
            && token is { Length: TokenBytes * 2 }
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.ASCII.GetBytes(TokenOf(name)))
            && long.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out delivery);
    }
}

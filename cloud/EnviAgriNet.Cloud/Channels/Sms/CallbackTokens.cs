using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Cloud.Registry;

namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>
/// Names a delivery to a gateway, and proves that a call about it comes from whom we gave the name to: anybody on the host can
/// reach the callback address, and one gateway may not speak of what another one took.
/// </summary>
internal sealed class CallbackTokens(RegistryKeys keys)
{
    private const char Prefix = 'D';
    private const char Separator = '-';
    private const int TokenBytes = 16;

    /// <summary>The delivery's name: letters and digits only, since gateways mangle others.</summary>
    public static string NameOf(long delivery) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{delivery}");

    /// <summary>The token that goes with a name at a gateway.</summary>
    public string TokenOf(string gateway, string name) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(keys.Callback, Encoding.UTF8.GetBytes($"{gateway}/{name}")).AsSpan(0, TokenBytes));

    /// <summary>Name and token in one word, for gateways that take an id of ours: <c>D17-…</c>.</summary>
    public string ReferenceOf(string gateway, long delivery) => $"{NameOf(delivery)}{Separator}{TokenOf(gateway, NameOf(delivery))}";

    /// <summary>Reads such a word.</summary>
    public bool TryReadReference(string gateway, string? reference, out long delivery)
    {
        int at = reference?.IndexOf(Separator, StringComparison.Ordinal) ?? -1;
        delivery = 0;
        return at > 0 && TryRead(gateway, reference![..at], reference[(at + 1)..], out delivery);
    }

    /// <summary>Reads a name and checks its token, in the same time for any wrong one.</summary>
    public bool TryRead(string gateway, string? name, string? token, out long delivery)
    {
        delivery = 0;
        return name is { Length: > 1 and < 21 }
            && name[0] == Prefix
            && token is { Length: TokenBytes * 2 }
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.ASCII.GetBytes(TokenOf(gateway, name)))
            && long.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out delivery);
    }
}

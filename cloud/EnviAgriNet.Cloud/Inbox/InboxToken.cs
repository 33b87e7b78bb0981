using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Inbox;

/// <summary>The secret by which the gateway shows that a message comes from it: anybody on the host can reach the address.</summary>
internal sealed class InboxToken
{
    private readonly byte[]? _hash;

    public InboxToken(IOptions<InboxOptions> options) => _hash = string.IsNullOrEmpty(options.Value.TokenFile)
        ? null
        : HashOf(File.ReadAllText(options.Value.TokenFile).Trim());

    /// <summary>Whether messages are taken in at all.</summary>
    public bool IsOn => _hash is not null;

    /// <summary>Whether it is the secret; any wrong one takes the same time, whatever its length.</summary>
    public bool Is(string? token) => _hash is not null && token is { Length: > 0 and < 1_000 }
        && CryptographicOperations.FixedTimeEquals(HashOf(token), _hash);

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

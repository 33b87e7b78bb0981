using System.Buffers.Text;
using System.Security.Cryptography;

namespace EnviAgriNet.Cloud.Access.Keys;

/// <summary>
/// Keys as machines send them: <c>eag_key_</c>, eight letters that name the key in lists, <c>_</c>, and 32 random bytes. Shown once;
/// what is stored is their SHA-256.
/// </summary>
internal static class KeyToken
{
    /// <summary>What every key begins with, so that one that strays into a text can be told and taken back.</summary>
    public const string Prefix = OfficerToken.Prefix + "key_";

    /// <summary>The letters of a key's name in lists.</summary>
    public const int IdLength = 8;

    private const string IdLetters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int SecretBytes = 32;

    private static readonly int SecretLength = Base64Url.GetEncodedLength(SecretBytes);

    /// <summary>A fresh key and its name.</summary>
    public static (string Token, string Id) Make()
    {
        string id = RandomNumberGenerator.GetString(IdLetters, IdLength);
        return ($"{Prefix}{id}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}", id);
    }

    /// <summary>The name in a key; null when the text cannot be one.</summary>
    public static string? IdOf(string token) =>
        token.Length == Prefix.Length + IdLength + 1 + SecretLength && token.StartsWith(Prefix, StringComparison.Ordinal)
        && token[Prefix.Length + IdLength] == '_' && IsId(token.AsSpan(Prefix.Length, IdLength))
            ? token.Substring(Prefix.Length, IdLength)
            : null;

    /// <summary>Whether a text may be a key's name.</summary>
    public static bool IsId(ReadOnlySpan<char> text) => text.Length == IdLength && !text.ContainsAnyExcept(IdLetters);
}

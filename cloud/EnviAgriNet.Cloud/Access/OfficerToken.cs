using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace EnviAgriNet.Cloud.Access;

/// <summary>
/// Tokens of officers: 32 random bytes, shown once. What is stored is their SHA-256; they are long and random, so that no slow or
/// salted hash would add anything.
/// </summary>
internal static class OfficerToken
{
    /// <summary>What every token begins with, so that one that strays into a text can be told and taken back.</summary>
    public const string Prefix = "eag_";

    /// <summary>The letters of a bare secret.</summary>
    public const int BareLength = 43;

    private const int RandomBytes = 32;

    /// <summary>The letters of a whole token.</summary>
    public static int Length => Prefix.Length + BareLength;

    /// <summary>A fresh token.</summary>
    public static string Make() => Prefix + MakeBare();

    /// <summary>A fresh secret as long as a token, without the prefix: for cookies and links.</summary>
    public static string MakeBare() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>What is stored of a token.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

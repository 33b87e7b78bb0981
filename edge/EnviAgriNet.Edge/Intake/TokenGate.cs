using System.Security.Cryptography;
using System.Text;

namespace EnviAgriNet.Edge.Intake;

/// <summary>Lets LAN sources in that know the token. Compares in constant time over hashes, so neither content nor length leaks.</summary>
internal sealed class TokenGate
{
    /// <summary>The fewest characters of a token.</summary>
    public const int LengthMin = 16;

    private const string Scheme = "Bearer ";

    private readonly byte[] _hash;

    private TokenGate(string token) => _hash = SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>Reads the token; throws an <see cref="InvalidDataException"/> when it is too short to be one.</summary>
    public static TokenGate FromFile(string path)
    {
        string token = File.ReadAllText(path).Trim();
        return token.Length >= LengthMin
            ? new TokenGate(token)
            : throw new InvalidDataException($"the token in '{path}' has fewer than {LengthMin} characters");
    }

    /// <summary>Whether the header names the token.</summary>
    public bool Admits(string? authorization)
    {
        string given = authorization is not null && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? authorization[Scheme.Length..].Trim()
            : string.Empty;
        return CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), _hash);
    }
}

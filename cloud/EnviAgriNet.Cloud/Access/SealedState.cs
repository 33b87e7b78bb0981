using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace EnviAgriNet.Cloud.Access;

/// <summary>
/// What a sign-in has to remember between its two halves, carried by the browser itself: encrypted, bound to a purpose, with an end,
/// and good for one use. So a stranger who begins a million sign-ins fills no memory of ours; only uses are remembered, and only what
/// we sealed can be used. The key lives as long as the process: a restart asks for a new beginning. Safe for use by several threads.
/// </summary>
internal sealed class SealedState(TimeProvider time)
{
    /// <summary>The most characters of a sealed text; longer ones are not looked at.</summary>
    public const int LengthMax = 4096;

    /// <summary>Uses that are remembered at once; while it is full, further ones are refused rather than let in twice.</summary>
    public const int UsesMax = 50_000;

    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int EndBytes = sizeof(long);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _used = new(StringComparer.Ordinal);

    /// <summary>Seals a text for a purpose.</summary>
    public string Seal(string purpose, string text, TimeSpan life)
    {
        byte[] content = new byte[EndBytes + Encoding.UTF8.GetByteCount(text)];
        BinaryPrimitives.WriteInt64BigEndian(content, (time.GetUtcNow() + life).ToUnixTimeMilliseconds());
        Encoding.UTF8.GetBytes(text, content.AsSpan(EndBytes));
        byte[] sealedBytes = new byte[NonceBytes + content.Length + TagBytes];
        Span<byte> nonce = sealedBytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using AesGcm cipher = new(_key, TagBytes);
        cipher.Encrypt(
            nonce, content, sealedBytes.AsSpan(NonceBytes, content.Length), sealedBytes.AsSpan(NonceBytes + content.Length), Encoding.UTF8.GetBytes(purpose));
        return Base64Url.EncodeToString(sealedBytes);
    }

    /// <summary>
    /// The text of what was sealed for the purpose, once; null when it is not ours, is over, or was used. It is used up by being looked
    /// at, so that a wrong answer cannot be tried again either.
    /// </summary>
    public string? Use(string purpose, string sealedText)
    {
        if (sealedText.Length is 0 or > LengthMax || !Base64Url.IsValid(sealedText))
        {
            return null;
        }

        byte[] sealedBytes = Base64Url.DecodeFromChars(sealedText);
        if (sealedBytes.Length < NonceBytes + EndBytes + TagBytes || Open(purpose, sealedBytes) is not { } content)
        {
            return null;
        }

        DateTimeOffset end = DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(content));
        string name = Convert.ToHexString(sealedBytes.AsSpan(0, NonceBytes));
        return TryUse(name, end) ? Encoding.UTF8.GetString(content.AsSpan(EndBytes)) : null;
    }

    private byte[]? Open(string purpose, byte[] sealedBytes)
    {
        byte[] content = new byte[sealedBytes.Length - NonceBytes - TagBytes];
        try
        {
            using AesGcm cipher = new(_key, TagBytes);
            cipher.Decrypt(
                sealedBytes.AsSpan(0, NonceBytes), sealedBytes.AsSpan(NonceBytes, content.Length), sealedBytes.AsSpan(NonceBytes + content.Length), content,
                Encoding.UTF8.GetBytes(purpose));
            return content;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private bool TryUse(string name, DateTimeOffset end)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (end <= now)
        {
            return false;
        }

        lock (_lock)
        {
            if (_used.Count >= UsesMax)
            {
                foreach (string old in _used.Where(u => u.Value <= now).Select(u => u.Key).ToList())
                {
                    _used.Remove(old);
                }
            }

            return _used.Count < UsesMax && _used.TryAdd(name, end);
        }
    }
}

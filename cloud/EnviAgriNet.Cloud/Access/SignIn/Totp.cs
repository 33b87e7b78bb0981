using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EnviAgriNet.Cloud.Access.SignIn;

/// <summary>
/// Codes by time, RFC 6238 over RFC 4226, in the one form that every authenticator app knows: HMAC-SHA-1, 30 seconds, 6 digits.
/// </summary>
internal static class Totp
{
    /// <summary>The digits of a code.</summary>
    public const int Digits = 6;

    /// <summary>The bytes of a secret, as many as the hash has.</summary>
    public const int SecretBytes = 20;

    // One step to either side: a phone's clock may be off by half a minute, and typing takes time.
    private const int StepsAside = 1;
    private const int StepSeconds = 30;
    private const string Base32Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The step of a time.</summary>
    public static long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step.</summary>
    public static string CodeAt(ReadOnlySpan<byte> secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The algorithm of the standard; HMAC does not rest on what is broken in SHA-1.
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        int number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        int modulus = (int)Math.Pow(10, digits);
        return (number % modulus).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>
    /// The step whose code it is, among those around now that come after the last one used: a code works once, and after it none from
    /// before. Null when it is none.
    /// </summary>
    public static long? Find(ReadOnlySpan<byte> secret, string code, DateTimeOffset now, long usedStep)
    {
        byte[] given = Encoding.ASCII.GetBytes(code);
        long? found = null;
        for (long step = StepAt(now) - StepsAside; step <= StepAt(now) + StepsAside; step++)
        {
            bool isIt = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeAt(secret, step)), given);
            found = isIt && step > usedStep ? step : found;
        }

        return found;
    }

    /// <summary>A secret as people type it into an app: RFC 4648 base32 without padding.</summary>
    public static string Base32(ReadOnlySpan<byte> secret)
    {
        StringBuilder text = new();
        int buffer = 0;
        int bits = 0;
        foreach (byte next in secret)
        {
            buffer = (buffer << 8) | next;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text.Append(Base32Letters[(buffer >> (bits - 5)) & 31]);
            }

            buffer &= (1 << bits) - 1;
        }

        return (bits > 0 ? text.Append(Base32Letters[(buffer << (5 - bits)) & 31]) : text).ToString();
    }

    /// <summary>What an app reads from the picture.</summary>
    public static string UriOf(string officer, ReadOnlySpan<byte> secret) =>
        $"otpauth://totp/EnviAgriNet:{Uri.EscapeDataString(officer)}?secret={Base32(secret)}&issuer=EnviAgriNet&digits={Digits}&period={StepSeconds}";
}

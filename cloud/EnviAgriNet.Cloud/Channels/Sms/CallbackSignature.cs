using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>Checks who says something and when: HMAC-SHA256 over time, full stop and the raw body. Pure.</summary>
internal static class CallbackSignature
{
    /// <summary>Why a callback is refused by its headers; null when it is not.</summary>
    /// <param name="secret">What the gateway signs with.</param>
    /// <param name="signature">Its signature in hexadecimal, with or without <c>sha256=</c> before it.</param>
    /// <param name="timestamp">Seconds since 1970.</param>
    /// <param name="body">The body as it came.</param>
    /// <param name="now">Our clock.</param>
    /// <param name="window">How far the two clocks may be apart.</param>
    public static string? Refusal(
        byte[] secret, string? signature, string? timestamp, byte[] body, DateTimeOffset now, TimeSpan window)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds))
        {
            return "no time";
        }

        // First who says so, then what: an attacker learns nothing of our clock.
        string wanted = Sign(secret, timestamp!, body);
        string given = (signature ?? string.Empty).Replace("sha256=", string.Empty, StringComparison.Ordinal);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.ASCII.GetBytes(wanted)))
        {
            return "forged";
        }

        return Math.Abs(now.ToUnixTimeSeconds() - (decimal)seconds) > (decimal)window.TotalSeconds ? "old" : null;
    }

    /// <summary>The signature of a body.</summary>
    public static string Sign(byte[] secret, string timestamp, byte[] body)
    {
        using IncrementalHash hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hash.AppendData(Encoding.UTF8.GetBytes(timestamp));
        hash.AppendData("."u8);
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What a replay of it has in common with it.</summary>
    public static UInt128 MarkOf(string gateway, string timestamp, byte[] body)
    {
        byte[] hash = SHA256.HashData([.. Encoding.UTF8.GetBytes($"{gateway}/{timestamp}."), .. body]);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}

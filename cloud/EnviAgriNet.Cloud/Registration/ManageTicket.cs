using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EnviAgriNet.Cloud.Registry;

namespace EnviAgriNet.Cloud.Registration;

/// <summary>
/// What a person holds after a right code: for twenty minutes it opens their own data. It is signed and not stored, so that there is
/// nothing to fill up or to lose in a restart; a row number is never given twice, so that it opens nobody else's.
/// </summary>
internal sealed class ManageTicket(RegistryKeys keys)
{
    private const int TextLengthMax = 120;

    private readonly byte[] _key = HMACSHA256.HashData(keys.Lookup, "manage tickets"u8);

    /// <summary>A ticket for a subscriber.</summary>
    public string Issue(long subscriber, DateTimeOffset now)
    {
        string body = string.Create(CultureInfo.InvariantCulture, $"{subscriber}.{(now + Limits.TicketLife).ToUnixTimeSeconds()}");
        return $"{body}.{Sign(body)}";
    }

    /// <summary>Whose ticket it is; null when it is forged or over.</summary>
    public long? Read(string? ticket, DateTimeOffset now)
    {
        if (ticket is null || ticket.Length > TextLengthMax || ticket.LastIndexOf('.') is not (> 0 and var at))
        {
            return null;
        }

        bool isOurs = CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(ticket[(at + 1)..]), Encoding.UTF8.GetBytes(Sign(ticket[..at])));
        string[] parts = ticket[..at].Split('.');
        return isOurs && parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long subscriber)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long until)
            && now.ToUnixTimeSeconds() < until
                ? subscriber
                : null;
    }

    private string Sign(string body) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(body)));
}

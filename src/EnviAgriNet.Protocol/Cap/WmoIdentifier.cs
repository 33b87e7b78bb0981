using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace EnviAgriNet.Protocol.Cap;

/// <summary>
/// Identifiers in the form of the World Meteorological Organization: <c>urn:oid:2.49.0.1.COUNTRY.AUTHORITY.Y.M.D.h.m.s</c>, the time
/// in UTC and without padding; a further number tells messages of one second apart.
/// </summary>
public sealed partial record WmoIdentifier(string Authority, DateTimeOffset Sent, int? Serial)
{
    private const string Scheme = "urn:oid:";

    /// <summary>Whether a text is the number of an authority: the arc <c>2.49.0.1</c>, a country, an authority, six numbers in all.</summary>
    public static bool IsAuthority(string text) => AuthorityForm().IsMatch(text);

    /// <summary>Reads an identifier; false when it has another form.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out WmoIdentifier? identifier)
    {
        identifier = null;
        if (Form().Match(text) is not { Success: true } match)
        {
            return false;
        }

        int[] numbers = [.. match.Groups["number"].Captures.Select(c => int.Parse(c.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture))];
        if (numbers[0] < 1 || numbers[1] is < 1 or > 12 || numbers[2] < 1 || numbers[2] > DateTime.DaysInMonth(numbers[0], numbers[1])
            || numbers[3] > 23 || numbers[4] > 59 || numbers[5] > 59)
        {
            return false;
        }

        DateTimeOffset sent = new(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], TimeSpan.Zero);
        identifier = new WmoIdentifier(match.Groups["authority"].Value, sent, numbers.Length > 6 ? numbers[6] : null);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        DateTime utc = Sent.UtcDateTime;
        string time = string.Create(
            CultureInfo.InvariantCulture, $"{utc.Year}.{utc.Month}.{utc.Day}.{utc.Hour}.{utc.Minute}.{utc.Second}");
        return Serial is { } serial
            ? string.Create(CultureInfo.InvariantCulture, $"{Scheme}{Authority}.{time}.{serial}")
            : $"{Scheme}{Authority}.{time}";
    }

    [GeneratedRegex(@"^2\.49\.0\.1\.(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AuthorityForm();

    [GeneratedRegex(
        @"^urn:oid:(?<authority>2\.49\.0\.1\.(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5}))\.(?<number>[1-9][0-9]{3})(\.(?<number>0|[1-9][0-9]{0,5})){5,6}\z",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}

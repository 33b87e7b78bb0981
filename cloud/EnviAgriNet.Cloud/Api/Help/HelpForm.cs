using System.Globalization;
using EnviAgriNet.Cloud.Api.Registration;
using EnviAgriNet.Cloud.Cases;
using EnviAgriNet.Cloud.Registry.Subscribers;

namespace EnviAgriNet.Cloud.Api.Help;

/// <summary>What was typed into the form of a call, and what is wrong with it. Only what makes the call useless is wrong.</summary>
/// <param name="Kind"><c>help</c> or a kind of complaint.</param>
/// <param name="Text">What has happened.</param>
/// <param name="Where">Where, in words.</param>
/// <param name="People">How many, or null.</param>
/// <param name="Needs">What they need.</param>
/// <param name="Phone">The number as typed.</param>
/// <param name="Latitude">Degrees north, or null.</param>
/// <param name="Longitude">Degrees east, or null.</param>
/// <param name="Faults">The names of fields that are wrong.</param>
internal sealed record HelpForm(
    string Kind,
    string Text,
    string Where,
    int? People,
    IReadOnlyList<string> Needs,
    string Phone,
    double? Latitude,
    double? Longitude,
    IReadOnlyList<string> Faults)
{
    /// <summary>An empty form.</summary>
    public static HelpForm Empty(string kind) => new(KindOf(kind), string.Empty, string.Empty, null, [], string.Empty, null, null, []);

    /// <summary>Reads the fields. A number of people or a position that makes no sense is left out rather than refused.</summary>
    public static HelpForm Read(FormFields fields)
    {
        string text = Clean(fields.One("text"));
        string where = Clean(fields.One("where"));
        string phone = fields.One("phone");
        double? latitude = Degrees(fields.One("latitude"), 90);
        double? longitude = Degrees(fields.One("longitude"), 180);
        List<string> faults = [];
        if (text.Length == 0 && where.Length == 0)
        {
            faults.Add("text");
        }

        if (phone.Length > 0 && !PhoneNumber.TryParse(phone, out _))
        {
            faults.Add("phone");
        }

        bool isPeople = int.TryParse(fields.One("people"), NumberStyles.None, CultureInfo.InvariantCulture, out int people) && people is > 0 and < 1_000;
        return new HelpForm(
            KindOf(fields.One("kind")), text, where, isPeople ? people : null, [.. fields.Many("needs").Where(CaseDetails.Needs.Contains)],
            phone, longitude is null ? null : latitude, latitude is null ? null : longitude, faults);
    }

    /// <summary>The words for an officer.</summary>
    public string Words => Where.Length == 0 ? Text : Text.Length == 0 ? Where : $"{Text}\n{Where}";

    private static string KindOf(string kind) => ComplaintKinds.All.Contains(kind) ? kind : NewCase.Help;

    private static string Clean(string text) => string.Concat(text.Select(c => char.IsControl(c) && c != '\n' ? ' ' : c)).Trim();

    private static double? Degrees(string text, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double degrees) && Math.Abs(degrees) <= most ? degrees : null;
}

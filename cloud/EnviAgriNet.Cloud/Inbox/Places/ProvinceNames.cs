using System.Reflection;
using System.Text.RegularExpressions;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Inbox.Places;

/// <summary>The 77 provinces, from the list that the first page shows, so that there is one list.</summary>
internal static partial class ProvinceNames
{
    private const string Resource = "wwwroot/provinces.js";

    // How people call them otherwise.
    private static readonly NamedPlace[] OtherNames =
    [
        Of("10", "กรุงเทพ", "Krung Thep"), Of("10", "กทม", "BKK"), Of("14", "อยุธยา", "Ayutthaya"), Of("30", "โคราช", "Korat"), Of("34", "อุบล", "Ubon"),
        Of("41", "อุดร", "Udon"), Of("80", "นครศรี", "Nakhon Si"), Of("20", "ชลบุรี", "Chonburi"), Of("84", "สุราษฎร์", "Surat"), Of("50", "เชียงใหม่", "CNX"),
    ];

    /// <summary>All of them, with the names people use beside the official ones.</summary>
    public static IReadOnlyList<NamedPlace> Read()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"the program was built without {Resource}");
        using StreamReader reader = new(stream);
        return
        [
            .. Line().Matches(reader.ReadToEnd()).Select(line => Of(line.Groups["code"].Value, line.Groups["th"].Value, line.Groups["en"].Value)),
            .. OtherNames,
        ];
    }

    private static NamedPlace Of(string code, string th, string en) => new(RegionId.Parse(code), null, th, en);

    [GeneratedRegex("""(?<code>[1-9][0-9]):\s*\{\s*th:\s*"(?<th>[^"]+)",\s*en:\s*"(?<en>[^"]+)"\s*\}""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}

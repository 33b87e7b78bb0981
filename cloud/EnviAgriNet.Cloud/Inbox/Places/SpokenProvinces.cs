using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Inbox.Places;

/// <summary>The provinces under all the names that people write.</summary>
internal static class SpokenProvinces
{
    // How people call them beside the official names.
    private static readonly NamedPlace[] OtherNames =
    [
        Of("10", "กรุงเทพ", "Krung Thep"), Of("10", "กทม", "BKK"), Of("14", "อยุธยา", "Ayutthaya"), Of("30", "โคราช", "Korat"), Of("34", "อุบล", "Ubon"),
        Of("41", "อุดร", "Udon"), Of("80", "นครศรี", "Nakhon Si"), Of("20", "ชลบุรี", "Chonburi"), Of("84", "สุราษฎร์", "Surat"), Of("50", "เชียงใหม่", "CNX"),
    ];

    /// <summary>All of them; a province may stand there more than once.</summary>
    public static IReadOnlyList<NamedPlace> All { get; } =
        [.. ProvinceNames.All.Select(province => Of(province.Key, province.Value.NameTh, province.Value.NameEn)), .. OtherNames];

    private static NamedPlace Of(string code, string th, string en) => new(RegionId.Parse(code), null, th, en);
}

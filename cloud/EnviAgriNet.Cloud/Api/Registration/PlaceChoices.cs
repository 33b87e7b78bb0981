using System.Text.RegularExpressions;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Api.Registration;

/// <summary>The places that a form offers by name: the provinces, and the subdistricts that have a centre.</summary>
internal sealed partial class PlaceChoices(IStationBook stations)
{
    // A form stays short enough for a small phone.
    private const int CentresMax = 300;

    private static readonly Dictionary<string, (string Th, string En)> Provinces = Province()
        .Matches(PageFiles.Text("provinces.js"))
        .ToDictionary(match => match.Groups["code"].Value, match => (match.Groups["th"].Value, match.Groups["en"].Value));

    /// <summary>The provinces by code, in the order of their names.</summary>
    public static IReadOnlyList<(string Code, string Name)> All(string language) =>
    [
        .. Provinces.Select(p => (p.Key, language == "en" ? p.Value.En : p.Value.Th)).OrderBy(p => p.Item2, StringComparer.Ordinal),
    ];

    /// <summary>The name of a province, or null when there is no such code.</summary>
    public static string? ProvinceName(string code, string language) =>
        Provinces.TryGetValue(code, out (string Th, string En) name) ? language == "en" ? name.En : name.Th : null;

    /// <summary>The subdistricts of a province that have a centre, named by it.</summary>
    public IReadOnlyList<(string Code, string Name)> Centres(string province, string language) =>
    [
        .. stations.All.Where(station => station.Region.Code.StartsWith(province, StringComparison.Ordinal) && station.Region.Code != province)
            .GroupBy(station => station.Region)
            .OrderBy(group => group.Key)
            .Take(CentresMax)
            .Select(group => (group.Key.Code, string.Join(", ", group.Take(3).Select(s => language == "en" ? s.NameEn : s.NameTh)))),
    ];

    /// <summary>What a place is called: a centre's name, a province's, or its code.</summary>
    public string NameOf(RegionId place, string language) =>
        Centres(place.Province.Code, language).FirstOrDefault(centre => centre.Code == place.Code).Name
        ?? (place.Level == RegionLevel.Province ? ProvinceName(place.Code, language) : null)
        ?? place.Code;

    [GeneratedRegex("""(?<code>\d\d): \{ th: "(?<th>[^"]+)", en: "(?<en>[^"]+)" \}""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Province();
}

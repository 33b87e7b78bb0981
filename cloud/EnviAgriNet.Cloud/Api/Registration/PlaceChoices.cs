using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Api.Registration;

/// <summary>
/// The places that a form offers by name: the provinces, the subdistricts that have a centre, and what names were imported for.
/// </summary>
internal sealed class PlaceChoices(IStationBook stations, PlaceBook places)
{
    // A form stays short enough for a small phone; the largest province has some 290 subdistricts and 32 districts.
    private const int OfferedMax = 400;

    /// <summary>The provinces by code, in the order of their names.</summary>
    public static IReadOnlyList<(string Code, string Name)> Provinces(string language) =>
    [
        .. Enumerable.Range(10, 90).Select(code => $"{code}")
            .Select(code => (Code: code, Name: ProvinceName(code, language)))
            .Where(province => province.Name is not null)
            .Select(province => (province.Code, province.Name!))
            .OrderBy(province => province.Item2, StringComparer.Ordinal),
    ];

    /// <summary>The name of a province, or null when there is no such code.</summary>
    public static string? ProvinceName(string code, string language) =>
        RegionId.TryParse(code, out RegionId region) && region.Level == RegionLevel.Province && ProvinceNames.Of(region) is { } name
            ? In(name, language)
            : null;

    /// <summary>The places of a province: first where there is a centre, then districts and subdistricts by code.</summary>
    public IReadOnlyList<(string Code, string Name)> Offered(string province, string language)
    {
        if (!RegionId.TryParse(province, out RegionId region))
        {
            return [];
        }

        IReadOnlyList<NamedRegion> named = places.Within(region);
        Dictionary<RegionId, string> names = named.ToDictionary(place => place.Region, place => Titled(place, language));
        IEnumerable<(string Code, string Name)> centres = stations.All
            .Where(station => region.Contains(station.Region) && station.Region != region)
            .GroupBy(station => station.Region)
            .OrderBy(group => group.Key)
            .Select(group => (group.Key.Code, string.Join(", ", group.Take(3).Select(s => language == "en" ? s.NameEn : s.NameTh)
                .Prepend(names.GetValueOrDefault(group.Key)).OfType<string>())));
        IEnumerable<(string Code, string Name)> others = named.Select(place => (place.Region.Code,
            place.Region.Level == RegionLevel.Subdistrict && names.TryGetValue(place.Region.Parent!.Value, out string? district)
                ? $"{names[place.Region]} {district}"
                : names[place.Region]));
        return [.. centres.Concat(others).DistinctBy(place => place.Code).Take(OfferedMax)];
    }

    /// <summary>What a place is called, or its code.</summary>
    public string NameOf(RegionId place, string language) =>
        Offered(place.Province.Code, language).FirstOrDefault(offered => offered.Code == place.Code).Name
        ?? ProvinceName(place.Code, language)
        ?? place.Code;

    private static string Titled(NamedRegion place, string language) => (place.Region.Level, language) switch
    {
        (RegionLevel.District, "th") => $"อ.{In(place.Name, language)}",
        (RegionLevel.Subdistrict, "th") => $"ต.{In(place.Name, language)}",
        _ => In(place.Name, language),
    };

    private static string In(Place name, string language) => language == "en" ? name.NameEn : name.NameTh;
}

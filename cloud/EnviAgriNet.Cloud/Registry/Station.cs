using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Registry;

/// <summary>What the registry knows of a station.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Region">Where it stands: subdistrict, district, or just the province.</param>
/// <param name="NameTh">Its name in Thai.</param>
/// <param name="NameEn">Its name in English.</param>
/// <param name="Latitude">Degrees north, WGS 84; null when not surveyed.</param>
/// <param name="Longitude">Degrees east, WGS 84; null when not surveyed.</param>
/// <param name="BankLevel">Level of the lower river bank in metres, in the datum of the station's water level; null when there is none.</param>
/// <param name="GroundLevel">Level of the river bed in metres, same datum; null when there is none.</param>
/// <param name="Zone">The zone of an agency's map it lies in, as rules of hazards name it; null when it is not known.</param>
internal sealed record Station(
    StationId Id,
    RegionId Region,
    string NameTh,
    string NameEn,
    double? Latitude,
    double? Longitude,
    double? BankLevel,
    double? GroundLevel,
    string? Zone = null)
{
    /// <summary>What a judgement needs to know of it.</summary>
    public Site ToSite() => new(Id, Region, BankLevel, GroundLevel) { Zone = Zone };
}

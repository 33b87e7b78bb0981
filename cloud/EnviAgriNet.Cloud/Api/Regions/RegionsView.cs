// Only records without behaviour: the shapes of the answers.
namespace EnviAgriNet.Cloud.Api.Regions;

/// <summary>All provinces that have stations.</summary>
internal sealed record RegionsView(DateTimeOffset? NetworkTime, QuantityView Quantity, IReadOnlyList<RegionLine> Regions);

/// <summary>A quantity, as it is shown.</summary>
internal sealed record QuantityView(string Code, string NameTh, string NameEn, string Unit, int Decimals);

/// <summary>A region in a list; figures are of newest readings that are usable and not old, null when there are none.</summary>
internal sealed record RegionLine(
    string Id, string? NameTh, string? NameEn, int Stations, int Reporting, int Silent, double? Mean, double? Max, string? MaxStation);

/// <summary>A region: now, its last days, its stations by rank.</summary>
internal sealed record RegionView(
    string Id,
    string? NameTh,
    string? NameEn,
    DateTimeOffset? NetworkTime,
    QuantityView Quantity,
    RegionLine Now,
    IReadOnlyList<RegionDay> Days,
    IReadOnlyList<RankedStation> Ranking,
    IReadOnlyList<RegionLine> Children,
    IReadOnlyList<string> Quantities,
    int StationsLeftOut);

/// <summary>
/// A day of Bangkok time. The mean is the mean of the stations' means, so that none counts more for sending more often; the completeness is
/// the share of the hours so far, of all stations, that have a usable reading.
/// </summary>
internal sealed record RegionDay(string Day, double? Mean, double? Min, double? Max, int Stations, double Completeness);

/// <summary>A station by its newest value; without one that holds, it stands last and its value is null.</summary>
internal sealed record RankedStation(
    string Station,
    string NameTh,
    string NameEn,
    string? Series,
    double? Value,
    DateTimeOffset? TakenAt,
    int? Quality,
    bool IsSilent,
    [property: System.Text.Json.Serialization.JsonPropertyName("mean_24h")] double? Mean24Hours,
    [property: System.Text.Json.Serialization.JsonPropertyName("max_24h")] double? Max24Hours,
    double Completeness);

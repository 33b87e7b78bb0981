using EnviAgriNet.Cloud.Alerts.Release;

namespace EnviAgriNet.Cloud.Api;

/// <summary>What an officer orders; which fields matter depends on the address.</summary>
internal sealed record OfficerOrder(
    string? Reason,
    string? Level,
    DateTimeOffset? Until,
    string? TextTh,
    string? TextEn,
    string? DetailTh,
    string? DetailEn,
    string? Hazard,
    string? Region,
    string? PlaceTh,
    string? PlaceEn,
    string? Seen)
{
    /// <summary>The words among them.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public AlertWording Words => new(TextTh, TextEn, DetailTh, DetailEn);
}

using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Inbox.Places;

/// <summary>A place that people may name.</summary>
/// <param name="Region">The region it is or stands in.</param>
/// <param name="Station">The station, when it is one.</param>
/// <param name="NameTh">Its Thai name, without what kind of place it is.</param>
/// <param name="NameEn">Its English name.</param>
internal sealed record NamedPlace(RegionId Region, StationId? Station, string NameTh, string NameEn)
{
    /// <summary>The name in a language.</summary>
    public string In(string language) => language == Languages.Thai ? NameTh : NameEn;
}

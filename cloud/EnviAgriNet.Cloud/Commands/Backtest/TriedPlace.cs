using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Commands.Backtest;

/// <summary>What a back-test found for one place: a region, or a part of a file that is a place of its own.</summary>
/// <param name="Name">How it is called in the result.</param>
/// <param name="First">The first reading judged.</param>
/// <param name="Last">The last reading judged.</param>
/// <param name="Readings">How many readings were judged.</param>
/// <param name="Events">The events, oldest first.</param>
/// <param name="Reaches">The spans in which a station had reached the level, by their begin; null when none was asked for.</param>
internal sealed record TriedPlace(
    string Name,
    DateTimeOffset First,
    DateTimeOffset Last,
    long Readings,
    IReadOnlyList<TriedEvent> Events,
    IReadOnlyList<Reach>? Reaches);

/// <summary>Readings of one or more stations that are judged together, in the order of measurement.</summary>
/// <param name="Name">How the place is called when it has one region only; null to name regions by their code.</param>
/// <param name="Readings">The readings, read once.</param>
internal sealed record TrialReadings(string? Name, IEnumerable<SiteReading> Readings)
{
    /// <summary>How a region is called in the result.</summary>
    public string NameOf(RegionId region) => Name ?? region.Code;
}

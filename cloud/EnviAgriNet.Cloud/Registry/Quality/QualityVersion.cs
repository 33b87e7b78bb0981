using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.Registry.Quality;

/// <summary>
/// One version of what is thought of the readings: by whom, why, and what it covers. What a station itself said is version 0,
/// which is not listed.
/// </summary>
/// <param name="Number">Ascending in the order of making.</param>
/// <param name="Kind">Tests with a configuration, or a person's word.</param>
/// <param name="IsLive">Whether it judges what comes now.</param>
/// <param name="Key">Under which its verdicts are kept: its number, or the draft it was made as, below 0.</param>
/// <param name="ConfigHash">The version of the configuration; null for a person's word.</param>
/// <param name="MadeAt">When it was made, by the clock of the cloud.</param>
/// <param name="By">Who made it.</param>
/// <param name="Reason">Why.</param>
/// <param name="From">The first time it covers.</param>
/// <param name="To">The end of what it covers, excluded; null while it has none.</param>
/// <param name="Stations">The stations it covers; empty for all.</param>
/// <param name="Series">The series that a person's word is about; else null.</param>
/// <param name="Flag">What a person set; null for a configuration, and for a word that takes earlier ones back.</param>
internal sealed record QualityVersion(
    long Number,
    QualityVersionKind Kind,
    bool IsLive,
    long Key,
    string? ConfigHash,
    DateTimeOffset MadeAt,
    string By,
    string Reason,
    DateTimeOffset From,
    DateTimeOffset? To,
    IReadOnlyList<StationId> Stations,
    SeriesName? Series,
    QualityFlag? Flag)
{
    /// <summary>Whether a time lies in its span.</summary>
    public bool Covers(DateTimeOffset time) => time >= From && (To is not { } end || time < end);

    /// <summary>Whether it is about a station.</summary>
    public bool Covers(StationId station) => Stations.Count == 0 || Stations.Contains(station);
}

/// <summary>What a quality version rests on.</summary>
internal enum QualityVersionKind
{
    /// <summary>Tests with a configuration.</summary>
    Config,

    /// <summary>A person's word.</summary>
    Override,
}

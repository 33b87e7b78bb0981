using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Registry.Quality;

/// <summary>
/// A version over history that is being made. It gets its number when it is complete, so that nothing that was said under an older
/// number changes; until then nobody sees it.
/// </summary>
/// <param name="Number">1 and above; never used again.</param>
/// <param name="ConfigHash">The version of the configuration.</param>
/// <param name="BegunAt">When it was begun, by the clock of the cloud.</param>
/// <param name="By">Who makes it.</param>
/// <param name="Reason">Why.</param>
/// <param name="From">The first time it covers.</param>
/// <param name="To">The end of what it covers, excluded.</param>
/// <param name="Stations">The stations it covers; empty for all.</param>
internal sealed record QualityDraft(
    long Number,
    string ConfigHash,
    DateTimeOffset BegunAt,
    string By,
    string Reason,
    DateTimeOffset From,
    DateTimeOffset To,
    IReadOnlyList<StationId> Stations)
{
    /// <summary>Under which its verdicts are kept.</summary>
    public long Key => -Number;

    /// <summary>Whether the other one would become the same version, so that it can take up the work.</summary>
    public bool IsSameWork(QualityDraft other) =>
        ConfigHash == other.ConfigHash && From == other.From && To == other.To && Stations.SequenceEqual(other.Stations);
}

using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>What a commit did, pack by pack in the order they were given.</summary>
internal sealed record CommitOutcome(IReadOnlyList<CommittedPack> Packs);

/// <summary>What became of one pack.</summary>
/// <param name="Station">Who sent it.</param>
/// <param name="Fate">Stored now, a repeat of one stored before, or rejected.</param>
/// <param name="Fresh">The readings that were not stored before, in the order of the pack; empty for a repeat.</param>
/// <param name="LateBefore">As in <see cref="PackToStore.LateBefore"/>.</param>
/// <param name="Rule">The rule under which the pack was rejected, in kebab case; else null.</param>
internal sealed record CommittedPack(
    StationId Station, PackFate Fate, IReadOnlyList<Reading> Fresh, DateTimeOffset LateBefore, string? Rule = null);

/// <summary>What can become of a pack.</summary>
internal enum PackFate
{
    /// <summary>Its readings are on disk with this commit.</summary>
    Stored,

    /// <summary>It was stored before; nothing changed.</summary>
    Repeat,

    /// <summary>It was refused as a whole, and the ledger says why.</summary>
    Rejected,
}

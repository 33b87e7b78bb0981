using EnviAgriNet.Cloud.ReadingStore;

namespace EnviAgriNet.Cloud.Regions;

/// <summary>Where committed readings go to be judged. What is lost here in a crash is read again from the store at start.</summary>
internal interface IRegionHost
{
    /// <summary>Hands over committed packs; waits while the partitions are behind, so that ingest slows down instead of piling up.</summary>
    ValueTask PostAsync(IReadOnlyList<CommittedPack> packs, CancellationToken cancellationToken);
}

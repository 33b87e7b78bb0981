using EnviAgriNet.Cloud.ReadingStore;

namespace EnviAgriNet.Cloud.Ingest;

/// <summary>Is told of readings after they are on disk, as the live page is. Must not wait: the next commit does.</summary>
internal interface ICommittedReadings
{
    /// <summary>Takes over the packs of one commit, in its order.</summary>
    void OnCommitted(IReadOnlyList<CommittedPack> packs);
}

namespace EnviAgriNet.Cloud.ReadingStore;

/// <summary>Buffers that every commit uses again. Owned by the writer.</summary>
internal sealed class StoreScratch
{
    public BlockBuffer Row { get; } = new();

    public BlockBuffer Parts { get; } = new();

    public List<SeriesRollUp> RollUps { get; } = [];
}

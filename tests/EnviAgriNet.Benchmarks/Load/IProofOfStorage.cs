namespace EnviAgriNet.Benchmarks.Load;

/// <summary>How a sender learns that packs are stored, so that it never has more than a bounded number on the way.</summary>
internal interface IProofOfStorage
{
    /// <summary>How many distinct packs are proved to be stored.</summary>
    long PacksStored { get; }

    /// <summary>How many packs of one station are proved to be stored.</summary>
    long PacksStoredOf(int station);
}

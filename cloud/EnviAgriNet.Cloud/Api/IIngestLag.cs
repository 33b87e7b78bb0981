namespace EnviAgriNet.Cloud.Api;

/// <summary>How far ingest is behind.</summary>
internal interface IIngestLag
{
    /// <summary>Packs received and not committed yet.</summary>
    long Packs { get; }
}

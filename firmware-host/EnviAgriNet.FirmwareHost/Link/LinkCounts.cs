namespace EnviAgriNet.FirmwareHost.Link;

/// <summary>What the link has done in this process. Written by the link alone, read by the status.</summary>
internal sealed class LinkCounts
{
    private long _acknowledged;
    private long _refused;

    /// <summary>Samples the edge has on disk.</summary>
    public long Acknowledged => Interlocked.Read(ref _acknowledged);

    /// <summary>Samples that were refused for good.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    public void OnAcknowledged(long samples) => Interlocked.Add(ref _acknowledged, samples);

    public void OnRefused(long samples) => Interlocked.Add(ref _refused, samples);
}

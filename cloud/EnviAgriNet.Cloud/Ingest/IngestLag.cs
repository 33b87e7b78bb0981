namespace EnviAgriNet.Cloud.Ingest;

/// <summary>How far the commits are behind what was received, and whether they are held. Safe for several threads.</summary>
internal sealed class IngestLag(TimeProvider time)
{
    private long _received;
    private long _done;
    private long _oldestStamp;

    /// <summary>Messages received and not done with yet.</summary>
    public long Packs => Math.Max(0, Volatile.Read(ref _received) - Volatile.Read(ref _done));

    /// <summary>How long the oldest of them has waited; zero when there is none.</summary>
    public TimeSpan Oldest => Volatile.Read(ref _oldestStamp) is var stamp and not 0 ? time.GetElapsedTime(stamp) : TimeSpan.Zero;

    /// <summary>Why nothing is committed, in a sentence for people; null when all is well.</summary>
    public string? Held { get; set; }

    public void OnReceived() => Interlocked.Increment(ref _received);

    public void OnCommitting(long oldestStamp) => Volatile.Write(ref _oldestStamp, oldestStamp);

    public void OnDone(int messages)
    {
        Interlocked.Add(ref _done, messages);
        Volatile.Write(ref _oldestStamp, 0);
    }
}

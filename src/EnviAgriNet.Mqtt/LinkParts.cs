using Microsoft.Extensions.Logging;

namespace EnviAgriNet.Mqtt;

/// <summary>What the callers' side of a link and its thread have in common.</summary>
internal sealed class LinkParts(LinkOptions options, LinkWill? will, TimeProvider time, ILogger<MosquittoLink> logger)
{
    private long _stopAt = long.MaxValue;

    public LinkOptions Options => options;

    public LinkWill? Will => will;

    public TimeProvider Time => time;

    public ILogger<MosquittoLink> Logger => logger;

    public WakeSignal Wake { get; } = new();

    public StateStream States { get; } = new();

    public SubscriptionBook Subscriptions { get; } = new();

    public PublishWindow Window { get; } = new(options.InFlightMax);

    public ReceiveBuffer Received => field ??= new ReceiveBuffer(options.ReceiveBufferMax, Wake);

    /// <summary>How often the thread has waited, for the test that it does not spin.</summary>
    public long TurnCount { get; set; }

    public bool IsStopping => Volatile.Read(ref _stopAt) != long.MaxValue;

    /// <summary>What is left of the time to stop in; only while stopping.</summary>
    public TimeSpan StopTimeLeft => options.StopTimeout - time.GetElapsedTime(Volatile.Read(ref _stopAt));

    /// <summary>Asks the thread to come to its end; only the first call sets the time.</summary>
    public void RequestStop()
    {
        Interlocked.CompareExchange(ref _stopAt, time.GetTimestamp(), long.MaxValue);
        Window.Close("The link is stopping");
        Wake.Set();
    }
}

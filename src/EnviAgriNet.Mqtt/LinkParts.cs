using Microsoft.Extensions.Logging;

namespace EnviAgriNet.Mqtt;

/// <summary>What the callers' side of a link and its thread have in common.</summary>
internal sealed class LinkParts
{
    private long _stopAt = long.MaxValue;

    /// <summary>Makes all parts at once: both sides must find the same ones, whichever looks first.</summary>
    public LinkParts(LinkOptions options, LinkWill? will, TimeProvider time, ILogger<MosquittoLink> logger)
    {
        Options = options;
        Will = will;
        Time = time;
        Logger = logger;
        Window = new PublishWindow(options.InFlightMax);
        Received = new ReceiveBuffer(options.ReceiveBufferMax, Wake);
    }

    public LinkOptions Options { get; }

    public LinkWill? Will { get; }

    public TimeProvider Time { get; }

    public ILogger<MosquittoLink> Logger { get; }

    public WakeSignal Wake { get; } = new();

    public StateStream States { get; } = new();

    public SubscriptionBook Subscriptions { get; } = new();

    public PublishWindow Window { get; }

    public ReceiveBuffer Received { get; }

    /// <summary>How often the thread has waited, for the test that it does not spin.</summary>
    public long TurnCount { get; set; }

    public bool IsStopping => Volatile.Read(ref _stopAt) != long.MaxValue;

    /// <summary>What is left of the time to stop in; only while stopping.</summary>
    public TimeSpan StopTimeLeft => Options.StopTimeout - Time.GetElapsedTime(Volatile.Read(ref _stopAt));

    /// <summary>Asks the thread to come to its end; only the first call sets the time.</summary>
    public void RequestStop()
    {
        Interlocked.CompareExchange(ref _stopAt, Time.GetTimestamp(), long.MaxValue);
        Window.Close("The link is stopping");
        Wake.Set();
    }
}

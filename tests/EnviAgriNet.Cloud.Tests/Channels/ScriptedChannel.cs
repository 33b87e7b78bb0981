using System.Collections.Concurrent;
using EnviAgriNet.Cloud.Channels;

namespace EnviAgriNet.Cloud.Tests.Channels;

/// <summary>A channel that answers what a test says.</summary>
internal sealed class ScriptedChannel(Func<DeliveryJob, Task<SendOutcome>> answer) : IChannel
{
    public ConcurrentQueue<DeliveryJob> Attempts { get; } = new();

    public string Name => "sms";

    public ChannelPace Pace { get; init; } = new() { RatePerSecond = 10_000, RetryMin = TimeSpan.FromMilliseconds(20), RetryMax = TimeSpan.FromMilliseconds(50) };

    public bool RepeatsAreHarmless => false;

    public Task<SendOutcome> SendAsync(DeliveryJob job, CancellationToken cancellationToken)
    {
        Attempts.Enqueue(job);
        return answer(job);
    }
}

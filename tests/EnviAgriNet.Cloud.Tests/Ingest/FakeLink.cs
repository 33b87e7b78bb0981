using System.Collections.Concurrent;
using System.Threading.Channels;
using EnviAgriNet.Mqtt;

namespace EnviAgriNet.Cloud.Tests.Ingest;

/// <summary>A link without a broker: tests put messages in and see what was published.</summary>
internal sealed class FakeLink : IBrokerLink
{
    private readonly Channel<LinkMessage> _messages = Channel.CreateBounded<LinkMessage>(10_000);

    public LinkState State => LinkState.Up;

    public ConcurrentQueue<LinkMessage> Published { get; } = new();

    public ConcurrentBag<string> Filters { get; } = [];

    public bool FailsPublishing { get; set; }

    public void Arrive(string topic, byte[] payload) => Assert.True(_messages.Writer.TryWrite(new LinkMessage(topic, payload, false)));

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task PublishAsync(
        string topic, ReadOnlyMemory<byte> payload, DeliveryQuality quality, bool retain, CancellationToken cancellationToken)
    {
        if (FailsPublishing)
        {
            throw new LinkException("the link is down", isTransient: true);
        }

        Published.Enqueue(new LinkMessage(topic, payload, retain));
        return Task.CompletedTask;
    }

    public Task SubscribeAsync(string filter, DeliveryQuality quality, CancellationToken cancellationToken)
    {
        Filters.Add(filter);
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<LinkMessage> MessagesAsync(CancellationToken cancellationToken) =>
        _messages.Reader.ReadAllAsync(cancellationToken);

    public async IAsyncEnumerable<LinkState> StatesAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return LinkState.Up;
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

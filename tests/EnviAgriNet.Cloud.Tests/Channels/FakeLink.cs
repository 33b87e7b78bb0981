using System.Collections.Concurrent;
using EnviAgriNet.Mqtt;

namespace EnviAgriNet.Cloud.Tests.Channels;

/// <summary>A broker link that remembers what was published.</summary>
internal sealed class FakeLink : IBrokerLink
{
    public ConcurrentQueue<(string Topic, byte[] Payload)> Published { get; } = new();

    public bool IsDown { get; set; }

    public LinkState State => IsDown ? LinkState.Down : LinkState.Up;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task PublishAsync(
        string topic, ReadOnlyMemory<byte> payload, DeliveryQuality quality, bool retain, CancellationToken cancellationToken)
    {
        if (IsDown)
        {
            return Task.FromException(new LinkException("the link is down", isTransient: true));
        }

        Published.Enqueue((topic, payload.ToArray()));
        return Task.CompletedTask;
    }

    public Task SubscribeAsync(string filter, DeliveryQuality quality, CancellationToken cancellationToken) => Task.CompletedTask;

    public IAsyncEnumerable<LinkMessage> MessagesAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<LinkMessage>();

    public IAsyncEnumerable<LinkState> StatesAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<LinkState>();

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

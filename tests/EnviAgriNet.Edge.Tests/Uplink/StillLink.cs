using EnviAgriNet.Mqtt;

namespace EnviAgriNet.Edge.Tests.Uplink;

/// <summary>A link on which nothing moves: tests hand messages to whom they concern.</summary>
internal sealed class StillLink : IBrokerLink
{
    public LinkState State => LinkState.Up;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task PublishAsync(
        string topic, ReadOnlyMemory<byte> payload, DeliveryQuality quality, bool retain, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SubscribeAsync(string filter, DeliveryQuality quality, CancellationToken cancellationToken) => Task.CompletedTask;

    public IAsyncEnumerable<LinkMessage> MessagesAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<LinkMessage>();

    public IAsyncEnumerable<LinkState> StatesAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<LinkState>();

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

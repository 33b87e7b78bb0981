using EnviAgriNet.Mqtt;

namespace EnviAgriNet.Cloud.Commands.Drill;

/// <summary>A broker link that is never there: a drill that tried to publish would say so and reach nobody.</summary>
internal sealed class DrillLink : IBrokerLink
{
    /// <inheritdoc/>
    public LinkState State => LinkState.Down;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => throw Refused();

    /// <inheritdoc/>
    public Task PublishAsync(
        string topic, ReadOnlyMemory<byte> payload, DeliveryQuality quality, bool retain, CancellationToken cancellationToken) => throw Refused();

    /// <inheritdoc/>
    public Task SubscribeAsync(string filter, DeliveryQuality quality, CancellationToken cancellationToken) => throw Refused();

    /// <inheritdoc/>
    public IAsyncEnumerable<LinkMessage> MessagesAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<LinkMessage>();

    /// <inheritdoc/>
    public IAsyncEnumerable<LinkState> StatesAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<LinkState>();

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static InvalidOperationException Refused() => new("a drill has no broker");
}

using System.Runtime.CompilerServices;
using System.Threading.Channels;
using EnviAgriNet.Mqtt;

namespace EnviAgriNet.Pages.Tests;

/// <summary>Stands in for the broker: tests put in what stations would send. The rest of the cloud is real.</summary>
internal sealed class PagesLink : IBrokerLink
{
    private readonly Channel<LinkMessage> _messages = Channel.CreateUnbounded<LinkMessage>();

    /// <inheritdoc/>
    public LinkState State => LinkState.Up;

    /// <summary>A message from a station.</summary>
    public void Arrive(string topic, byte[] payload) => Assert.True(_messages.Writer.TryWrite(new LinkMessage(topic, payload, false)));

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task PublishAsync(
        string topic, ReadOnlyMemory<byte> payload, DeliveryQuality quality, bool retain, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task SubscribeAsync(string filter, DeliveryQuality quality, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public IAsyncEnumerable<LinkMessage> MessagesAsync(CancellationToken cancellationToken) => _messages.Reader.ReadAllAsync(cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<LinkState> StatesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return LinkState.Up;
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

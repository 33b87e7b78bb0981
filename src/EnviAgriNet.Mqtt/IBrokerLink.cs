namespace EnviAgriNet.Mqtt;

/// <summary>One connection to a broker that comes back by itself. All members may be called from any thread.</summary>
public interface IBrokerLink : IAsyncDisposable
{
    /// <summary>The state now.</summary>
    LinkState State { get; }

    /// <summary>
    /// Starts connecting and returns at once; connecting is retried for ever, with back-off and jitter, until the
    /// link is stopped. A link is started once: it cannot be started again after a stop.
    /// </summary>
    /// <exception cref="LinkException">The native library is not installed.</exception>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Completes when the broker has acknowledged (QoS 1) or the packet was handed over (QoS 0). Waits for room in the
    /// bounded in-flight window; calls keep their order on the wire. Cancelling gives up waiting: a message that is
    /// already on its way still arrives. The caller leaves the payload unchanged until completion.
    /// </summary>
    /// <exception cref="ArgumentException">The topic is not valid; thrown before anything is sent.</exception>
    /// <exception cref="LinkException">
    /// The link is down or drops before the acknowledgement (transient), or the broker refuses the message.
    /// </exception>
    Task PublishAsync(
        string topic,
        ReadOnlyMemory<byte> payload,
        DeliveryQuality quality,
        bool retain,
        CancellationToken cancellationToken);

    /// <summary>
    /// Subscribes, and remembers the filter for every reconnect. Completes when the broker has answered; at once if
    /// the link is not up, and if it drops before the answer, because the next connect renews the filter anyway.
    /// </summary>
    /// <exception cref="ArgumentException">The filter is not valid; thrown before anything is sent.</exception>
    /// <exception cref="LinkException">The broker refuses the filter, which is then forgotten.</exception>
    Task SubscribeAsync(string filter, DeliveryQuality quality, CancellationToken cancellationToken);

    /// <summary>
    /// Received messages, in order, through a bounded buffer; when it is full the link stops reading from the socket,
    /// it does not drop. Ends after the link has stopped and the buffer is empty. Each message goes to one reader.
    /// </summary>
    IAsyncEnumerable<LinkMessage> MessagesAsync(CancellationToken cancellationToken);

    /// <summary>State changes (latest wins), beginning with the current one; ends when the link has stopped.</summary>
    IAsyncEnumerable<LinkState> StatesAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Sends what was published, then disconnects cleanly (the will is not sent), after at most the stop time-out.
    /// Publications that are not acknowledged by then fail. May be called again.
    /// </summary>
    Task StopAsync(CancellationToken cancellationToken);
}

namespace EnviAgriNet.Cloud.Channels;

/// <summary>A channel that takes many deliveries in one call.</summary>
internal interface IBatchChannel : IChannel
{
    /// <summary>The most deliveries of one call.</summary>
    int BatchMax { get; }

    /// <summary>Deliveries of one key may share a call: those of one text, or to one recipient.</summary>
    string BatchKeyOf(DeliveryJob job);

    /// <summary>Makes one attempt for all of them, as <see cref="IChannel.SendAsync"/> does; one outcome for each, in their order.</summary>
    Task<IReadOnlyList<SendOutcome>> SendAsync(IReadOnlyList<DeliveryJob> jobs, CancellationToken cancellationToken);

    /// <inheritdoc/>
    async Task<SendOutcome> IChannel.SendAsync(DeliveryJob job, CancellationToken cancellationToken) =>
        (await SendAsync([job], cancellationToken))[0];
}

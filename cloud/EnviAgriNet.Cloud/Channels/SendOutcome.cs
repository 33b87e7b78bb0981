namespace EnviAgriNet.Cloud.Channels;

/// <summary>What a channel says of one attempt.</summary>
/// <param name="State">
/// The new state: Sent, Delivered, Failed (for good), Unknown (the answer was lost), or Queued for another attempt.
/// </param>
/// <param name="Reason">Why, in a few words without personal data; empty when all is well.</param>
/// <param name="IsChannelFault">Whether the channel, not this message, is at fault: such faults open the breaker.</param>
/// <param name="RepeatUntilConfirmed">Sent, but sent again after a while until it is confirmed; repeats must be harmless.</param>
/// <param name="RetryAfter">With Queued: not before this, because the other side said so or it is held on purpose.</param>
internal sealed record SendOutcome(
    DeliveryState State,
    string Reason = "",
    bool IsChannelFault = false,
    bool RepeatUntilConfirmed = false,
    TimeSpan? RetryAfter = null)
{
    /// <summary>The channel has taken it.</summary>
    public static readonly SendOutcome Sent = new(DeliveryState.Sent);

    /// <summary>It arrived.</summary>
    public static readonly SendOutcome Delivered = new(DeliveryState.Delivered);

    /// <summary>Which of a channel's gateways took the message or may have; null where there is only one way, or none took it.</summary>
    public string? Gateway { get; init; }

    /// <summary>The gateway's own id of the message, or null.</summary>
    public string? GatewayRef { get; init; }

    /// <summary>The channel is not there or not able; nothing was taken, so the same attempt may be made again.</summary>
    public static SendOutcome Away(string reason) => new(DeliveryState.Queued, reason, IsChannelFault: true);

    /// <summary>Nothing is wrong with the channel, but this message must wait; nothing was taken.</summary>
    public static SendOutcome Later(string reason, TimeSpan after) => new(DeliveryState.Queued, reason, RetryAfter: after);

    /// <summary>The channel refused this message for good.</summary>
    public static SendOutcome Refused(string reason) => new(DeliveryState.Failed, reason);

    /// <summary>The message may have been taken.</summary>
    public static SendOutcome FateUnknown(string reason) => new(DeliveryState.Unknown, reason, IsChannelFault: true);
}

namespace EnviAgriNet.Cloud.Channels;

/// <summary>How far a delivery has come.</summary>
internal enum DeliveryState
{
    /// <summary>Waits for its turn.</summary>
    Queued,

    /// <summary>Committed before the call to the channel: whether the call happened is known only after it.</summary>
    Sending,

    /// <summary>The channel has taken it; whether it arrived is not known yet.</summary>
    Sent,

    /// <summary>It arrived.</summary>
    Delivered,

    /// <summary>It will not arrive, and the reason says why.</summary>
    Failed,

    /// <summary>Its alert ran out, or an all-clear overtook it, before it could be sent.</summary>
    Expired,

    /// <summary>It may have arrived: the call's answer was lost, or no receipt came by the deadline.</summary>
    Unknown,
}

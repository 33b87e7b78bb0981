namespace EnviAgriNet.Cloud.Channels;

/// <summary>A way to deliver.</summary>
internal interface IChannel
{
    /// <summary>The name in the deliveries: <c>sms</c>, <c>phone</c>, <c>siren</c>.</summary>
    string Name { get; }

    /// <summary>How fast and how patiently it is served.</summary>
    ChannelPace Pace { get; }

    /// <summary>
    /// Whether a repeat changes nothing, so that what was under way at a crash is simply sent again. Otherwise it is of unknown
    /// fate and waits for a receipt first.
    /// </summary>
    bool RepeatsAreHarmless { get; }

    /// <summary>
    /// Makes one attempt, bounded by the channel's own time-out. Does not throw for anything the other side does; the token ends it
    /// only when the program must stop at once, and the fate of the message is then unknown.
    /// </summary>
    Task<SendOutcome> SendAsync(DeliveryJob job, CancellationToken cancellationToken);
}

namespace EnviAgriNet.Mqtt;

/// <summary>Bounds that are not a user's business.</summary>
internal static class Limits
{
    /// <summary>MQTT's own bound on the length of a topic or filter.</summary>
    public const int TopicBytesMax = 65_535;

    /// <summary>MQTT's own bound on a packet, less the room its header and a topic can take.</summary>
    public const int PayloadBytesMax = 268_435_455 - TopicBytesMax - 1_024;

    /// <summary>
    /// Callers that may wait for room in the in-flight window; beyond it publishing fails as transient.
    /// </summary>
    public const int PublishWaitersMax = 65_536;

    /// <summary>Filters one link remembers.</summary>
    public const int SubscriptionsMax = 1_024;

    /// <summary>How many unacknowledged messages a broker may have on the way to us (MQTT 5 receive maximum).</summary>
    public const int ReceiveInFlightMax = 1_000;

    /// <summary>The bound of <see cref="LinkOptions.InFlightMax"/>: below it message ids cannot run out.</summary>
    public const int InFlightMax = 1_000;

    /// <summary>
    /// Name lookup excepted, an attempt that takes longer from socket to last subscription is given up.
    /// </summary>
    public static readonly TimeSpan ConnectTimeMax = TimeSpan.FromSeconds(30);

    /// <summary>
    /// A connection that lived this long resets the back-off. One that dies sooner does not, or else two links with
    /// the same client id would throw each other out as fast as they can.
    /// </summary>
    public static readonly TimeSpan StableTimeMin = TimeSpan.FromSeconds(10);

    /// <summary>The wait for the disconnect packet to leave.</summary>
    public static readonly TimeSpan DisconnectTimeMax = TimeSpan.FromSeconds(1);

    /// <summary>
    /// What a stop waits beyond its time-out for the thread of the link, which may be in a name lookup.
    /// </summary>
    public static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(2);
}

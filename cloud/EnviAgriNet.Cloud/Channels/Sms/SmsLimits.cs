namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>The hard limits of the SMS channel; they are not settings.</summary>
internal static class SmsLimits
{
    /// <summary>Gateways that may be configured.</summary>
    public const int GatewaysMax = 16;

    /// <summary>Bytes of a gateway's answer that are read; of a longer one nothing is believed.</summary>
    public const int AnswerBytesMax = 16_384;

    /// <summary>Bytes of a callback's body; a longer one is answered 413 unread.</summary>
    public const int CallbackBytesMax = 65_536;

    /// <summary>Callbacks that are remembered against replay; with more inside one window, further ones are answered 503.</summary>
    public const int ReplaysRememberedMax = 200_000;

    /// <summary>How long a message waits for room at a gateway, in hand, before it goes back to the queue.</summary>
    public static readonly TimeSpan RoomWaitMax = TimeSpan.FromSeconds(2);
}

namespace EnviAgriNet.Cloud.Channels.WebPush;

/// <summary>The hard limits of web push; they are not settings.</summary>
internal static class PushLimits
{
    /// <summary>Bytes of one encrypted message; push services must take that many (RFC 8030, 7.2) and some take no more.</summary>
    public const int BodyBytesMax = 4_096;

    /// <summary>Bytes of a message before encryption: what the header, the delimiter and the tag leave of the body.</summary>
    public const int PayloadBytesMax = BodyBytesMax - PushEncryption.HeaderBytes - PushEncryption.TagBytes - 1;

    /// <summary>Characters of a push service's address.</summary>
    public const int EndpointLengthMax = 1_000;

    /// <summary>Bytes of a request to subscribe.</summary>
    public const int RequestBytesMax = 16_384;

    /// <summary>Places one browser may ask for.</summary>
    public const int RegionsMax = 20;

    /// <summary>Bytes of a push service's answer that are read.</summary>
    public const int ReplyBytesMax = 4_096;

    /// <summary>Push services whose tokens and faults are remembered; of more, a token is made anew each time.</summary>
    public const int ServicesMax = 256;

    /// <summary>How long a push service's own wish to be left alone is followed at most.</summary>
    public static readonly TimeSpan PauseMax = TimeSpan.FromMinutes(15);
}

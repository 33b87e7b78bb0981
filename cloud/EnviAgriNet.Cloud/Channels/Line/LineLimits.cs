namespace EnviAgriNet.Cloud.Channels.Line;

/// <summary>The hard limits of LINE, most of them LINE's own.</summary>
internal static class LineLimits
{
    /// <summary>Recipients of one multicast.</summary>
    public const int RecipientsMax = 500;

    /// <summary>UTF-16 units of one text.</summary>
    public const int TextUnitsMax = 5_000;

    /// <summary>Bytes of an answer that are read.</summary>
    public const int ReplyBytesMax = 16_384;

    /// <summary>Bytes of a webhook call; more is refused.</summary>
    public const int WebhookBytesMax = 262_144;

    /// <summary>Events of one webhook call that are looked at.</summary>
    public const int WebhookEventsMax = 200;

    /// <summary>Wrong link codes of one LINE user in an hour; after them their messages are passed over.</summary>
    public const int WrongCodesMax = 5;

    /// <summary>How long a code links an account.</summary>
    public static readonly TimeSpan CodeLife = TimeSpan.FromHours(24);

    /// <summary>How long LINE knows a retry key.</summary>
    public static readonly TimeSpan RetryKeyLife = TimeSpan.FromHours(24);
}

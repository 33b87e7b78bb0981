namespace EnviAgriNet.Protocol;

/// <summary>The limits of the wire. They belong to version 1 of the protocol and are not settings.</summary>
public static class Limits
{
    /// <summary>The most bytes of a pack as it travels, compressed or not: 64 KiB.</summary>
    public const int PackBytesMax = 64 * 1024;

    /// <summary>The most bytes of a pack after decompression: 16 times the bytes that may travel, so a bomb stays small.</summary>
    public const int PackInflatedBytesMax = 16 * PackBytesMax;

    /// <summary>The most readings in a pack.</summary>
    public const int PackReadingsMax = 1000;

    /// <summary>
    /// How deep JSON may nest. A record is flat, so a nested value costs its record; deeper than this the payload is refused unread.
    /// </summary>
    public const int JsonDepthMax = 16;

    /// <summary>The most bytes of a receipt, a health report, an event or an alert: 64 KiB.</summary>
    public const int MessageBytesMax = 64 * 1024;

    /// <summary>The most bytes of a station's config: 32 KiB.</summary>
    public const int ConfigBytesMax = 32 * 1024;

    /// <summary>The most rules a station judges by itself.</summary>
    public const int LocalRulesMax = 32;

    /// <summary>The most characters of what a board shows, in one language.</summary>
    public const int BoardTextMax = 400;

    /// <summary>The most ranges, and the most rejections, in one receipt; more are sent in a further receipt.</summary>
    public const int ReceiptEntriesMax = 500;

    /// <summary>The most bytes of a request for a certificate, and of the answer: 16 KiB.</summary>
    public const int EnrolmentBytesMax = 16 * 1024;

    /// <summary>The most bytes of the signature of a renewal; one of the curve P-256 has 64.</summary>
    public const int SignatureBytesMax = 132;

    /// <summary>How far ahead of network time a reading may be taken before it is refused.</summary>
    public static readonly TimeSpan FutureMax = TimeSpan.FromMinutes(10);

    /// <summary>The earliest time a reading may carry; earlier ones come from a clock that was never set.</summary>
    public static readonly DateTimeOffset TakenAtMin = new(1970, 1, 2, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The largest sequence number: what a JSON number carries exactly.</summary>
    public const long SequenceMax = (1L << 53) - 1;

    /// <summary>The most characters of an outbox id and of a boot id.</summary>
    public const int TokenLengthMax = 40;
}

namespace EnviAgriNet.Cloud.Api;

/// <summary>The hard limits of the pages; they are not settings.</summary>
internal static class Limits
{
    /// <summary>Live streams open at once; more are answered 503.</summary>
    public const int StreamsMax = 2_000;

    /// <summary>Values in one event of a live stream; what is left goes with the next.</summary>
    public const int ValuesPerEventMax = 500;

    /// <summary>Stations that one live stream may name.</summary>
    public const int StreamStationsMax = 50;

    /// <summary>Series that one live stream may name.</summary>
    public const int StreamSeriesMax = 20;

    /// <summary>Changes of series remembered for the streams' next turn; behind more, they look at every series.</summary>
    public const int ChangesRememberedMax = 100_000;

    /// <summary>Series whose newest value is kept at hand; of others the page shows nothing, and they are counted.</summary>
    public const int SeriesMax = 200_000;

    /// <summary>The most bytes of a request's body: nothing here takes a larger one.</summary>
    public const int RequestBytesMax = 64 * 1024;

    /// <summary>How many alert versions a list shows.</summary>
    public const int AlertsListedMax = 200;

    /// <summary>The most bytes of one form or document: 16 KiB.</summary>
    public const int FormBytesMax = 16 * 1024;

    /// <summary>The most fields of one form.</summary>
    public const int FormFieldsMax = 200;

    /// <summary>The most characters of one field.</summary>
    public const int FieldLengthMax = 500;

    /// <summary>The longest span of readings that one answer holds.</summary>
    public static readonly TimeSpan ReadingsSpanMax = TimeSpan.FromDays(7);

    /// <summary>The shortest time between two events of values in one stream: people see no more than two updates a second.</summary>
    public static readonly TimeSpan StreamPeriod = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a stream for an officer lasts; the browser asks again at once, and is let in if the officer still may.</summary>
    public static readonly TimeSpan OfficerStreamMax = TimeSpan.FromMinutes(15);

    /// <summary>How often is looked whether something changed that officers wait for.</summary>
    public static readonly TimeSpan OfficerNewsPeriod = TimeSpan.FromSeconds(2);

    /// <summary>The longest silence of a stream before it says that it is alive.</summary>
    public static readonly TimeSpan HeartbeatPeriod = TimeSpan.FromSeconds(10);

    /// <summary>How long figures of the status may be reused.</summary>
    public static readonly TimeSpan StatusAgeMax = TimeSpan.FromSeconds(1);

    /// <summary>The most bytes of a text whose parts are asked for: 16 KiB.</summary>
    public const int SmsTextBytesMax = 16 * 1024;

    /// <summary>Streams about cases open at once; more are answered 503.</summary>
    public const int CaseStreamsMax = 500;

    /// <summary>How often a stream looks whether a case changed.</summary>
    public static readonly TimeSpan CaseLookPeriod = TimeSpan.FromSeconds(1);

    /// <summary>How long one stream about cases lasts before its page must show again who it is.</summary>
    public static readonly TimeSpan CaseStreamLife = TimeSpan.FromMinutes(10);
}

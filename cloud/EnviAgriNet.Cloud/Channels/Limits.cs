namespace EnviAgriNet.Cloud.Channels;

/// <summary>The hard limits of the channels; they are not settings.</summary>
internal static class Limits
{
    /// <summary>How often a delivery of unknown fate is sent again: once, so that a crash or time-out costs at most one repeat.</summary>
    public const int ResendsMax = 1;

    /// <summary>Receipts that wait for their common commit; more are answered 503, and the gateway calls again.</summary>
    public const int ReceiptsWaitingMax = 1_024;

    /// <summary>Receipts that share one commit.</summary>
    public const int ReceiptBatchMax = 256;

    /// <summary>Events of stations that are read, and their confirmations entered, in one turn.</summary>
    public const int EventsPerTurnMax = 500;

    /// <summary>Stations whose being online is remembered; of more, a return is not noticed and the siren's own retry serves them.</summary>
    public const int StationsHeardMax = 200_000;

    /// <summary>Messages the on-screen phone keeps; older ones scroll away.</summary>
    public const int PhoneMessagesMax = 100;

    /// <summary>The most characters of a reason from outside that is stored.</summary>
    public const int ReasonLengthMax = 120;

    /// <summary>The most characters of a gateway's message id that is stored.</summary>
    public const int GatewayRefLengthMax = 80;

    /// <summary>UTF-16 units of an SMS of one part in UCS-2.</summary>
    public const int SmsUnitsMax = 70;

    /// <summary>The longest that a <c>Retry-After</c> of a gateway is obeyed.</summary>
    public static readonly TimeSpan RetryAfterMax = TimeSpan.FromMinutes(5);

    /// <summary>How long sends under way may still take when the program stops.</summary>
    public static readonly TimeSpan StopMax = TimeSpan.FromSeconds(5);

    /// <summary>How often deliveries are looked through for those that are past their time.</summary>
    public static readonly TimeSpan SweepPeriod = TimeSpan.FromSeconds(1);

    /// <summary>How often the words of personal messages are wiped whose time is over.</summary>
    public static readonly TimeSpan ForgetPeriod = TimeSpan.FromMinutes(1);
}

namespace EnviAgriNet.Mqtt;

/// <summary>The MQTT reason codes the link decides on; the rest is passed on as it is.</summary>
internal static class ReasonCodes
{
    public const int RefusedFrom = 128;
    public const int UnsupportedProtocolVersion = 132;

    /// <summary>The refusal of the version in the words of MQTT 3.1.1.</summary>
    public const int UnacceptableProtocolVersionV311 = 1;

    private const int Unspecified = 128;
    private const int ImplementationSpecific = 131;
    private const int ServerBusy = 137;
    private const int PacketIdInUse = 145;
    private const int ReceiveMaximumExceeded = 147;
    private const int MessageRateTooHigh = 150;
    private const int QuotaExceeded = 151;

    public static bool IsTransient(int reasonCode) => reasonCode is Unspecified or ImplementationSpecific or ServerBusy
        or PacketIdInUse or ReceiveMaximumExceeded or MessageRateTooHigh or QuotaExceeded;
}

namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>A way to hand SMS to an operator.</summary>
internal interface ISmsGateway
{
    /// <summary>Its settings.</summary>
    SmsGatewayOptions Options { get; }

    /// <summary>
    /// Hands over one message, bounded by its own time-out. <see cref="SendOutcome.Away"/> only when none of it can have been taken. The
    /// token gives up at once; the fate is then unknown.
    /// </summary>
    Task<SendOutcome> SendAsync(SmsMessage message, CancellationToken cancellationToken);
}

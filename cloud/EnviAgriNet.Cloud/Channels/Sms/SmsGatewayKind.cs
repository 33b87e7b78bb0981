namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>How a gateway is spoken to.</summary>
internal enum SmsGatewayKind
{
    /// <summary>Kannel's <c>sendsms</c>.</summary>
    Kannel,

    /// <summary>Any other by HTTP, as its template says.</summary>
    Http,
}

namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>Where the gateway reaches us.</summary>
internal interface ICallbackBase
{
    /// <summary>Scheme, host and port.</summary>
    Uri Address { get; }
}

namespace EnviAgriNet.Cloud.Channels;

/// <summary>Where the gateway reaches us.</summary>
internal interface ICallbackBase
{
    /// <summary>Scheme, host and port.</summary>
    Uri Address { get; }
}

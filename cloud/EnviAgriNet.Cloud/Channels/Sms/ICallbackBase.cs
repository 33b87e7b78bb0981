namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>Where the gateway reaches us.</summary>
internal interface ICallbackBase
{
    /// <summary>Whether the address is known: after a start the queue is served before the server listens.</summary>
    bool IsKnown { get; }

    /// <summary>Scheme, host and port.</summary>
    Uri Address { get; }
}

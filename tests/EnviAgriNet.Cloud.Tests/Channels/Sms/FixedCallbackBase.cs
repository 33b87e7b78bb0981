using EnviAgriNet.Cloud.Channels.Sms;

namespace EnviAgriNet.Cloud.Tests.Channels.Sms;

/// <summary>An address for receipts that nobody calls.</summary>
internal sealed class FixedCallbackBase : ICallbackBase
{
    public Uri Address { get; } = new("http://127.0.0.1:9");
}

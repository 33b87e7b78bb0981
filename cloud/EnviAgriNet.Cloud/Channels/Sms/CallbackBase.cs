using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>The address from the settings, or the one this program listens on.</summary>
internal sealed class CallbackBase(IOptions<SmsOptions> options, IServer server) : ICallbackBase
{
    /// <inheritdoc/>
    public Uri Address => options.Value.CallbackBase
        ?? new Uri(server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? throw new InvalidOperationException("the server does not listen yet"));
}

using System.Collections.Concurrent;
using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Channels.Sms;

namespace EnviAgriNet.Cloud.Tests.Channels.Sms;

/// <summary>A gateway that answers as it is told.</summary>
internal sealed class ScriptedGateway(string name, Func<SmsMessage, SendOutcome> answer) : ISmsGateway
{
    public SmsGatewayOptions Options { get; } = new() { Name = name, RatePerSecond = 10_000, BreakerFaults = 3 };

    public ConcurrentQueue<SmsMessage> Messages { get; } = new();

    public Task<SendOutcome> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        Messages.Enqueue(message);
        return Task.FromResult(answer(message));
    }
}

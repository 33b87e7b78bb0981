using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>
/// Chooses among the gateways by weight, each within its own rate, and goes to the next one when a gateway is away and nothing can
/// have left. A message of unknown fate goes nowhere else: its gateway's receipt, or our own time-out, settles it. Safe for use by
/// several threads.
/// </summary>
internal sealed class SmsGateways : IDisposable
{
    private readonly Lock _choosing = new();
    private readonly List<GatewayLane> _lanes;
    private readonly TimeProvider _time;

    public SmsGateways(IOptions<SmsOptions> options, CallbackTokens tokens, ICallbackBase callbackBase, TimeProvider time)
        : this(
            options.Value.Effective.Select(gateway => Make(gateway, tokens, callbackBase, time)),
            options.Value.Pace.RetryMin,
            time,
            RandomNumberGenerator.GetInt32(int.MaxValue))
    {
    }

    internal SmsGateways(IEnumerable<ISmsGateway> gateways, TimeSpan retryMin, TimeProvider time, int seed)
    {
        _time = time;
        _lanes = [.. gateways.Select((gateway, i) => new GatewayLane(gateway, retryMin, time, seed ^ i))];
    }

    /// <summary>The gateway of that name, or null.</summary>
    public ISmsGateway? Find(string name) => _lanes.Find(lane => lane.Name == name)?.Gateway;

    /// <summary>Hands over one message.</summary>
    public async Task<SendOutcome> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        HashSet<string> tried = [];
        long began = _time.GetTimestamp();
        SendOutcome? away = null;
        while (true)
        {
            GatewayLane? lane;
            TimeSpan wait;
            lock (_choosing)
            {
                (lane, wait) = Choose(message.Preferred, tried);
                lane?.OnTaken();
            }

            if (lane is null)
            {
                if (wait == TimeSpan.MaxValue)
                {
                    // Every one was tried, and the reason of the last one stands.
                    return away ?? SendOutcome.Away("no gateway");
                }

                if (_time.GetElapsedTime(began) + wait > SmsLimits.RoomWaitMax)
                {
                    return SendOutcome.Later("no gateway has room", wait);
                }

                await Task.Delay(wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait, _time, cancellationToken);
                continue;
            }

            SendOutcome outcome = await CallAsync(lane, message, cancellationToken);
            if (!HasNotLeft(outcome))
            {
                return outcome with { Gateway = lane.Name };
            }

            away = outcome with { Reason = _lanes.Count == 1 ? outcome.Reason : $"{lane.Name}: {outcome.Reason}" };
            tried.Add(lane.Name);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lanes.ForEach(lane => (lane.Gateway as IDisposable)?.Dispose());

    private static bool HasNotLeft(SendOutcome outcome) => outcome.State == DeliveryState.Queued;

    private static ISmsGateway Make(SmsGatewayOptions options, CallbackTokens tokens, ICallbackBase callbackBase, TimeProvider time) =>
        options.Kind == SmsGatewayKind.Kannel
            ? new KannelGateway(options, tokens, callbackBase)
            : new HttpGateway(options, tokens, callbackBase, time);

    private async Task<SendOutcome> CallAsync(GatewayLane lane, SmsMessage message, CancellationToken cancellationToken)
    {
        SendOutcome outcome = SendOutcome.FateUnknown("stopped during the call");
        try
        {
            outcome = await lane.Gateway.SendAsync(message, cancellationToken);
            return outcome;
        }
        finally
        {
            lock (_choosing)
            {
                lane.OnOutcome(outcome);
            }
        }
    }

    // One with room, or how long until there is one; the longest time there is when none is left to try.
    private (GatewayLane? Lane, TimeSpan Wait) Choose(string? preferred, HashSet<string> tried)
    {
        List<GatewayLane> left = _lanes.FindAll(lane => !tried.Contains(lane.Name));
        List<GatewayLane> well = left.FindAll(lane => lane.IsAllowed);

        // Where all are dead the dispatcher's own breaker says how often one is tried.
        List<GatewayLane> able = well.Count > 0 || left.Exists(lane => !lane.IsOpen) ? well : left;
        if (able.Find(lane => lane.Name == preferred) is { } asked)
        {
            // It may have the message already: only there can a repeat be known as one.
            able = [asked];
        }

        if (able.Count == 0)
        {
            return (null, left.Exists(lane => !lane.IsOpen) ? TimeSpan.FromMilliseconds(5) : TimeSpan.MaxValue);
        }

        List<GatewayLane> free = able.FindAll(lane => lane.UntilRoom() <= TimeSpan.Zero);
        return free.Count > 0 ? (Next(free), TimeSpan.Zero) : (null, able.Min(lane => lane.UntilRoom()));
    }

    // Smooth weighted choice: each gains its weight, the richest goes and pays for all.
    private static GatewayLane Next(List<GatewayLane> free)
    {
        free.ForEach(lane => lane.Credit += lane.Gateway.Options.Weight);
        GatewayLane next = free.MaxBy(lane => lane.Credit)!;
        next.Credit -= free.Sum(lane => lane.Gateway.Options.Weight);
        return next;
    }
}

namespace EnviAgriNet.Cloud.Channels.Sms;

/// <summary>One gateway in the choice: its rate, its breaker, its calls under way. Owned by <see cref="SmsGateways"/>, under its lock.</summary>
internal sealed class GatewayLane
{
    private readonly TimeProvider _time;
    private readonly RateLimit _rate;
    private readonly CircuitBreaker _breaker;
    private long _barredAt;
    private TimeSpan _barredFor;

    public GatewayLane(ISmsGateway gateway, TimeSpan retryMin, TimeProvider time, int seed)
    {
        Gateway = gateway;
        _time = time;
        _rate = new RateLimit(gateway.Options.RatePerSecond, time);
        ChannelPace pace = new()
        {
            RetryMin = retryMin,
            ProbeMax = gateway.Options.ProbeMax,
            BreakerFaults = gateway.Options.BreakerFaults,
        };
        _breaker = new CircuitBreaker(pace, time, new Random(seed));
    }

    /// <summary>The gateway.</summary>
    public ISmsGateway Gateway { get; }

    /// <summary>Its name.</summary>
    public string Name => Gateway.Options.Name;

    /// <summary>Calls under way.</summary>
    public int InFlight { get; set; }

    /// <summary>The running sum of smooth weighted choice.</summary>
    public int Credit { get; set; }

    /// <summary>Whether it counts as dead.</summary>
    public bool IsOpen => _breaker.IsOpen;

    /// <summary>Whether its breaker lets a message through now.</summary>
    public bool IsAllowed => _breaker.Allow(1) > 0;

    /// <summary>How long until it has room; zero when it has. A call's end may make room earlier than this says.</summary>
    public TimeSpan UntilRoom()
    {
        TimeSpan barred = _barredFor - _time.GetElapsedTime(_barredAt);
        TimeSpan wait = InFlight >= Gateway.Options.InFlightMax ? TimeSpan.FromMilliseconds(5) : _rate.UntilNext();
        return barred > wait ? barred : wait;
    }

    /// <summary>A message goes this way.</summary>
    public void OnTaken()
    {
        _rate.Take(1);
        _breaker.OnAttempt();
        InFlight++;
    }

    /// <summary>Its answer.</summary>
    public void OnOutcome(SendOutcome outcome)
    {
        InFlight--;
        if (outcome.RetryAfter is { } wait)
        {
            // It is well and says when it has room again.
            _barredAt = _time.GetTimestamp();
            _barredFor = wait < Limits.RetryAfterMax ? wait : Limits.RetryAfterMax;
            _breaker.OnAnswer();
        }
        else if (outcome.IsChannelFault)
        {
            _breaker.OnFault();
        }
        else
        {
            _breaker.OnAnswer();
        }
    }
}

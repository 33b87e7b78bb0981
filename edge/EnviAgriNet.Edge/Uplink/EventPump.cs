using EnviAgriNet.Edge.Clock;
using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Mqtt;
using EnviAgriNet.Protocol;
using EnviAgriNet.Protocol.Messages;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Edge.Uplink;

/// <summary>Publishes events until a receipt names them, each again with growing waits.</summary>
internal sealed partial class EventPump : BackgroundService
{
    private static readonly TimeSpan IdleMax = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    private readonly PackOutbox _outbox;
    private readonly IBrokerLink _link;
    private readonly UplinkOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<EventPump> _logger;
    private readonly string _topic;
    private readonly WakeSignal _wake = new();
    private Dictionary<long, (int Times, TimeSpan DueAt)> _sent = [];

    public EventPump(
        PackOutbox outbox,
        IBrokerLink link,
        IOptions<UplinkOptions> options,
        IOptions<StationOptions> station,
        TimeProvider time,
        ILogger<EventPump> logger)
    {
        _outbox = outbox;
        _link = link;
        _options = options.Value;
        _time = time;
        _logger = logger;
        _topic = station.Value.TopicOf(Topics.Events);
        outbox.Changed += _wake.Set;
    }

    /// <summary>Sends the events that are due.</summary>
    internal async Task StepAsync(CancellationToken cancellationToken)
    {
        if (_link.State != LinkState.Up)
        {
            return;
        }

        TimeSpan now = ClockWatch.Monotonic(_time);
        Dictionary<long, (int Times, TimeSpan DueAt)> still = [];
        foreach (StationEvent waiting in _outbox.Events(Limits.EventsInFlightMax))
        {
            (int times, TimeSpan dueAt) = _sent.GetValueOrDefault(waiting.Id);
            if (dueAt <= now)
            {
                await _link.PublishAsync(
                    _topic, MessageJson.Encode(waiting), DeliveryQuality.AtLeastOnce, retain: false, cancellationToken);
                double wait = Math.Min(
                    _options.ReceiptTimeout.TotalMilliseconds * Math.Pow(2, Math.Min(times, 20)),
                    _options.ReceiptTimeoutMax.TotalMilliseconds);
                (times, dueAt) = (times + 1, now + TimeSpan.FromMilliseconds(wait));
            }

            still[waiting.Id] = (times, dueAt);
        }

        _sent = still;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan sleep = IdleMax;
            try
            {
                await StepAsync(stoppingToken);
            }
            catch (Exception e) when (e is LinkException or OutboxException)
            {
                LogFailed(e);
                sleep = PauseAfterFailure;
            }

            await _wake.WaitAsync(sleep, _time, stoppingToken);
        }
    }

    [LoggerMessage(3210, LogLevel.Debug, "An event could not be sent; tried again soon")]
    private partial void LogFailed(Exception fault);
}

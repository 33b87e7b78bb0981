using EnviAgriNet.Edge.Clock;
using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Edge.Rules;
using EnviAgriNet.Edge.Status;
using EnviAgriNet.Mqtt;
using EnviAgriNet.Protocol;
using EnviAgriNet.Protocol.Messages;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Edge.Uplink;

/// <summary>Tells how the station is, retained, in steady steps and when something changed.</summary>
internal sealed partial class HealthReporter(
    PackOutbox outbox,
    NodeClock clock,
    ConfigDesk configs,
    IBrokerLink link,
    IOptions<UplinkOptions> options,
    IOptions<StationOptions> station,
    TimeProvider time,
    ILogger<HealthReporter> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private long _toldAt;
    private (bool IsUp, bool IsBehind, ClockState Clock, KeptConfig? Config) _told;

    /// <summary>What the broker says for the station when it vanishes.</summary>
    public static LinkWill WillOf(StationOptions station) => new(
        station.TopicOf(Topics.Health), MessageJson.Encode(new StationHealth()), DeliveryQuality.AtLeastOnce, Retain: true);

    /// <summary>Tells health if it is time to.</summary>
    internal async Task StepAsync(CancellationToken cancellationToken)
    {
        if (link.State != LinkState.Up)
        {
            _told = default;
            return;
        }

        OutboxFigures figures = outbox.Figures();
        KeptConfig config = configs.Current;
        (bool, bool, ClockState, KeptConfig?) state = (true, figures.Depth > options.Value.InFlightMax, clock.State, config);
        if (_told == state && time.GetElapsedTime(_toldAt) < options.Value.HealthEvery)
        {
            return;
        }

        StationHealth health = new()
        {
            State = "online",
            At = clock.At(ClockWatch.Monotonic(time)).ToUnixTimeMilliseconds() / 1000.0,
            Outbox = figures.Outbox,
            LastSequence = figures.LastSequence,
            Depth = figures.Depth,
            Bytes = figures.Bytes,
            HoursLeft = figures.HoursLeft,
            Clock = StatusReporter.NameOf(clock.State),
            Version = StatusReporter.Version,
            Config = config.InForce?.Version ?? 0,
            ConfigRefused = config.Refused,
            ConfigFaults = config.Faults,
        };
        await PublishAsync(health, cancellationToken);
        _told = state;
        _toldAt = time.GetTimestamp();
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (link.State == LinkState.Up)
        {
            try
            {
                await PublishAsync(new StationHealth { Outbox = outbox.Id }, cancellationToken);
            }
            catch (LinkException e)
            {
                LogFailed(e);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(LookEvery, time);
        do
        {
            try
            {
                await StepAsync(stoppingToken);
            }
            catch (Exception e) when (e is LinkException or OutboxException)
            {
                LogFailed(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private Task PublishAsync(StationHealth health, CancellationToken cancellationToken) => link.PublishAsync(
        station.Value.TopicOf(Topics.Health), MessageJson.Encode(health), DeliveryQuality.AtLeastOnce, retain: true,
        cancellationToken);

    [LoggerMessage(3220, LogLevel.Debug, "Health could not be told; tried again soon")]
    private partial void LogFailed(Exception fault);
}

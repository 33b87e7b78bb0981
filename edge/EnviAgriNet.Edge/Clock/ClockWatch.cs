using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Protocol.Messages;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Edge.Clock;

/// <summary>Looks at the system's clocks once a second, tells of steps, remembers the boot, and has packs stamped anew.</summary>
internal sealed partial class ClockWatch(
    NodeClock clock, PackOutbox outbox, IOptions<ClockOptions> options, TimeProvider time, ILogger<ClockWatch> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan KeepBootEvery = TimeSpan.FromMinutes(1);

    private long _keptAt;
    private ClockState _stampedAs = ClockState.Unsynced;

    /// <summary>Monotonic time since boot.</summary>
    public static TimeSpan Monotonic(TimeProvider time) => time.GetElapsedTime(0, time.GetTimestamp());

    /// <summary>One look.</summary>
    internal void Step()
    {
        bool isSynced = options.Value.Sync switch
        {
            ClockSync.Assume => true,
            ClockSync.System => KernelClock.IsSynced(),
            _ => false,
        };
        TimeSpan step = clock.Observe(time.GetUtcNow(), Monotonic(time), isSynced);
        if (step != TimeSpan.Zero)
        {
            LogStepped(step.TotalSeconds);
            outbox.Tell(new StationEvent
            {
                Kind = StationEventKind.ClockStep,
                Reason = $"the wall clock was stepped by {step.TotalSeconds:0.0} s",
            });
        }

        if (clock.State != _stampedAs || step != TimeSpan.Zero)
        {
            _stampedAs = clock.State;
            outbox.Restamp(clock);
        }

        if (_keptAt == 0 || time.GetElapsedTime(_keptAt) > KeepBootEvery)
        {
            _keptAt = time.GetTimestamp();
            outbox.WithControl(c =>
            {
                c.Boots.Keep(clock.Record);
                return true;
            });
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                Step();
            }
            catch (OutboxException e)
            {
                LogFailed(e);
            }
        }
    }

    [LoggerMessage(3300, LogLevel.Warning, "The wall clock was stepped by {Seconds} s")]
    private partial void LogStepped(double seconds);

    [LoggerMessage(3301, LogLevel.Warning, "The clock's state could not be kept; tried again soon")]
    private partial void LogFailed(Exception fault);
}

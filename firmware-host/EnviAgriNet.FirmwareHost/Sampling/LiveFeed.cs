using EnviAgriNet.FirmwareHost.Boards.Virtual;

namespace EnviAgriNet.FirmwareHost.Sampling;

/// <summary>
/// Takes the virtual board's samples in real time. Time does not wait: in a full ring the oldest is overwritten, and what the process
/// missed while it was away was not measured.
/// </summary>
/// <param name="board">What is measured.</param>
/// <param name="ring">Where samples go.</param>
/// <param name="ahead">Simulated time minus wall time; zero when the board runs on the wall clock.</param>
/// <param name="boot">The clock since boot, when samples carry the wall clock's time; else null.</param>
/// <param name="simulated">Told of every sample's time.</param>
/// <param name="time">The wall clock and its timers.</param>
/// <param name="logger">Told when the board has ended and when the ring begins to overflow.</param>
internal sealed partial class LiveFeed(
    VirtualBoard board, SampleRing ring, TimeSpan ahead, BootClock? boot, SimulatedTime simulated, TimeProvider time,
    ILogger<LiveFeed> logger) : BackgroundService
{
    // A clock that is set back must not silence the board, so no wait is longer than this, nor than a step.
    private static readonly TimeSpan WaitMax = TimeSpan.FromHours(1);

    private bool _overflowing;

    /// <summary>Takes the samples of one step and says which step they were of.</summary>
    internal long Sample(long planned)
    {
        // The clock may have been set while waiting: then it says which step this is.
        long present = board.StepAt(Now());
        long step = Math.Abs(present - planned) > 1 ? present : planned;
        if (step < 0 || board.IsOver(step))
        {
            return step;
        }

        long before = ring.Overflowed;
        foreach (Sample sample in board.SamplesAt(step, boot?.SinceBoot()))
        {
            ring.AddOverwriting(sample);
        }

        simulated.MoveTo(board.TimeOf(step));
        bool overflowed = ring.Overflowed > before;
        if (overflowed && !_overflowing)
        {
            LogOverflowing(ring.Count);
        }

        _overflowing = overflowed;
        return step;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The present step may have been measured by a process before this one; the next was not.
        long next = Math.Max(0, board.StepAt(Now()) + 1);
        while (!board.IsOver(next))
        {
            TimeSpan wait = board.TimeOf(next) - Now();
            if (wait > WaitMax)
            {
                await Task.Delay(WaitMax, time, stoppingToken);
                next = Math.Max(0, board.StepAt(Now()) + 1);
                continue;
            }

            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, stoppingToken);
            }

            next = Math.Max(0, Sample(next) + 1);
        }

        ring.Complete();
        LogEnded(next - 1);
    }

    private DateTimeOffset Now() => time.GetUtcNow() + ahead;

    [LoggerMessage(EventId = 2011, Level = LogLevel.Information, Message = "The board has ended after step {Step}")]
    private partial void LogEnded(long step);

    [LoggerMessage(EventId = 2012, Level = LogLevel.Warning, Message = "The ring is full with {Count} samples: the oldest are overwritten")]
    private partial void LogOverflowing(int count);
}

using EnviAgriNet.FirmwareHost.Boards;

namespace EnviAgriNet.FirmwareHost.Sampling;

/// <summary>
/// Brings the samples of a replay or of a sped-up board into the ring, at their pace. Such a board can wait, so nothing is lost when
/// the ring is full; what is behind its time comes as fast as the edge takes it.
/// </summary>
/// <param name="board">Where the samples come from.</param>
/// <param name="ring">Where they go.</param>
/// <param name="pace">When each is due.</param>
/// <param name="afterIndex">The last sample the edge already has.</param>
/// <param name="simulated">Told of every sample's time.</param>
/// <param name="time">The wall clock and its timers.</param>
/// <param name="logger">Told when the board has ended.</param>
internal sealed partial class PacedFeed(
    IBoard board, SampleRing ring, Pace pace, long afterIndex, SimulatedTime simulated, TimeProvider time, ILogger<PacedFeed> logger)
    : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        long last = afterIndex;
        foreach (Sample sample in board.After(afterIndex))
        {
            while (pace.WaitBefore(sample.Reading.TakenAt) is var wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, stoppingToken);
            }

            await ring.AddAsync(sample, stoppingToken);
            simulated.MoveTo(sample.Reading.TakenAt);
            last = sample.Index;
        }

        ring.Complete();
        LogEnded(last);
    }

    [LoggerMessage(EventId = 2010, Level = LogLevel.Information, Message = "The board has ended after sample {Index}")]
    private partial void LogEnded(long index);
}

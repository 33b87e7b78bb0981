using EnviAgriNet.FirmwareHost.Boards;
using EnviAgriNet.FirmwareHost.Boards.Virtual;
using EnviAgriNet.FirmwareHost.Sampling;
using EnviAgriNet.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.FirmwareHost.Tests.Sampling;

public sealed class LiveFeedTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 6, 0, 30, TimeSpan.Zero);
    private readonly ManualTime _time = new(Now);
    private readonly BoardOptions _options = new();

    [Fact]
    public async Task Execute_OneMinutePasses_OneStepStampedWithItsMinute()
    {
        SampleRing ring = new(2000, _time);
        using LiveFeed feed = Feed(ring, new VirtualBoard(_options, Now.AddSeconds(-30)));
        await feed.StartAsync(default);
        await _time.WaitForTimersAsync(1);
        _time.Advance(TimeSpan.FromSeconds(30));
        await Until.TrueAsync(() => ring.Count == 15, () => $"15 samples, there are {ring.Count}");
        await feed.StopAsync(default);

        Assert.All(ring.Take(20), s => Assert.Equal(Now.AddSeconds(30), s.Reading.TakenAt));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Execute_ClockJumpsAYear_GoesOnAtTheNewTime(int years)
    {
        SampleRing ring = new(2000, _time);
        using LiveFeed feed = Feed(ring, new VirtualBoard(_options, Now.AddYears(-3)));
        await feed.StartAsync(default);
        for (int minute = 0; minute < 4; minute++)
        {
            await _time.WaitForTimersAsync(1);
            if (minute == 1)
            {
                _time.SetWall(Now.AddYears(years));
            }

            int before = ring.Count;
            _time.Advance(TimeSpan.FromSeconds(60));
            await Until.TrueAsync(() => ring.Count > before, () => $"samples of minute {minute}");
        }

        await feed.StopAsync(default);
        Assert.True(ring.Take(1000)[^1].Reading.TakenAt is var last && (last - Now.AddYears(years)).Duration() < TimeSpan.FromMinutes(4), $"{last}");
    }

    [Fact]
    public void Sample_FullRing_OverwritesAndNeverWaits()
    {
        SampleRing ring = new(20, _time);
        VirtualBoard board = new(_options, Now.AddDays(-1));
        using LiveFeed feed = Feed(ring, board);
        long step = board.StepAt(Now);
        feed.Sample(step);
        feed.Sample(step + 1);

        Assert.Equal((20, 10L), (ring.Count, ring.Overflowed));
    }

    private LiveFeed Feed(SampleRing ring, VirtualBoard board) => new(
        board, ring, TimeSpan.Zero, null, new SimulatedTime(_time, true), _time, NullLogger<LiveFeed>.Instance);
}

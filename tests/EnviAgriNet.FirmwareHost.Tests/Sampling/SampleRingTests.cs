using EnviAgriNet.Core.Readings;
using EnviAgriNet.FirmwareHost.Sampling;
using EnviAgriNet.Testing;

namespace EnviAgriNet.FirmwareHost.Tests.Sampling;

public sealed class SampleRingTests
{
    private readonly ManualTime _time = new(DateTimeOffset.UnixEpoch.AddYears(56));

    [Fact]
    public void AddOverwriting_FullRing_OverwritesTheOldestAndCountsIt()
    {
        SampleRing ring = new(3, _time);
        Fill(ring, 1, 5);

        Assert.Equal((3, 2L, 5L), (ring.Count, ring.Overflowed, ring.Produced));
        Assert.Equal([3L, 4, 5], ring.Take(10).Select(s => s.Index));
    }

    [Fact]
    public void AddOverwriting_SamplesInHand_AreNeverOverwritten()
    {
        SampleRing ring = new(4, _time);
        Fill(ring, 1, 4);
        IReadOnlyList<Sample> hand = ring.Take(2);
        Fill(ring, 5, 7);

        Assert.Equal([1L, 2], hand.Select(s => s.Index));
        Assert.Equal((4, 3L), (ring.Count, ring.Overflowed));
        ring.Acknowledge();
        Assert.Equal([6L, 7], ring.Take(10).Select(s => s.Index));
    }

    [Fact]
    public async Task AddAsync_FullRing_WaitsForTheAcknowledgement()
    {
        SampleRing ring = new(2, _time);
        await ring.AddAsync(Sample(1), default);
        await ring.AddAsync(Sample(2), default);
        Task third = ring.AddAsync(Sample(3), default).AsTask();
        ring.Take(1);
        Assert.False(third.IsCompleted);

        ring.Acknowledge();
        await third.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal((2, 0L), (ring.Count, ring.Overflowed));
    }

    [Fact]
    public async Task TakeAsync_FewSamples_ReturnsThemAfterTheFlushTime()
    {
        SampleRing ring = new(10, _time);
        Task<IReadOnlyList<Sample>> take = ring.TakeAsync(5, TimeSpan.FromSeconds(1), default);
        Fill(ring, 1, 2);
        await _time.WaitForTimersAsync(1);
        Assert.False(take.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, (await take.WaitAsync(TimeSpan.FromSeconds(10))).Count);
    }

    [Fact]
    public async Task TakeAsync_Completed_ReturnsTheRestThenNothing()
    {
        SampleRing ring = new(10, _time);
        Fill(ring, 1, 3);
        ring.Complete();

        Assert.Equal(2, (await ring.TakeAsync(2, TimeSpan.FromHours(1), default)).Count);
        ring.Acknowledge();
        Assert.Single(await ring.TakeAsync(2, TimeSpan.FromHours(1), default));
        Assert.False(ring.IsDrained);
        ring.Acknowledge();
        Assert.Empty(await ring.TakeAsync(2, TimeSpan.FromHours(1), default));
        Assert.True(ring.IsDrained);
    }

    private static void Fill(SampleRing ring, long first, long last)
    {
        for (long i = first; i <= last; i++)
        {
            ring.AddOverwriting(Sample(i));
        }
    }

    private static Sample Sample(long index) => new(
        index, new Reading(SeriesName.Parse("pm25"), DateTimeOffset.UnixEpoch.AddYears(50), index, QualityFlag.NotEvaluated), null);
}

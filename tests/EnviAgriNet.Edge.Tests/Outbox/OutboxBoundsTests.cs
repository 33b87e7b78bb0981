using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Edge.Tests.Outbox;

public sealed class OutboxBoundsTests
{
    [Fact]
    public void KeepHouse_OverBytes_ThinsOldPacksFirstAndCountsExactly()
    {
        using OutboxBench bench = Full(out long accepted);
        bench.Time.Advance(TimeSpan.FromHours(25));
        bench.Options.BytesMax = Bytes(bench) - 20_000;
        bench.Outbox.KeepHouse(isClockGood: true);

        IReadOnlyList<Pack> packs = bench.Waiting();
        OutboxFigures figures = bench.Outbox.Figures();
        StationEvent[] told = bench.Events(StationEventKind.Thinned);
        Assert.NotEmpty(told);
        Assert.Empty(bench.Events(StationEventKind.Dropped));
        Assert.Equal(1, told[0].First);
        Assert.Equal(told.Sum(e => e.Readings), figures.ThinnedReadings);
        Assert.Equal(accepted, packs.Sum(p => p.Readings.Count) + figures.ThinnedReadings);
        Assert.Equal(Enumerable.Range(1, packs.Count).Select(i => (long)i), packs.Select(p => p.Sequence));
        Assert.Equal(figures.LastSequence, packs.Count);
        Assert.True(figures.Bytes <= bench.Options.BytesMax);
        bench.Reopen();
        Assert.Equal(figures.ThinnedReadings, bench.Outbox.Figures().ThinnedReadings);
        Assert.Equal(told.Length, bench.Events(StationEventKind.Thinned).Length);
    }

    [Fact]
    public void KeepHouse_ThinnedHour_KeepsItsLowestAndHighestReading()
    {
        using OutboxBench bench = Full(out _);
        IReadOnlyList<Pack> before = bench.Waiting();
        bench.Time.Advance(TimeSpan.FromHours(25));
        bench.Options.BytesMax = Bytes(bench) - 20_000;
        bench.Outbox.KeepHouse(isClockGood: true);
        StationEvent told = bench.Events(StationEventKind.Thinned)[0];
        double[] then = [.. before.Where(p => p.Sequence <= told.Last).SelectMany(p => p.Readings).Select(r => r.Value)];
        double[] now = [.. bench.Waiting().Where(p => p.Sequence <= told.Last).SelectMany(p => p.Readings).Select(r => r.Value)];
        Assert.Equal((then.Min(), then.Max()), (now.Min(), now.Max()));
    }

    [Fact]
    public void KeepHouse_OverBytesWithYoungPacks_DropsTheOldestSegmentAndCountsExactly()
    {
        using OutboxBench bench = Full(out long accepted);
        bench.Receipt(2, 4);
        bench.Options.BytesMax = Bytes(bench) - 10_000;
        bench.Outbox.KeepHouse(isClockGood: true);
        IReadOnlyList<Pack> packs = bench.Waiting();
        OutboxFigures figures = bench.Outbox.Figures();
        StationEvent[] told = bench.Events(StationEventKind.Dropped);
        Assert.Equal([(1, 1), (5, packs[0].Sequence - 1)], told.Select(e => (e.First, e.Last)));
        Assert.Equal(told.Sum(e => e.Readings), figures.DroppedReadings);
        Assert.Equal(accepted, packs.Sum(p => p.Readings.Count) + (3 * 50) + figures.DroppedReadings);
        Assert.Equal(3, figures.ReceiptedPacks);
        Assert.True(figures.Bytes <= bench.Options.BytesMax);
    }

    [Fact]
    public void KeepHouse_OlderThanTheDays_IsDroppedOnlyWhileTheClockIsGood()
    {
        using OutboxBench bench = Full(out _);
        bench.Time.Advance(TimeSpan.FromDays(46));
        bench.PostPacks(1);
        Assert.False(bench.Outbox.KeepHouse(isClockGood: false));
        Assert.True(bench.Outbox.KeepHouse(isClockGood: true));
        Assert.NotEmpty(bench.Events(StationEventKind.Dropped));
    }

    private static long Bytes(OutboxBench bench) => bench.Outbox.Figures().Bytes;

    private static OutboxBench Full(out long accepted)
    {
        OutboxBench bench = new(o => o.SegmentBytesMax = 64 * 1024, readingsMax: 50);
        bench.PostPacks(300);
        accepted = 300 * 50;
        Assert.True(bench.SegmentPaths.Length > 2, "too few segments");
        return bench;
    }
}

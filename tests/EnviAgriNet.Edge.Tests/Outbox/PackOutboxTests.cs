using EnviAgriNet.Core.Readings;
using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Protocol.Packs;
using EnviAgriNet.Protocol.Receipts;

namespace EnviAgriNet.Edge.Tests.Outbox;

public sealed class PackOutboxTests
{
    [Fact]
    public void Commit_FewReadings_AreOnDiskBeforeTheyAreAPack()
    {
        using OutboxBench bench = new();
        bench.Post(3);
        Assert.Equal(3, bench.Outbox.Figures().ReadingsWaiting);
        bench.Reopen();
        Assert.Equal((3, 3, 0), (
            bench.Outbox.Figures().AcceptedReadings, bench.Outbox.Figures().ReadingsWaiting, bench.Outbox.Figures().Depth));
        bench.Flush();
        Assert.Equal(3, Assert.Single(bench.Waiting()).Readings.Count);
    }

    [Fact]
    public void Commit_ManyBatches_NumbersPacksWithoutGaps()
    {
        using OutboxBench bench = new(o => o.SegmentBytesMax = 32 * 1024);
        List<Reading> posted = [];
        for (int i = 0; i < 300; i++)
        {
            bench.Time.Advance(TimeSpan.FromSeconds(1));
            posted.AddRange(bench.Post(1 + (i % 7)));
        }

        bench.Flush();
        IReadOnlyList<Pack> packs = bench.Waiting();
        Assert.Equal(Enumerable.Range(1, packs.Count).Select(i => (long)i), packs.Select(p => p.Sequence));
        Assert.Equal(posted.OrderBy(r => r.TakenAt), packs.SelectMany(p => p.Readings).OrderBy(r => r.TakenAt));
        Assert.True(bench.SegmentPaths.Length > 1, "one segment only");
        Assert.Equal(posted.Count, bench.Outbox.Figures().AcceptedReadings);
        Assert.All(packs, p => Assert.True(p.Readings.Count <= 10));
    }

    [Fact]
    public void Commit_OneBatchOfSeveralSeriesAndPacks_FormsThemInTheOrderOfTime()
    {
        using OutboxBench bench = new();
        DateTimeOffset start = bench.Time.GetUtcNow().AddDays(-30);
        Reading[] readings = [.. Enumerable.Range(0, 60).Select(i => new Reading(
            SeriesName.Parse(i % 2 == 0 ? "pm25" : "pm10"), start.AddHours(i / 2), i, QualityFlag.NotEvaluated))];

        bench.Outbox.Commit([new JournalBatch(bench.Time.GetUtcNow(), string.Empty, null, readings)]);
        bench.Flush();

        IReadOnlyList<Pack> packs = bench.Waiting();
        Assert.Equal(6, packs.Count);
        for (int i = 1; i < packs.Count; i++)
        {
            Assert.True(packs[i].Readings.Min(r => r.TakenAt) >= packs[i - 1].Readings.Max(r => r.TakenAt), $"pack {i}");
        }
    }

    [Fact]
    public void Commit_LongNamesAndManyReadings_KeepsPacksUnder64KiB()
    {
        using OutboxBench bench = new(readingsMax: 1000);
        Random random = new(7);
        Reading[] readings = [.. Enumerable.Range(0, 1000).Select(i => new Reading(
            SeriesName.Parse($"water_conductivity:{random.Next(-99999, 99999) / 100m}/{random.Next():x8}{random.Next():x8}"),
            bench.Time.GetUtcNow().AddMilliseconds(random.Next(1_000_000_000)),
            random.NextDouble() * 1e5,
            QualityFlag.NotEvaluated))];
        bench.Outbox.Commit([new JournalBatch(bench.Time.GetUtcNow(), string.Empty, null, readings)]);
        bench.Flush();
        Assert.All(bench.Outbox.Read(1, 10, descending: false), p => Assert.True(p.Payload.Length <= 64 * 1024));
        Assert.Equal(1000, bench.Waiting().Sum(p => p.Readings.Count));
    }

    [Fact]
    public void Accept_Receipts_FreePacksAndDeleteWholeSegments()
    {
        using OutboxBench bench = new(o => o.SegmentBytesMax = 32 * 1024);
        bench.PostPacks(300);
        int segments = bench.SegmentPaths.Length;
        Assert.True(segments > 2, "too few segments");
        Assert.Equal(300, bench.Receipt(1, 300));
        bench.Outbox.KeepHouse(isClockGood: true);
        Assert.Single(bench.SegmentPaths);
        bench.Reopen();
        Assert.Equal((0, 300, 3000), (
            bench.Outbox.Figures().Depth, bench.Outbox.Figures().ReceiptedPacks, bench.Outbox.Figures().AcceptedReadings));
        bench.PostPacks(1);
        Assert.Equal(301, bench.Outbox.Figures().LastSequence);
    }

    [Fact]
    public void Accept_RepeatedReorderedAndUnknown_ChangesNothingMore()
    {
        using OutboxBench bench = new();
        bench.PostPacks(10);
        Assert.Equal(2, bench.Receipt(7, 8));
        Assert.Equal(0, bench.Receipt(7, 8));
        Assert.Equal(3, bench.Receipt(5, 9));
        Assert.Equal(0, bench.Receipt(900, 1000));
        Assert.Equal(0, bench.Outbox.Accept(new Receipt { Outbox = bench.Outbox.Id, Stored = [[5], [9, 1], [0, 3], []] }));
        Assert.Equal([1, 2, 3, 4, 10], bench.Waiting().Select(p => p.Sequence));
        bench.Reopen();
        Assert.Equal([1, 2, 3, 4, 10], bench.Waiting().Select(p => p.Sequence));
        Assert.Equal(5, bench.Receipt(1, long.MaxValue - 5));
        bench.PostPacks(1);
        Assert.Equal(11, Assert.Single(bench.Waiting()).Sequence);
    }

    /// <summary>An outbox that began anew gives out the numbers of the one before it, whose receipts may still be under way.</summary>
    [Fact]
    public void Accept_ReceiptOfAnotherOutbox_FreesAndForgetsNothing()
    {
        using OutboxBench bench = new();
        bench.PostPacks(3);
        bench.Outbox.Tell(new StationEvent { Kind = StationEventKind.ClockStep });
        Receipt foreign = new()
        {
            Outbox = "another",
            Stored = [[1, 3]],
            Rejected = [new Rejection { Sequence = 2, Rule = "not-json", Detail = "no" }],
            Events = [bench.Outbox.Events(1)[0].Id],
        };
        Assert.Equal(0, bench.Outbox.Accept(foreign));
        Assert.Equal(0, bench.Outbox.Accept(foreign with { Outbox = string.Empty }));
        Assert.Equal([1, 2, 3], bench.Waiting().Select(p => p.Sequence));
        Assert.Equal(StationEventKind.ClockStep, Assert.Single(bench.Outbox.Events(10)).Kind);
        Assert.Equal((0, 0), (bench.Outbox.Figures().RejectedPacks, bench.Outbox.Figures().ReceiptedPacks));
    }

    [Fact]
    public void Accept_Rejection_SetsThePackAsideOnce()
    {
        using OutboxBench bench = new();
        bench.PostPacks(3);
        Receipt receipt = new()
        {
            Outbox = bench.Outbox.Id,
            Rejected = [new Rejection { Sequence = 2, Rule = "not-json", Detail = "no" }],
        };
        Assert.Equal(1, bench.Outbox.Accept(receipt));
        Assert.Equal(0, bench.Outbox.Accept(receipt));
        StationEvent told = Assert.Single(bench.Events(StationEventKind.PackSetAside));
        Assert.Equal((2, 10, "not-json: no"), (told.First, told.Readings, told.Reason));
        Assert.Equal(1, bench.Outbox.Figures().RejectedPacks);
        Assert.Single(Directory.GetFiles(bench.SetAside));
        Assert.Equal([1, 3], bench.Waiting().Select(p => p.Sequence));
    }

    [Fact]
    public void Tell_Event_StaysUntilItsReceipt()
    {
        using OutboxBench bench = new();
        bench.Outbox.Tell(new StationEvent { Kind = StationEventKind.ClockStep, Reason = "x" });
        bench.Outbox.Tell(new StationEvent { Kind = StationEventKind.SourceOverflow, Readings = 7 });
        bench.Reopen();
        IReadOnlyList<StationEvent> events = bench.Outbox.Events(10);
        Assert.Equal(2, events.Count);
        bench.Outbox.Accept(new Receipt { Outbox = bench.Outbox.Id, Events = [events[0].Id] });
        Assert.Equal(7, Assert.Single(bench.Outbox.Events(10)).Readings);
        bench.Outbox.Tell(new StationEvent { Kind = StationEventKind.ClockStep });
        Assert.True(bench.Outbox.Events(10)[1].Id > events[1].Id);
    }

    [Fact]
    public void Open_FolderInUse_SaysSo()
    {
        using OutboxBench bench = new();
        OutboxException fault = Assert.Throws<OutboxException>(() => new PackOutbox(
            bench.Options, OutboxBench.Station, bench.Time, _ => throw new InvalidOperationException()));
        Assert.Equal(OutboxFault.InUse, fault.Fault);
    }
}

using EnviAgriNet.Core.Readings;
using EnviAgriNet.Edge.Clock;
using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Edge.Tests.Clock;

public sealed class NodeClockTests
{
    private static readonly DateTimeOffset True = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Mono = TimeSpan.FromHours(1);

    [Theory]
    [InlineData(-365)]
    [InlineData(365)]
    public void Observe_WallStepsWhileUnsynced_StaysOnTheLineAndTellsTheStep(int days)
    {
        NodeClock clock = new(new ClockOptions(), "b", []);
        clock.Observe(True, Mono, isSynced: false);
        TimeSpan step = clock.Observe(
            True.AddDays(days).AddSeconds(10), Mono + TimeSpan.FromSeconds(10), isSynced: false);
        Assert.Equal(days, step.TotalDays);
        Assert.Equal(True.AddSeconds(10), clock.At(Mono + TimeSpan.FromSeconds(10)));
        Assert.Equal(TimeSpan.Zero, clock.Observe(
            True.AddDays(days).AddSeconds(20), Mono + TimeSpan.FromSeconds(20), isSynced: false));
    }

    [Fact]
    public void Observe_Synced_FollowsTheWallClock()
    {
        NodeClock clock = new(new ClockOptions(), "b", []);
        clock.Observe(True.AddYears(-1), Mono, isSynced: false);
        Assert.False(clock.LineOf("b")!.Value.IsSettled);
        clock.Observe(True, Mono, isSynced: true);
        Assert.Equal((ClockState.Synced, TimeSpan.Zero), (clock.State, clock.LineOf("b")!.Value.Uncertainty));
        Assert.Equal(True, clock.At(Mono));
    }

    [Fact]
    public void Witness_WhileUnsynced_IsTakenAndWhileSyncedIsNot()
    {
        NodeClock clock = new(new ClockOptions(), "b", []);
        clock.Observe(True.AddYears(-1), Mono, isSynced: false);
        clock.Witness(True, Mono);
        Assert.Equal((ClockState.Estimated, True), (clock.State, clock.At(Mono)));
        clock.Observe(True.AddSeconds(1), Mono, isSynced: true);
        clock.Witness(True.AddYears(5), Mono);
        Assert.Equal(True.AddSeconds(1), clock.At(Mono));
    }

    [Fact]
    public void LineOf_BootThatNeverSyncedBetweenTwoThatDid_LiesInTheMiddleWithItsDoubt()
    {
        long day = 86_400_000;
        BootRecord[] boots =
        [
            new("a", 0, 3_600_000, day, TimeSpan.Zero),
            new("x", 10_000, 3_610_000, null, TimeSpan.Zero),
            new("c", 5_000, 20_000, (2 * day) - 5_000, TimeSpan.Zero),
        ];
        StampLine line = BootEstimate.LineOf("x", boots)!.Value;
        long begin = line.OffsetMs + 10_000;
        long earliest = day + 3_600_000;
        long latest = (2 * day) - 3_600_000;
        Assert.Equal((earliest + latest) / 2, begin);
        Assert.Equal((latest - earliest) / 2.0, line.Uncertainty.TotalMilliseconds, 2.0);
        Assert.Null(BootEstimate.LineOf("x", boots[..2]));
        Assert.Null(BootEstimate.LineOf("unknown", boots));
    }

    [Fact]
    public void LineOf_AnotherMachine_LearnsFromTheFastestBatch()
    {
        NodeClock clock = new(new ClockOptions(), "b", []);
        clock.Observe(True, Mono, isSynced: true);
        clock.HearSource("esp", TimeSpan.FromSeconds(100), Mono + TimeSpan.FromSeconds(30));
        clock.HearSource("esp", TimeSpan.FromSeconds(200), Mono + TimeSpan.FromSeconds(101));
        StampLine line = clock.LineOf("esp")!.Value;
        Assert.Equal(
            True.AddSeconds(1).ToUnixTimeMilliseconds(), line.OffsetMs + 100_000);
    }

    [Fact]
    public void Commit_UnsyncedBoot_HoldsThenSendsInDoubtThenStampsAnew()
    {
        using OutboxBench bench = new();
        DateTimeOffset wrong = bench.Time.GetUtcNow().AddYears(-3);
        bench.Clock = new NodeClock(new ClockOptions(), "boot-1", []);
        bench.Clock.Observe(wrong, bench.Time.Mono, isSynced: false);
        long sourceOffset = wrong.ToUnixTimeMilliseconds() - (long)bench.Time.Mono.TotalMilliseconds;

        PostWrong(bench, wrong, sourceOffset);
        bench.Flush();
        Assert.Equal(0, bench.Outbox.Figures().Depth);
        bench.Time.Advance(TimeSpan.FromMinutes(10));
        bench.Outbox.Commit([]);
        Pack doubtful = Assert.Single(bench.Waiting());
        Assert.Equal(TimeSpan.FromDays(1), doubtful.TimeUncertainty);
        Assert.Equal(wrong, doubtful.Readings[0].TakenAt);

        PostWrong(bench, wrong.AddMinutes(11), sourceOffset);
        bench.Clock.Observe(bench.Time.GetUtcNow(), bench.Time.Mono, isSynced: true);
        Assert.Equal(1, bench.Outbox.Restamp(bench.Clock));
        bench.Flush();
        IReadOnlyList<Pack> packs = bench.Waiting();
        Assert.Equal(2, packs.Count);
        Assert.All(packs, p => Assert.Equal(TimeSpan.Zero, p.TimeUncertainty));
        Assert.Equal(wrong.AddYears(3), packs[0].Readings[0].TakenAt, TimeSpan.FromMilliseconds(2));
        Assert.Equal(0, bench.Outbox.Restamp(bench.Clock));
    }

    [Fact]
    public void Restamp_PackThatMayHaveLeft_StaysAsItIs()
    {
        using OutboxBench bench = new();
        DateTimeOffset wrong = bench.Time.GetUtcNow().AddYears(-3);
        bench.Clock = new NodeClock(new ClockOptions(), "boot-1", []);
        bench.Clock.Observe(wrong, bench.Time.Mono, isSynced: false);
        PostWrong(bench, wrong, wrong.ToUnixTimeMilliseconds() - (long)bench.Time.Mono.TotalMilliseconds);
        bench.Time.Advance(TimeSpan.FromMinutes(11));
        bench.Outbox.Commit([]);
        bench.Outbox.MarkSent(bench.Outbox.Read(1, 1, descending: false)[0]);
        bench.Clock.Observe(bench.Time.GetUtcNow(), bench.Time.Mono, isSynced: true);
        Assert.Equal(0, bench.Outbox.Restamp(bench.Clock));
    }

    [Fact]
    public void Commit_SimulatedTimes_PassUntouched()
    {
        using OutboxBench bench = new();
        bench.Clock = new NodeClock(new ClockOptions(), "boot-1", []);
        bench.Clock.Observe(bench.Time.GetUtcNow().AddYears(-3), bench.Time.Mono, isSynced: false);
        IReadOnlyList<Reading> posted = bench.Post(10);
        Pack pack = Assert.Single(bench.Waiting());
        Assert.Equal(posted, pack.Readings);
        Assert.Equal(TimeSpan.Zero, pack.TimeUncertainty);
    }

    private static void PostWrong(OutboxBench bench, DateTimeOffset wrong, long sourceOffset) => bench.Outbox.Commit(
        [new JournalBatch(wrong, "boot-1", sourceOffset, [new Reading(OutboxBench.Pm25, wrong, 1, QualityFlag.Pass)])]);
}

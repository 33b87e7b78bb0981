using EnviAgriNet.Core.Readings;
using EnviAgriNet.Edge.Uplink;
using FsCheck;
using FsCheck.Fluent;

namespace EnviAgriNet.Edge.Tests.Uplink;

public sealed class UplinkScheduleTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    private readonly SequenceSet _waiting = new();
    private readonly UplinkSchedule _schedule = new(4, Timeout, TimeSpan.FromMinutes(10));
    private TimeSpan _now = TimeSpan.FromHours(1);

    [Fact]
    public void Next_Undisturbed_GoesInOrderAndKeepsTheWindow()
    {
        _schedule.LinkUp(_waiting, 1);
        List<long> sent = [];
        for (long formed = 1; formed <= 100; formed += 10)
        {
            _waiting.AddRange(formed, formed + 9);
            sent.AddRange(DrainInOrder());
        }

        Assert.Equal(Enumerable.Range(1, 100).Select(i => (long)i), sent);
    }

    [Fact]
    public void Next_AfterAnOutage_LiveFirstAndBacklogNewestFirst()
    {
        _waiting.AddRange(1, 1000);
        _schedule.LinkUp(_waiting, 1001);
        Assert.Equal([1000, 999, 998, 997], TakeAll());
        _waiting.AddRange(1001, 1020);
        _waiting.RemoveRange(997, 1000);
        Assert.Equal([1001, 1002, 1003, 996], TakeAll());
        _waiting.RemoveRange(1001, 1003);
        _waiting.RemoveRange(996, 996);
        Assert.Equal([1004, 1005, 1006, 995], TakeAll());
    }

    [Fact]
    public void Next_NoReceipts_NeverMoreThanTheWindowAndSentAgainWithGrowingWaits()
    {
        _waiting.AddRange(1, 100);
        _schedule.LinkUp(_waiting, 101);
        Assert.Equal(4, TakeAll().Count);
        _now += Timeout / 2;
        Assert.Empty(TakeAll());
        _now += Timeout;
        Assert.Equal([97, 98, 99, 100], TakeAll().Order());
        _now += Timeout + TimeSpan.FromSeconds(1);
        Assert.Empty(TakeAll());
        _now += Timeout;
        Assert.Equal(4, TakeAll().Count);
    }

    [Fact]
    public void Next_PackNeverReceiptedWhileOthersAre_GoesToTheVeryEndAndIsStillSent()
    {
        _waiting.AddRange(1, 1);
        _schedule.LinkUp(_waiting, 2);
        long formed = 1;
        int sentOne = 0;
        for (int i = 0; i < 40; i++)
        {
            _waiting.AddRange(++formed, formed);
            IReadOnlyList<long> sent = TakeAll();
            sentOne += sent.Count(s => s == 1);
            _waiting.RemoveRange(2, formed);
            _schedule.Receipted(1);
            _now += TimeSpan.FromMinutes(11);
        }

        Assert.True(sentOne > 20, $"{sentOne}");
        _waiting.AddRange(formed + 1, formed + 4);
        IReadOnlyList<long> order = TakeAll();
        Assert.DoesNotContain(1L, order);
        _waiting.RemoveRange(formed + 1, formed + 4);
        Assert.Equal([1L], TakeAll());
    }

    [Fact]
    public void Next_LinkDown_NothingAndThenAllAgain()
    {
        _waiting.AddRange(1, 3);
        _schedule.LinkUp(_waiting, 4);
        Assert.Equal([1, 2, 3], TakeAll());
        _schedule.LinkDown();
        Assert.Empty(TakeAll());
        _schedule.LinkUp(_waiting, 4);
        Assert.Equal([1, 2, 3], TakeAll());
    }

    /// <summary>Whatever happens in whatever order: the window holds, only waiting packs go, and with receipts all get through.</summary>
    [Fact]
    public void Next_AnyHistory_KeepsTheWindowAndDrains() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), steps =>
        {
            SequenceSet waiting = new();
            UplinkSchedule schedule = new(4, Timeout, TimeSpan.FromMinutes(10));
            TimeSpan now = TimeSpan.Zero;
            long next = 1;
            foreach (int step in steps)
            {
                switch (Math.Abs(step % 6))
                {
                    case 0: waiting.AddRange(next, next + 2); next += 3; break;
                    case 1: schedule.LinkUp(waiting, next); break;
                    case 2: schedule.LinkDown(); break;
                    case 3: now += Timeout; break;
                    case 4: waiting.RemoveRange(Math.Abs(step % 50) + 1, Math.Abs(step % 50) + 5); schedule.Receipted(1); break;
                    default:
                        if (schedule.Next(waiting, now) is { } choice && !waiting.Contains(choice.Sequence))
                        {
                            return false;
                        }

                        break;
                }

                if (schedule.InFlight > 4)
                {
                    return false;
                }
            }

            schedule.LinkUp(waiting, next);
            for (int turn = 0; turn < 10_000 && waiting.Count > 0; turn++)
            {
                if (schedule.Next(waiting, now) is { } choice)
                {
                    waiting.RemoveRange(choice.Sequence, choice.Sequence);
                }
                else
                {
                    now += Timeout;
                }
            }

            return waiting.Count == 0;
        }).QuickCheckThrowOnFailure();

    private List<long> TakeAll()
    {
        List<long> sent = [];
        while (_schedule.Next(_waiting, _now) is { } choice)
        {
            sent.Add(choice.Sequence);
            Assert.True(sent.Count < 1000, "it never ends");
        }

        Assert.True(_schedule.InFlight <= 4);
        return sent;
    }

    private List<long> DrainInOrder()
    {
        List<long> all = [];
        while (_waiting.Count > 0)
        {
            List<long> sent = TakeAll();
            Assert.True(sent.Count is > 0 and <= 4);
            all.AddRange(sent);
            sent.ForEach(s => _waiting.RemoveRange(s, s));
        }

        return all;
    }
}

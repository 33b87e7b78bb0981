using EnviAgriNet.Cloud.Channels;
using EnviAgriNet.Cloud.Channels.Proof;

namespace EnviAgriNet.Cloud.Tests.Channels.Proof;

public sealed class ReachMeterTests
{
    private const long Queued = 1_700_000_000_000;

    [Fact]
    public void Take_TwoChannelsOfOnePerson_CountAsOnePersonReachedByTheFaster()
    {
        ReachMeter meter = New();
        meter.Take(Fact("sms", "1", DeliveryState.Delivered, sent: 1, settled: 130));
        meter.Take(Fact("push", "1", DeliveryState.Delivered, sent: 1, settled: 5));
        meter.Take(Fact("sms", "2", DeliveryState.Failed, sent: 1, settled: 70, reason: "UNDELIV 001"));

        Assert.Equal((2, 1), (meter.People, meter.PeopleReached));
        Assert.Equal(
            [(0, 3, 1, 0, 1, 0.5), (1, 3, 1, 1, 1, 0.5), (2, 3, 2, 1, 1, 0.5)],
            meter.Minutes().Select(m => (m.Minute, m.Sent, m.Received, m.Failed, m.PeopleReached, m.Share!.Value)));
    }

    [Fact]
    public void Take_DetailAndSirens_AreCountedByChannelAndNotAsPeople()
    {
        ReachMeter meter = New();
        meter.Take(Fact("sms", "1", DeliveryState.Delivered, sent: 1, settled: 2));
        meter.Take(Fact("sms", "1", DeliveryState.Queued) with { Part = 2 });
        meter.Take(Fact("siren", "cm-001", DeliveryState.Delivered, sent: 1, settled: 2));

        Assert.Equal(1, meter.People);
        Assert.Equal(
            [("siren", 1, 1, 0), ("sms", 1, 1, 0), ("sms", 2, 0, 1)],
            meter.Channels().Select(c => (c.Name, c.Part, c.Received!.Value, c.Waiting!.Value)));
        Assert.Equal(2, meter.Places().Sum(p => p.Targeted));
    }

    [Fact]
    public void Moments_HundredReceipts_AreTheNearestRanks()
    {
        ReachMeter meter = New();
        foreach (int n in Enumerable.Range(1, 100).Reverse())
        {
            meter.Take(Fact("sms", $"{n}", DeliveryState.Delivered, sent: n, settled: n));
        }

        var (firstSent, lastSent, firstReceipt, half, most) = meter.Moments();
        Assert.Equal([1, 100, 1, 50, 95], new[] { firstSent, lastSent, firstReceipt, half, most }.Select(at => (at!.Value - Queued) / 1_000));
    }

    [Fact]
    public void Reasons_MoreThanFit_AreCountedTogetherAndNoneIsLost()
    {
        ReachMeter meter = New();
        for (int n = 0; n < 300; n++)
        {
            meter.Take(Fact("sms", $"{n}", DeliveryState.Failed, settled: 1, reason: $"reason {n % 100}"));
        }

        Assert.Equal(300, meter.Reasons().Sum(r => r.Count));
        Assert.Equal(Cloud.Channels.Proof.Limits.ReasonsMax + 1, meter.Reasons().Count);
        Assert.Equal(180, meter.Reasons()[0].Count);
        Assert.Equal(300, Assert.Single(meter.Channels()).Failed);
    }

    [Fact]
    public void Minutes_ClockSetBackAndReceiptsOfNextWeek_StayWithinBounds()
    {
        ReachMeter meter = New();
        meter.Take(Fact("sms", "1", DeliveryState.Delivered, sent: -500, settled: 900_000));

        Assert.Equal([0, Cloud.Channels.Proof.Limits.MinutesMax], meter.Minutes().Select(m => m.Minute));
    }

    // Whatever comes in whatever order, every delivery is in exactly one state and the sums only grow.
    [Fact]
    public void Take_AnyDeliveries_SumsAgree()
    {
        for (int seed = 1; seed <= 50; seed++)
        {
            Random random = new(seed);
            ReachMeter meter = New();
            int count = random.Next(1, 400);
            for (int n = 0; n < count; n++)
            {
                DeliveryState state = (DeliveryState)random.Next(7);
                int settled = random.Next(0, 5_000);
                meter.Take(Fact(random.Next(2) == 0 ? "sms" : "push", $"{random.Next(50)}", state, random.Next(2) == 0 ? null : settled / 2, settled));
            }

            ProofTally[] all = [.. meter.Channels(), .. meter.Places()];
            Assert.True(all.All(t => t.Targeted == t.Waiting + t.Received + t.Failed + t.Expired + t.Unknown + Left(t)), $"seed {seed}");
            Assert.True(meter.Channels().Sum(t => t.Targeted) == count && meter.Places().Sum(t => t.Targeted) == count, $"seed {seed}");
            IReadOnlyList<ProofMinute> minutes = meter.Minutes();
            Assert.True(minutes.Zip(minutes.Skip(1)).All(p => p.First.Received <= p.Second.Received && p.First.PeopleReached <= p.Second.PeopleReached), $"seed {seed}");
            Assert.True(minutes.Count == 0 || minutes[^1].PeopleReached == meter.PeopleReached, $"seed {seed}");
        }

        // Taken by the channel, and nothing heard since.
        static int Left(ProofTally t) => t.Targeted!.Value - t.Waiting!.Value - t.Received!.Value - t.Failed!.Value - t.Expired!.Value - t.Unknown!.Value;
    }

    private static ReachMeter New() => new(Queued, (_, recipient) => recipient.Length == 1 ? "500101" : "500102", channel => channel != "siren");

    private static DeliveryFact Fact(
        string channel, string recipient, DeliveryState state, int? sent = null, int? settled = null, string reason = "") =>
        new(channel, recipient, 1, state, reason, Queued + (sent * 1_000L), Queued + (settled * 1_000L));
}

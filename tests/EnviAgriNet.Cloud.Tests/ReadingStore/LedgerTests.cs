using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.Cloud.Tests.ReadingStore;

public sealed class LedgerTests
{
    [Fact]
    public void Ledger_GapsAndAnnouncement_CountsWhatIsMissing()
    {
        using StoreFolder folder = new();
        using SqliteReadingStore store = folder.Open();
        store.Commit([folder.Pack(1, StoreFolder.Reading(1, 1)), folder.Pack(4, StoreFolder.Reading(4, 1))]);
        Assert.Equal(2, store.Ledger(null).Single().PacksMissing);
        store.RecordAnnounced(StoreFolder.Station, "box", 10);
        LedgerLine line = store.Ledger(null).Single();
        Assert.Equal((10, 8), (line.LastSequence, line.PacksMissing));
    }

    [Fact]
    public void RecordDropped_ThenThePackArrives_LeavesDroppedAndIsStored()
    {
        using StoreFolder folder = new();
        using SqliteReadingStore store = folder.Open();
        store.RecordDropped(StoreFolder.Station, "box", 1, 3, 6, "outbox-full");
        store.RecordDropped(StoreFolder.Station, "box", 1, 3, 6, "outbox-full");
        LedgerLine dropped = store.Ledger(null).Single();
        Assert.Equal((3, 6, 0), (dropped.PacksDropped, dropped.ReadingsDropped, dropped.PacksMissing));

        store.Commit([folder.Pack(2, StoreFolder.Reading(1, 1), StoreFolder.Reading(2, 1))]);
        LedgerLine line = store.Ledger(null).Single();
        Assert.Equal((2, 4, 1, 2), (line.PacksDropped, line.ReadingsDropped, line.PacksStored, line.ReadingsStored));
    }

    [Fact]
    public void RecordDropped_SomeWereStoredWithoutTheStationKnowing_TheirReadingsAreNotLostTwice()
    {
        using StoreFolder folder = new();
        using SqliteReadingStore store = folder.Open();
        store.Commit([folder.Pack(2, StoreFolder.Reading(1, 1), StoreFolder.Reading(2, 1))]);
        store.RecordDropped(StoreFolder.Station, "box", 1, 3, 7, "outbox-full");
        LedgerLine line = store.Ledger(null).Single();
        Assert.Equal((2, 5, 2), (line.PacksDropped, line.ReadingsDropped, line.ReadingsStored));
    }

    [Fact]
    public void RecordEvents_Repeated_ChangesNothing()
    {
        using StoreFolder folder = new();
        EventToStore toStore = new(
            StoreFolder.Station,
            new StationEvent { Outbox = "box", Id = 1, Kind = StationEventKind.Dropped, First = 1, Last = 2, Readings = 9 },
            StoreFolder.Begin);
        using (SqliteReadingStore store = folder.Open())
        {
            Assert.Equal([true, false], store.RecordEvents([toStore, toStore]));
        }

        using SqliteReadingStore again = folder.Open();
        Assert.Equal([false], again.RecordEvents([toStore]));
        Assert.Equal((2, 9), (again.Ledger(null).Single().PacksDropped, again.Ledger(null).Single().ReadingsDropped));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void RecordEvents_ThinnedWhileReceiptsWereLost_LeavesNothingLostOrCountedTwice(int seed)
    {
        // Packs 1 to 30 of 1 to 9 readings; some are stored without the station knowing, then all are thinned and sent, in any order.
        Random random = new(seed);
        using StoreFolder folder = new();
        using SqliteReadingStore store = folder.Open();
        Reading[][] full = [.. Enumerable.Range(1, 30).Select(s => Enumerable.Range(0, random.Next(1, 10))
            .Select(m => StoreFolder.Reading((s * 10) + m, m)).ToArray())];
        Reading[][] thin = [.. full.Select(readings => readings[..random.Next(1, readings.Length + 1)])];
        int[] stored = [.. Enumerable.Range(0, 30).Where(_ => random.Next(3) == 0)];
        store.Commit([.. stored.Select(i => folder.Pack(i + 1, full[i]))]);
        List<Action> steps =
        [
            () => store.RecordEvents([new EventToStore(
                StoreFolder.Station,
                new StationEvent
                {
                    Outbox = "box", Id = 1, Kind = StationEventKind.Thinned, First = 1, Last = 30,
                    Readings = full.Sum(r => r.Length) - thin.Sum(r => r.Length),
                },
                StoreFolder.Begin)]),
            .. Enumerable.Range(0, 60).Select(i => (Action)(() => store.Commit([folder.Pack((i % 30) + 1, thin[i % 30])]))),
        ];
        Action[] order = [.. steps];
        random.Shuffle(order);

        foreach (Action step in order)
        {
            step();
        }

        LedgerLine line = store.Ledger(null).Single();
        int lost = full.Sum(r => r.Length) - (int)(line.ReadingsStored + line.ReadingsDuplicate + line.ReadingsDropped);
        Assert.True(lost == 0, $"seed {seed}: {lost} lost of {full.Sum(r => r.Length)}; {line}");
        Assert.Equal(30 + stored.Length, line.Repeats);
    }

    [Fact]
    public void Commit_LateReading_IsStoredAndTheWholePackIsLate()
    {
        using StoreFolder folder = new();
        using SqliteReadingStore store = folder.Open();
        DateTimeOffset lateBefore = StoreFolder.Begin.AddMinutes(10);
        store.Commit([folder.Pack(StoreFolder.Station, "box", 1, lateBefore, StoreFolder.Reading(9, 1), StoreFolder.Reading(10, 1))]);
        LedgerLine line = store.Ledger(null).Single();
        Assert.Equal((0, 1, 2, 1), (line.PacksStored, line.PacksLate, line.ReadingsStored, line.ReadingsLate));
    }

    [Fact]
    public void Commit_RefusedPacks_AreRejectedUnderTheirRuleAndTheirNeighboursStored()
    {
        using StoreFolder folder = new();
        using SqliteReadingStore store = folder.Open();
        const string Head = "[{\"bn\":\"urn:eag:centre-1:\",\"bt\":1772323200,\"box\":\"box\",\"seq\":";
        CommitOutcome outcome = store.Commit(
        [
            folder.Pack(1, StoreFolder.Reading(1, 1)),
            folder.Payload("not json"),
            folder.Payload(Head + "2,\"n\":\"pm25\",\"v\":1},{]"),
            folder.Payload(Head + "3,\"n\":\"pm25\",\"v\":1},{\"n\":\"pm25\",\"u\":\"kg\",\"v\":1,\"t\":60}]"),
            folder.Payload(Head + "4,\"n\":\"nonsense\",\"v\":1}]"),
            folder.Pack(5, StoreFolder.Reading(5, 1)),
        ]);
        Assert.Equal(
            [PackFate.Stored, PackFate.Rejected, PackFate.Rejected, PackFate.Stored, PackFate.Stored, PackFate.Stored],
            outcome.Packs.Select(p => p.Fate));
        Assert.Equal("not-json", outcome.Packs[2].Rule);
        LedgerLine line = store.Ledger(null).Single(l => l.Outbox == "box");
        Assert.Equal((4, 1, 0, 3), (line.PacksStored, line.PacksRejected, line.PacksMissing, line.ReadingsStored));
        Assert.Equal(1, line.ReadingsRejected["not-json"]);
        Assert.Equal(1, line.ReadingsRejected["wrong-unit"]);
        Assert.Equal(1, line.ReadingsRejected["bad-name"]);
        Assert.Equal(1, store.Ledger(null).Single(l => l.Outbox.Length == 0).ReadingsRejected["not-json"]);
    }

    [Fact]
    public void Decode_EveryEntry_ComesBackAsItWas()
    {
        for (int seed = 1; seed <= 50; seed++)
        {
            Random random = new(seed);
            LedgerEntry entry = new() { Announced = random.NextInt64(1L << 53), Repeats = seed };
            for (int i = 0; i < 300; i++)
            {
                long sequence = random.Next(1, 400);
                if (!entry.IsStored(sequence))
                {
                    entry.EnterStored(sequence, random.Next(2) == 0, random.Next(1000));
                }

                entry.EnterRejected(random.Next(500, 600), random.Next(2) == 0 ? "not-json" : "too-large");
            }

            entry.EnterDropped(700, 800, 17);
            entry.EnterThinned(1, 400, 3);
            entry.Recent.All.ToList().ForEach(pack => entry.EnterRepeat(pack.Key, pack.Value / 2));
            BlockBuffer row = new();
            LedgerCodec.Encode(3, entry, row);
            LedgerEntry back = LedgerCodec.Decode(3, row.Written)!;
            LedgerLine expected = LedgerCodec.Line(StoreFolder.Station, "box", entry);
            LedgerLine actual = LedgerCodec.Line(StoreFolder.Station, "box", back);
            Assert.Equal(expected with { ReadingsRejected = actual.ReadingsRejected }, actual);
            Assert.Equal(expected.ReadingsRejected, actual.ReadingsRejected);
            Assert.Equal(entry.Recent.All, back.Recent.All);
            Assert.Equal(entry.Doubtful.All, back.Doubtful.All);
            Assert.Equal(entry.ThinCredit, back.ThinCredit);
            Assert.Null(LedgerCodec.Decode(4, row.Written));
        }
    }
}

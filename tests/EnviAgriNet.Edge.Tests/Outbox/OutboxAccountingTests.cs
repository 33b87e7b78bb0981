using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Edge.Tests.Outbox;

/// <summary>After every kind of damage, what was accepted is what arrives, what had arrived, and what is told as given up.</summary>
public sealed class OutboxAccountingTests
{
    private const int Packs = 300;
    private const int InJournal = 7;

    [Theory]
    [MemberData(nameof(OutboxHealingTests.Damages), MemberType = typeof(OutboxHealingTests))]
    public void Damage_OfASegment_EveryReadingIsAccountedFor(string damage, int which)
    {
        using OutboxBench bench = Filled(out Accounts accounts);
        bench.Close();
        string[] paths = bench.SegmentPaths;
        OutboxHealingTests.Damage(which < 0 ? paths[^1] : paths[which], damage, seed: which + 11);
        bench.Reopen();

        accounts.Drain(bench);
        Assert.Equal((Packs * 10) + InJournal, accounts.Balance(bench));
        bench.PostPacks(3);
        accounts.Drain(bench);
        Assert.Equal((Packs * 10) + InJournal + 30, accounts.Balance(bench));
        bench.Reopen();
        accounts.Drain(bench);
        Assert.Equal((Packs * 10) + InJournal + 30, accounts.Balance(bench));
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("truncate")]
    [InlineData("flip")]
    public void Damage_InTheRunningEdge_EveryReadingIsAccountedFor(string damage)
    {
        using OutboxBench bench = Filled(out Accounts accounts);
        string path = bench.SegmentPaths[1];
        byte[] held = File.ReadAllBytes(path);
        OutboxHealingTests.Damage(path, damage, seed: 5);
        Assert.NotEqual(held, File.ReadAllBytes(path));
        accounts.Drain(bench);
        Assert.Equal((Packs * 10) + InJournal, accounts.Balance(bench));
    }

    [Theory]
    [MemberData(nameof(OutboxHealingTests.Damages), MemberType = typeof(OutboxHealingTests))]
    public void Damage_AfterThePowerWasCut_TellsSkippedNumbersWithoutReadings(string damage, int which)
    {
        using OutboxBench bench = Filled(out Accounts accounts);
        bench.Close();
        OutboxBench.Execute(
            Path.Combine(bench.Options.Folder, "outbox.db"), "UPDATE text SET value='another boot' WHERE key='boot'");
        string[] paths = bench.SegmentPaths;
        OutboxHealingTests.Damage(which < 0 ? paths[^1] : paths[which], damage, seed: which + 11);
        bench.Reopen();
        accounts.Drain(bench);
        Assert.Equal((Packs * 10) + InJournal, accounts.Balance(bench));
        bench.PostPacks(1);
        accounts.Drain(bench);
        long last = bench.Outbox.Figures().LastSequence;
        Assert.All(Enumerable.Range(1, (int)last), s => Assert.True(accounts.Knows(s), $"number {s} is missing"));
    }

    [Theory]
    [MemberData(nameof(OutboxHealingTests.Damages), MemberType = typeof(OutboxHealingTests))]
    public void Damage_OfSegmentAndControlDatabase_AcceptedAgreesWithWhatIsAccountedFor(string damage, int which)
    {
        using OutboxBench bench = Filled(out Accounts accounts);
        bench.Close();
        string[] paths = bench.SegmentPaths;
        File.Delete(Path.Combine(bench.Options.Folder, "outbox.db"));
        OutboxHealingTests.Damage(which < 0 ? paths[^1] : paths[which], damage, seed: which + 11);
        bench.Reopen();
        accounts.IsStrict = false;
        accounts.Drain(bench);
        if (damage == "delete" && which >= 0)
        {
            // Nothing is left that tells of it: the ledger shows the numbers as missing and the readings as lost.
            Assert.True(accounts.Open(bench) > 0);
            return;
        }

        Assert.Equal(0, accounts.Open(bench));
        bench.PostPacks(1);
        accounts.Drain(bench);
        Assert.Equal(0, accounts.Open(bench));
    }

    [Fact]
    public void LostControlDatabase_WithUntoldDrops_DoesNotCountThemAsAccepted()
    {
        using OutboxBench bench = Filled(out Accounts accounts);
        bench.Options.BytesMax = bench.Outbox.Figures().Bytes - 10_000;
        bench.Outbox.KeepHouse(isClockGood: true);
        Assert.NotEmpty(bench.Events(StationEventKind.Dropped));
        bench.Post(1);
        bench.Close();
        File.Delete(Path.Combine(bench.Options.Folder, "outbox.db"));
        bench.Reopen();
        accounts.Drain(bench);
        Assert.True(accounts.Balance(bench) < (Packs * 10) + InJournal);
    }

    [Fact]
    public void Drop_WithReceiptedPacksInBetween_TellsOnlyWhatIsGone()
    {
        using OutboxBench bench = Filled(out Accounts accounts);
        bench.Options.BytesMax = bench.Outbox.Figures().Bytes - 10_000;
        bench.Outbox.KeepHouse(isClockGood: true);
        StationEvent[] told = bench.Events(StationEventKind.Dropped);
        Assert.True(told.Length > 1, "the receipted packs did not part the ranges");
        Assert.DoesNotContain(told, e => e.First <= 4 && e.Last >= 4);
        accounts.Drain(bench);
        Assert.Equal((Packs * 10) + InJournal, accounts.Balance(bench));
    }

    private static OutboxBench Filled(out Accounts accounts)
    {
        OutboxBench bench = new(o => o.SegmentBytesMax = 32 * 1024);
        accounts = new Accounts();
        bench.PostPacks(Packs);
        Assert.True(bench.SegmentPaths.Length > 2, "too few segments");
        foreach (long sequence in (long[])[2, 3, 4, 150, Packs - 1])
        {
            accounts.Take(bench, sequence);
        }

        bench.Post(InJournal);
        return bench;
    }

    /// <summary>Adds up as the cloud's ledger does.</summary>
    private sealed class Accounts
    {
        private readonly Dictionary<long, int> _stored = [];
        private readonly HashSet<long> _dropped = [];
        private readonly HashSet<long> _events = [];
        private long _readings;
        private long _given;

        /// <summary>Whether the edge must know which packs had arrived; with two files lost at once it cannot, and the cloud's own books decide.</summary>
        public bool IsStrict { get; set; } = true;

        public bool Knows(long sequence) => _stored.ContainsKey(sequence) || _dropped.Contains(sequence);

        /// <summary>Stores one pack and receipts it.</summary>
        public void Take(OutboxBench bench, long sequence)
        {
            foreach (StoredPack stored in bench.Outbox.Read(sequence, 1, descending: false))
            {
                Pack pack = bench.Decoder.Decode(stored.Payload, OutboxBench.Station, null).Pack!;
                if (_stored.TryAdd(sequence, pack.Readings.Count))
                {
                    _readings += pack.Readings.Count;
                }
            }

            bench.Receipt(sequence, sequence);
        }

        /// <summary>Stores all that comes and takes all events over.</summary>
        public void Drain(OutboxBench bench)
        {
            bench.Flush();
            for (long next = 1; bench.Outbox.Choose(w => w.NextFrom(next)) is { } sequence; next = sequence + 1)
            {
                Take(bench, sequence);
            }

            foreach (StationEvent told in bench.Outbox.Events(2000).Where(e => _events.Add(e.Id) && e.First > 0))
            {
                long storedBefore = 0;
                for (long sequence = told.First; sequence <= told.Last; sequence++)
                {
                    bool isStored = _stored.TryGetValue(sequence, out int readings);
                    Assert.False(IsStrict && isStored, $"pack {sequence} is stored and told as gone: {told.Reason}");
                    Assert.True(isStored || _dropped.Add(sequence), $"pack {sequence} is told as gone twice");
                    storedBefore += readings;
                }

                _given += told.Readings - storedBefore;
                Assert.True(told.Readings <= (told.Last - told.First + 1) * 1000, "more readings than the packs can hold");
            }
        }

        /// <summary>Accepted readings of which nothing is known.</summary>
        public long Open(OutboxBench bench) => bench.Outbox.Figures().AcceptedReadings - _readings - _given;

        /// <summary>What the edge says it accepted, after it was found to be what is accounted for.</summary>
        public long Balance(OutboxBench bench)
        {
            OutboxFigures figures = bench.Outbox.Figures();
            Assert.Equal(figures.AcceptedReadings, _readings + _given);
            Assert.Equal(0, figures.Depth);
            return figures.AcceptedReadings;
        }
    }
}

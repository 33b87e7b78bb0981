using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Protocol.Messages;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Edge.Tests.Outbox;

/// <summary>Every kind of damage to every kind of file: the edge starts, saves what it can, and says what it cannot.</summary>
public sealed class OutboxHealingTests
{
    private const int Packs = 300;

    public static TheoryData<string, int> Damages()
    {
        TheoryData<string, int> data = [];
        foreach (string damage in (string[])["truncate", "zero-header", "zero-first-page", "flip", "zeros", "garbage", "empty", "delete"])
        {
            data.Add(damage, 0);
            data.Add(damage, 1);
            data.Add(damage, -1);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void Open_DamagedSegment_StartsSalvagesAndCounts(string damage, int which)
    {
        using OutboxBench bench = Filled();
        bench.Close();
        string[] paths = bench.SegmentPaths;
        string path = which < 0 ? paths[^1] : paths[which];
        Damage(path, damage, seed: which + 11);
        bool isThere = File.Exists(path);

        bench.Reopen();
        // Damage deep in a file shows when its pages are read.
        List<Pack> packs = [.. ReadAll(bench)];
        OutboxFigures figures = bench.Outbox.Figures();
        Assert.True(packs.Count <= Packs, $"{packs.Count} packs");
        Assert.Equal(packs.Count, packs.Select(p => p.Sequence).Distinct().Count());
        long[] lost = [.. bench.Events(StationEventKind.SegmentCorrupt)
            .Where(e => e.First > 0).SelectMany(e => Range(e.First, e.Last)).Distinct()];
        Assert.All(
            Range(1, Packs), s => Assert.True(packs.Any(p => p.Sequence == s) || lost.Contains(s), $"pack {s} vanished without a word"));
        if (packs.Count < Packs)
        {
            Assert.Equal(1, figures.SegmentsCorrupt);
        }

        if (damage is "zero-header" or "zero-first-page")
        {
            Assert.Equal(Packs, packs.Count);
            Assert.Equal(1, figures.SegmentsCorrupt);
        }

        if (figures.SegmentsCorrupt > 0)
        {
            AssertLiesAside(bench, path, isThere);
        }

        // Life goes on with numbers never given out before.
        bench.PostPacks(2);
        Assert.True(bench.Outbox.Figures().LastSequence >= Packs + 2);
        Assert.True(bench.Outbox.Figures().AcceptedReadings >= (Packs + 2) * 10);
        bench.Reopen();
        Assert.Equal(packs.Count + 2, ReadAll(bench).Count());
        Assert.Equal(figures.SegmentsCorrupt, bench.Outbox.Figures().SegmentsCorrupt);
    }

    [Theory]
    [InlineData("delete")]
    [InlineData("zeros")]
    [InlineData("zero-header")]
    [InlineData("truncate")]
    public void Open_LostControlDatabase_IsMadeAnewFromTheSegments(string damage)
    {
        using OutboxBench bench = Filled();
        bench.Receipt(1, 3);
        string id = bench.Outbox.Id;
        long before = bench.Outbox.Events(100).Select(e => e.Id).DefaultIfEmpty().Max();
        bench.Close();
        string path = Path.Combine(bench.Options.Folder, "outbox.db");
        Damage(path, damage, seed: 3);
        bool isThere = File.Exists(path);
        bench.Reopen();
        AssertLiesAside(bench, path, isThere);
        Assert.Equal(id, bench.Outbox.Id);
        Assert.Equal((Packs, (Packs * 10)), ((int)bench.Outbox.Figures().LastSequence, (int)bench.Outbox.Figures().AcceptedReadings));
        Assert.Equal(Packs - 3, bench.Waiting().Count);
        bench.Outbox.Tell(new StationEvent { Kind = StationEventKind.ClockStep });
        Assert.True(bench.Outbox.Events(10)[^1].Id > before + 1000, "an event id may be given out twice");
        bench.PostPacks(1);
        Assert.Equal(Packs + 1, bench.Outbox.Figures().LastSequence);
    }

    [Fact]
    public void Open_NothingLeft_BeginsANewOutbox()
    {
        using OutboxBench bench = Filled();
        string id = bench.Outbox.Id;
        bench.Close();
        Directory.Delete(bench.Options.Folder, recursive: true);
        bench.Reopen();
        bench.PostPacks(1);
        Assert.NotEqual(id, bench.Outbox.Id);
        Assert.Equal(1, Assert.Single(bench.Waiting()).Sequence);
    }

    [Fact]
    public void Open_HeaderAndControlDatabaseLost_KeepsTheOutboxId()
    {
        using OutboxBench bench = new();
        bench.PostPacks(20);
        string id = bench.Outbox.Id;
        bench.Close();
        Damage(Path.Combine(bench.Options.Folder, "outbox.db"), "zeros", 1);
        Damage(bench.SegmentPaths[0], "zero-header", 1);
        bench.Reopen();
        Assert.Equal(id, bench.Outbox.Id);
        Assert.Equal(20, bench.Waiting().Count);
        bench.PostPacks(1);
        Assert.True(bench.Outbox.Figures().LastSequence > 20);
    }

    [Fact]
    public void Open_LogOfTheNewestSegmentLost_NeverGivesANumberOutTwice()
    {
        using OutboxBench bench = new();
        bench.PostPacks(20);
        string segment = bench.SegmentPaths[0];
        File.Copy(segment, segment + ".copy");
        bench.PostPacks(20);
        bench.Close();
        // What a lost log leaves: the file as it was some commits ago.
        File.Delete(segment);
        File.Move(segment + ".copy", segment);
        bench.Reopen();
        bench.PostPacks(1);
        Assert.True(bench.Outbox.Figures().LastSequence > 40, $"{bench.Outbox.Figures().LastSequence}");
        Assert.NotEmpty(bench.Events(StationEventKind.SegmentCorrupt));
    }

    [Fact]
    public void SetAside_ManyDamagedFiles_StaysBounded()
    {
        using OutboxBench bench = new();
        SetAsideFolder folder = new(bench.Options.Folder, bench.Time);
        for (int i = 1; i <= 230; i++)
        {
            folder.TakePack(i, [1, 2, 3]);
        }

        Assert.Equal(200, Directory.GetFiles(bench.SetAside).Length);
        Assert.Equal(30, folder.Deleted);
    }

    internal static void Damage(string path, string damage, int seed)
    {
        byte[] bytes = File.ReadAllBytes(path);
        Random random = new(seed);
        switch (damage)
        {
            case "truncate": bytes = bytes[..(bytes.Length / 2)]; break;
            case "zero-header": bytes.AsSpan(0, 100).Clear(); break;
            case "zero-first-page": bytes.AsSpan(0, 4096).Clear(); break;
            case "zeros": bytes.AsSpan().Clear(); break;
            case "garbage": random.NextBytes(bytes); break;
            case "empty": bytes = []; break;
            case "flip":
                for (int i = 0; i < 40; i++)
                {
                    bytes[random.Next(4096, bytes.Length)] ^= (byte)random.Next(1, 256);
                }

                break;
            default:
                File.Delete(path);
                return;
        }

        File.WriteAllBytes(path, bytes);
    }

    /// <summary>A damaged file is moved and not deleted, for a person who comes by; what was gone cannot be moved.</summary>
    private static void AssertLiesAside(OutboxBench bench, string path, bool wasThere)
    {
        string[] aside = Directory.Exists(bench.SetAside) ? Directory.GetFiles(bench.SetAside, $"{Path.GetFileName(path)}.*") : [];
        Assert.Equal(wasThere ? 1 : 0, aside.Length);
    }

    private static OutboxBench Filled()
    {
        OutboxBench bench = new(o => o.SegmentBytesMax = 32 * 1024);
        bench.PostPacks(Packs);
        Assert.True(bench.SegmentPaths.Length > 2, "too few segments");
        return bench;
    }

    private static IEnumerable<Pack> ReadAll(OutboxBench bench)
    {
        for (long sequence = 1; bench.Outbox.Choose(w => w.NextFrom(sequence)) is { } next; sequence = next + 1)
        {
            foreach (StoredPack stored in bench.Outbox.Read(next, 1, descending: false))
            {
                Pack? pack = bench.Decoder.Decode(stored.Payload, OutboxBench.Station, null).Pack;
                Assert.NotNull(pack);
                Assert.Equal(next, pack.Sequence);
                yield return pack;
            }
        }
    }

    private static IEnumerable<long> Range(long first, long last)
    {
        for (long i = first; i <= last; i++)
        {
            yield return i;
        }
    }
}

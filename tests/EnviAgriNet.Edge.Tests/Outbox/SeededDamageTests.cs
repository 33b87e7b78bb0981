using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Protocol.Packs;

namespace EnviAgriNet.Edge.Tests.Outbox;

/// <summary>
/// The newest segment of an outbox that is the same to the byte in every run, damaged in many places: what was accepted is what
/// waits and what is counted as lost, to the reading.
/// </summary>
public sealed class SeededDamageTests(DamageTemplate template) : IClassFixture<DamageTemplate>
{
    private const int Seeds = 20;
    private const int Page = 4096;

    private static readonly string[] Kinds = ["flip", "garbage-page", "zero-page", "cut"];

    public static TheoryData<string, int> Damages()
    {
        TheoryData<string, int> data = [];
        foreach (string kind in Kinds)
        {
            for (int seed = 1; seed <= Seeds; seed++)
            {
                data.Add(kind, seed);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void Open_DamagedNewestSegment_CountsEveryReadingOnce(string kind, int seed) =>
        Run(paths => Damage(paths[^1], kind, seed), lostMax: null);

    [SmallDiskTheory]
    [MemberData(nameof(Damages))]
    public void Open_DamagedNewestSegmentAndDiskFull_CountsEveryReadingOnce(string kind, int seed)
    {
        using SmallDisk disk = new(3000);
        Damage(template.CopyTo(disk.Folder)[^1], kind, seed);
        disk.Fill(leave: 0);
        using OutboxBench bench = DamageTemplate.Open(disk.Folder);
        Assert.Equal(OutboxFault.NoRoom, Assert.Throws<OutboxException>(() => bench.Post(1)).Fault);
        disk.Free();
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        AssertAccounted(bench);
    }

    [Theory]
    [InlineData("sequence=sequence+500")]
    [InlineData("first_ms=first_ms+1")]
    [InlineData("last_ms=last_ms-1")]
    [InlineData("readings=-113")]
    [InlineData("readings=74")]
    [InlineData("heard_ms=heard_ms+1")]
    [InlineData("boot='x'")]
    [InlineData("uncertainty_ms=1")]
    [InlineData("offset_ms=7")]
    [InlineData("sent=1")]
    [InlineData("bytes=bytes+1")]
    [InlineData("payload=zeroblob(9)")]
    public void Open_DamagedColumnOfAPack_LosesThatPackAndNoMore(string change)
    {
        // Where a sealed segment is damaged shows when the pack is read.
        string sql = $"UPDATE pack SET {change} WHERE sequence=(SELECT min(sequence)+1 FROM pack)";
        Run(paths => OutboxBench.Execute(paths[0], sql), lostMax: 10);
        Run(
            paths =>
            {
                OutboxBench.Execute(paths[^1], sql);
                OutboxBench.Execute(paths[^1], "UPDATE meta SET value=value-1 WHERE key='accepted_readings'");
            },
            lostMax: 10);
    }

    [Theory]
    [InlineData("UPDATE journal SET readings=90 WHERE readings=4")]
    [InlineData("UPDATE journal SET readings=-90 WHERE readings=3")]
    [InlineData("UPDATE journal SET boot='x' WHERE readings=3")]
    [InlineData("UPDATE journal SET heard_ms=7 WHERE readings=3")]
    [InlineData("UPDATE journal SET offset_ms=7 WHERE readings=3")]
    [InlineData("UPDATE meta SET value=value+64 WHERE key='accepted_readings'")]
    [InlineData("UPDATE meta SET value=value+1 WHERE key='next_sequence'")]
    [InlineData("UPDATE meta SET value=value-1 WHERE key='next_sequence'")]
    public void Open_DamagedCountOfTheNewestSegment_IsFoundOut(string sql) =>
        Run(paths => OutboxBench.Execute(paths[^1], sql), lostMax: 4);

    [Theory]
    [InlineData(-20)]
    [InlineData(20)]
    public void Open_DamagedEndOfASealedSegment_LosesNothing(int by) => Run(
        paths => OutboxBench.Execute(paths[0], $"UPDATE meta SET value=value+({by}) WHERE key='next_sequence'"), lostMax: 0);

    private void Run(Action<string[]> damage, long? lostMax)
    {
        string folder = TestFolder.Make();
        damage(template.CopyTo(folder));
        using (OutboxBench bench = DamageTemplate.Open(folder))
        {
            AssertAccounted(bench);
            OutboxFigures figures = bench.Outbox.Figures();
            Assert.True(lostMax is not { } most || (figures.SegmentsCorrupt == 1 && figures.LostReadings <= most), $"{figures}");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static void AssertAccounted(OutboxBench bench)
    {
        bench.Post(1);
        bench.Flush();
        long waiting = Waiting(bench);
        OutboxFigures figures = bench.Outbox.Figures();
        const int Accepted = DamageTemplate.Accepted + 1;
        Assert.Equal((Accepted, Accepted), (figures.AcceptedReadings, waiting + figures.LostReadings));
        bench.Reopen();
        Assert.Equal(waiting, Waiting(bench));
        OutboxFigures again = bench.Outbox.Figures();
        Assert.Equal((figures.AcceptedReadings, figures.LostReadings), (again.AcceptedReadings, again.LostReadings));
    }

    private static long Waiting(OutboxBench bench)
    {
        long readings = 0;
        for (long next = 1; bench.Outbox.Choose(w => w.NextFrom(next)) is { } sequence; next = sequence + 1)
        {
            foreach (StoredPack stored in bench.Outbox.Read(sequence, 1, descending: false))
            {
                Pack pack = bench.Decoder.Decode(stored.Payload, OutboxBench.Station, null).Pack!;
                Assert.Equal(sequence, pack.Sequence);
                Assert.Equal(
                    (pack.Readings.Count, pack.Boot, pack.HeardAt), (stored.Readings, stored.Boot, stored.HeardAt));
                readings += pack.Readings.Count;
            }
        }

        return readings;
    }

    private static void Damage(string path, string kind, int seed)
    {
        byte[] bytes = File.ReadAllBytes(path);
        Random random = new(seed);
        int page = random.Next(1, bytes.Length / Page) * Page;
        switch (kind)
        {
            case "garbage-page": random.NextBytes(bytes.AsSpan(page, Page)); break;
            case "zero-page": bytes.AsSpan(page, Page).Clear(); break;
            case "cut": bytes = bytes[..random.Next(bytes.Length)]; break;
            default:
                for (int i = 0; i < 40; i++)
                {
                    bytes[random.Next(Page, bytes.Length)] ^= (byte)random.Next(1, 256);
                }

                break;
        }

        File.WriteAllBytes(path, bytes);
    }
}

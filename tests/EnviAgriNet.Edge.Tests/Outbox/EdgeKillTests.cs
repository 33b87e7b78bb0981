using System.Collections.Concurrent;
using System.Globalization;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Edge.Clock;
using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Protocol.Packs;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Edge.Tests.Outbox;

/// <summary>The real process is killed under load; what it acknowledged must be on disk.</summary>
public sealed class EdgeKillTests
{
    private const int Sources = 8;
    private const int ReadingsPerPost = 7;
    private const int FirstReadings = 100;

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Kill_UnderLoad_EveryAcknowledgedReadingIsThere(int seed)
    {
        Random random = new(seed);
        string folder = TestFolder.Make();
        try
        {
            ConcurrentBag<long> acknowledged = [];
            long next = 0;
            for (int round = 0; round < 2; round++)
            {
                using EdgeProcess edge = await EdgeProcess.StartAsync(
                    folder, FreePort.Next(), "Outbox:SegmentBytesMax=65536", "Packing:ReadingsMax=100", "Packing:AgeMax=00:00:00.050");
                Task[] sources = [.. Enumerable.Range(0, Sources).Select(_ => Task.Run(async () =>
                {
                    while (true)
                    {
                        long first = Interlocked.Add(ref next, ReadingsPerPost) - ReadingsPerPost;
                        (int? status, string _) = await edge.PostAsync(Payload(first));
                        if (status is null)
                        {
                            return;
                        }

                        if (status == 204)
                        {
                            for (long i = first; i < first + ReadingsPerPost; i++)
                            {
                                acknowledged.Add(i);
                            }
                        }
                    }
                }))];

                // A slow machine acknowledges its first ones late; from then on any moment will do.
                int before = acknowledged.Count;
                await Eventually.HoldsAsync("readings are acknowledged", TimeSpan.FromMinutes(1), () => acknowledged.Count > before + FirstReadings);
                await Task.Delay(random.Next(0, 1100));
                await edge.KillAsync();
                await Task.WhenAll(sources);
            }

            Verify(folder, [.. acknowledged], seed);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Verify(string folder, HashSet<long> acknowledged, int seed)
    {
        StationId station = StationId.Parse("cm-01");
        TestTime time = new();
        NodeClock clock = new(new ClockOptions(), "x", []);
        using PackOutbox outbox = new(
            new OutboxOptions { Folder = Path.Combine(folder, "outbox"), FreeBytesMin = 0 }, station, time,
            _ => new PackForming(station, 1000, TimeSpan.Zero, TimeSpan.Zero, time, clock));
        while (outbox.Commit([]) > 0)
        {
            // The rest of the journal becomes packs.
        }

        PackDecoder decoder = new();
        HashSet<long> found = [];
        long readings = 0;
        long last = outbox.Figures().LastSequence;
        for (long sequence = 1; sequence <= last; sequence++)
        {
            StoredPack stored = Assert.Single(outbox.Read(sequence, 1, descending: false));
            Pack pack = decoder.Decode(stored.Payload, station, null).Pack!;
            Assert.Equal(sequence, pack.Sequence);
            readings += pack.Readings.Count;
            found.UnionWith(pack.Readings.Select(r => r.TakenAt.ToUnixTimeSeconds() - 1_700_000_000));
        }

        Assert.True(acknowledged.IsSubsetOf(found), $"seed {seed}: {acknowledged.Except(found).Count()} acknowledged readings are gone");
        Assert.True(readings == outbox.Figures().AcceptedReadings, $"seed {seed}: {readings} stored, {outbox.Figures().AcceptedReadings} counted");
        Assert.True(outbox.Figures().SegmentsCorrupt == 0, $"seed {seed}: a segment was taken for damaged");
    }

    private static string Payload(long first) =>
        $"[{{\"bn\":\"urn:eag:cm-01:\",\"bt\":1700000000,\"n\":\"pm25\",\"t\":{first},\"v\":1}}"
        + string.Concat(Enumerable.Range(1, ReadingsPerPost - 1).Select(
            i => string.Create(CultureInfo.InvariantCulture, $",{{\"n\":\"pm25\",\"t\":{first + i},\"v\":1}}")))
        + "]";
}

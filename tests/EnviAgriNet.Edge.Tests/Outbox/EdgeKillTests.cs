using System.Collections.Concurrent;
using System.Globalization;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Edge.Tests.Outbox;

/// <summary>The real process is killed under load; what it acknowledged must be on disk.</summary>
public sealed class EdgeKillTests
{
    private const int Sources = 8;

    // So many that a commit takes a while: an answer given before its commit is then found out at most of the moments of a kill.
    private const int ReadingsPerPost = 150;
    private const int FirstReadings = 100;
    private const long FirstTime = 1_700_000_000;

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
        OutboxContent content = OutboxContent.Read(Path.Combine(folder, "outbox"));
        HashSet<long> found = [.. content.Times.Select(t => t - FirstTime)];

        Assert.True(acknowledged.IsSubsetOf(found), $"seed {seed}: {acknowledged.Except(found).Count()} acknowledged readings are gone");
        Assert.True(content.Readings == content.Figures.AcceptedReadings, $"seed {seed}: {content.Readings} stored, {content.Figures.AcceptedReadings} counted");
        Assert.True(content.Figures.SegmentsCorrupt == 0, $"seed {seed}: a segment was taken for damaged");
    }

    private static string Payload(long first) =>
        $"[{{\"bn\":\"urn:eag:cm-01:\",\"bt\":{FirstTime},\"n\":\"pm25\",\"t\":{first},\"v\":1}}"
        + string.Concat(Enumerable.Range(1, ReadingsPerPost - 1).Select(
            i => string.Create(CultureInfo.InvariantCulture, $",{{\"n\":\"pm25\",\"t\":{first + i},\"v\":1}}")))
        + "]";
}

using System.Globalization;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Edge.Tests.Outbox;

/// <summary>What an accepted reading costs the disk: a card endures so many bytes, and the edge is to outlive its box.</summary>
public sealed class DiskWearTests
{
    private const int Batches = 200;
    private const int WarmUp = 20;
    private const int ReadingsPerPost = 20;

    /// <summary>
    /// A batch touches one page of its segment: a frame of 4,120 bytes in the log, which lies in two blocks of the disk, 8,192 bytes
    /// and so 410 a reading of a batch of twenty. The control database's note takes 52 (a frame of 1,048 bytes), and a pack for every
    /// five batches, which touches about four more pages, 160 more. One more page a batch would be 205.
    /// </summary>
    private const double BytesPerReadingMax = 680;

    [Fact]
    public async Task Post_TwentyReadingsABatch_CostsTheDiskFewBytesAReading()
    {
        // Not the folder of the other tests: /tmp may lie in memory, where nothing is written; /var/tmp outlives a start.
        string folder = Directory.CreateDirectory($"/var/tmp/eag-wear-{Environment.ProcessId}").FullName;
        try
        {
            using EdgeProcess edge = await EdgeProcess.StartAsync(folder, FreePort.Next(), "Packing:ReadingsMax=100");
            await PostAsync(edge, 0, WarmUp);
            long before = WrittenBytes(edge.Id);
            await PostAsync(edge, WarmUp, Batches);
            double perReading = (double)(WrittenBytes(edge.Id) - before) / (Batches * ReadingsPerPost);

            Assert.InRange(perReading, 1, BytesPerReadingMax);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task PostAsync(EdgeProcess edge, int first, int batches)
    {
        for (int batch = first; batch < first + batches; batch++)
        {
            Assert.Equal(204, (await edge.PostAsync(Payload(batch))).Status);
        }
    }

    private static string Payload(int batch) =>
        string.Create(CultureInfo.InvariantCulture, $"[{{\"bn\":\"urn:eag:cm-01:\",\"bt\":{1_767_225_600 + batch},\"n\":\"pm25\",\"v\":{batch % 70}.5}}")
        + string.Concat(Enumerable.Range(1, ReadingsPerPost - 1).Select(
            i => string.Create(CultureInfo.InvariantCulture, $",{{\"n\":\"soil_moisture/c{i}\",\"v\":{(batch + i) % 50}}}")))
        + "]";

    private static long WrittenBytes(int process) => long.Parse(
        File.ReadLines($"/proc/{process}/io").Single(l => l.StartsWith("write_bytes:", StringComparison.Ordinal)).Split(' ')[1],
        CultureInfo.InvariantCulture);
}

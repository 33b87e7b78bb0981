using EnviAgriNet.Demo.Field;

namespace EnviAgriNet.System.Tests.Faults;

/// <summary>A file of the outbox that is damaged while the edge is away: it is set aside, salvaged, counted, and the edge goes on (P10).</summary>
public sealed class CorruptSegmentTests
{
    private static readonly FieldScript Script = new() { BoardsWait = false };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public Task Segment_Damaged_CostsOnlyWhatItSays(int seed) => FaultField.RunAsync($"{seed}", Script, async field =>
    {
        SettingsFile.Set(field.Centre.Edge.Settings, "Outbox", "SegmentBytesMax", 32 * 1024);
        await field.Network.Broker.StartAsync(CancellationToken.None);
        field.Network.ConnectTo(field.Network.Broker.Port);
        await field.Network.StartCloudAsync(CancellationToken.None);
        await using CuttableLink link = new(field.Network.Broker.Port);
        link.Refuse();
        SettingsFile.Set(field.Centre.Edge.Settings, "Mqtt", "Port", link.Port);
        await field.Network.StartEdgesAsync(CancellationToken.None);
        await field.StartBoardsAsync();
        await field.Network.BoardsFinishedAsync(TimeSpan.FromSeconds(60), CancellationToken.None);

        field.Centre.Edge.Process.Kill();
        Damage(field.Centre.Edge.OutboxFolder, new Random(seed));
        await field.Centre.Edge.StartAsync(CancellationToken.None);
        link.Open();
        await field.Network.DrainAsync(TimeSpan.FromSeconds(60), CancellationToken.None);
        await field.Network.SettledAsync(TimeSpan.FromSeconds(60), CancellationToken.None);
        EdgeStatus status = await field.Centre.Edge.StatusAsync(CancellationToken.None);
        Assert.True(status.SegmentsCorrupt > 0, $"No segment was found damaged: {status.Answer.ToJsonString()}");

        Evidence evidence = await Evidence.TakeAsync(field.Network);
        Promises.NothingLost(evidence);
        Promises.RollUpsFollow(evidence);
        Promises.NoAlertTwice(evidence);
        long dropped = evidence.Ledger.Sum(r => r.Dropped);
        long input = Script.InOrder().Count;
        Assert.True(evidence.Totals.Stored + dropped >= input, $"{input} measured, {evidence.Totals.Stored} stored, {dropped} declared as dropped");
        Assert.True(evidence.Totals.Stored > input / 2, $"Only {evidence.Totals.Stored} of {input} were saved");
    });

    private static void Damage(string folder, Random random)
    {
        FileInfo[] segments = [.. new DirectoryInfo(folder).EnumerateFiles("segment-*.db").OrderBy(f => f.Name)];
        Assert.True(segments.Length >= 3, $"Only {segments.Length} segments in {string.Join(", ", Directory.GetFiles(folder))}");
        FileInfo segment = segments[random.Next(segments.Length - 1)];
        using FileStream file = segment.OpenWrite();
        switch (random.Next(3))
        {
            case 0:
                // A page or two in the middle.
                byte[] noise = new byte[6 * 1024];
                random.NextBytes(noise);
                file.Position = random.NextInt64(segment.Length - noise.Length);
                file.Write(noise);
                break;
            case 1:
                // What a power cut leaves of a file that was just written.
                file.SetLength(segment.Length / 2);
                break;
            default:
                file.Write(new byte[segment.Length]);
                break;
        }
    }
}

using System.IO.Compression;
using EnviAgriNet.Testing;

namespace EnviAgriNet.Edge.Tests.Outbox;

/// <summary>
/// An outbox that stands in the field is opened by a newer program: the files are those of an edge of before the count of accepted
/// readings was left to the rows, killed with two packs and three batches in its journal.
/// </summary>
public sealed class FieldOutboxTests
{
    private const int Packs = 2;
    private const int Readings = 110;
    private const int ReadingsPerPost = 10;
    private const long FirstTime = 1_767_225_600;

    [Fact]
    public void Open_OutboxOfBefore_HasEveryReadingAndNothingIsDamaged()
    {
        using Field field = new();

        OutboxContent content = OutboxContent.Read(field.Outbox);

        Assert.Equal((Readings, (long)Readings), (content.Readings, content.Figures.AcceptedReadings));
        Assert.Equal(Enumerable.Range(0, Readings / ReadingsPerPost).Select(i => FirstTime + i), content.Times.Order());
        Assert.Equal((0, 0), (content.Figures.SegmentsCorrupt, content.Figures.LostReadings));
    }

    [Fact]
    public async Task GoOn_OutboxOfBeforeAndKilled_CountsWhatWasAcceptedBeforeAndAfter()
    {
        using Field field = new();
        for (int round = 1; round <= 2; round++)
        {
            using EdgeProcess edge = await EdgeProcess.StartAsync(field.Folder, FreePort.Next(), "Packing:AgeMax=01:00:00");
            Assert.Equal(204, (await edge.PostAsync($"[{{\"bn\":\"urn:eag:cm-01:\",\"bt\":{FirstTime + 100 + round},\"n\":\"pm25\",\"v\":1}}]")).Status);
            Assert.Equal(Readings + round, (long)(await edge.StatusAsync())["accepted_readings"]!);
            await edge.KillAsync();
        }

        OutboxContent content = OutboxContent.Read(field.Outbox);

        Assert.Equal((Readings + 2L, Readings + 2L), (content.Readings, content.Figures.AcceptedReadings));
        Assert.Equal((0, 0), (content.Figures.SegmentsCorrupt, content.Figures.LostReadings));
        Assert.True(content.Figures.LastSequence > Packs);
    }

    private sealed class Field : IDisposable
    {
        public Field()
        {
            using Stream zip = typeof(FieldOutboxTests).Assembly.GetManifestResourceStream("outbox-of-0.1.0.zip")!;
            ZipFile.ExtractToDirectory(zip, Outbox);
        }

        public string Folder { get; } = TestFolder.Make();

        public string Outbox => Path.Combine(Folder, "outbox");

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}

using EnviAgriNet.Edge.Outbox;

namespace EnviAgriNet.Edge.Tests.Outbox;

/// <summary>An edge that was killed left the newest readings to the rows of its journal; they are counted whatever else is lost.</summary>
public sealed class AcceptedCountTests
{
    [Fact]
    public void Open_KilledThenControlDatabaseLostAndSegmentDamaged_CountsRowsOfTheJournal()
    {
        using OutboxBench bench = new();
        bench.PostPacks(3);
        bench.Post(4);
        bench.Post(3);
        using OutboxBench left = new();
        left.Close();
        Directory.Delete(left.Options.Folder, recursive: true);
        Directory.CreateDirectory(left.Options.Folder);
        foreach (string file in Directory.GetFiles(bench.Options.Folder, "segment-*"))
        {
            File.Copy(file, Path.Combine(left.Options.Folder, Path.GetFileName(file)));
        }

        OutboxBench.Execute(left.SegmentPaths[0], "DELETE FROM pack WHERE sequence=2");
        OutboxBench.Execute(left.SegmentPaths[0], "INSERT INTO settled VALUES(-1,-1,1)");

        left.Reopen();

        OutboxFigures figures = left.Outbox.Figures();
        Assert.Equal((37, 10), (figures.AcceptedReadings, figures.LostReadings));
    }
}

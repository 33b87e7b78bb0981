using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Protocol.Messages;

namespace EnviAgriNet.Edge.Tests.Outbox;

public sealed class FullDiskTests
{
    [SmallDiskFact]
    public void Commit_DiskFull_HoldsAndGoesOnWhenThereIsRoomAgain()
    {
        using SmallDisk disk = new(1500);
        using OutboxBench bench = new(o => o.Folder = Path.Combine(disk.Folder, "outbox"));
        disk.Fill(leave: 600_000);
        long accepted = 0;
        OutboxException? fault = null;
        for (int i = 0; i < 10_000 && fault is null; i++)
        {
            try
            {
                bench.Time.Advance(TimeSpan.FromSeconds(1));
                bench.Post(10);
                accepted += 10;
            }
            catch (OutboxException e)
            {
                fault = e;
            }
        }

        Assert.Equal(OutboxFault.NoRoom, fault?.Fault);
        Assert.Throws<OutboxException>(() => bench.Post(10));
        Assert.Equal(accepted, bench.Outbox.Figures().AcceptedReadings);
        disk.Free();
        bench.Time.Advance(TimeSpan.FromSeconds(5));
        bench.Post(10);
        bench.Flush();
        bench.Reopen();
        Assert.Equal(accepted + 10, bench.Outbox.Figures().AcceptedReadings);
        Assert.Equal(accepted + 10, bench.Waiting().Sum(p => p.Readings.Count));
        Assert.Equal(0, bench.Outbox.Figures().SegmentsCorrupt);
    }

    [SmallDiskFact]
    public void Open_DamagedSegmentAndDiskFull_StartsKeepsTheFileAndHealsLater()
    {
        using SmallDisk disk = new(3000);
        using OutboxBench bench = new(o =>
        {
            o.Folder = Path.Combine(disk.Folder, "outbox");
            o.SegmentBytesMax = 64 * 1024;
        });
        bench.PostPacks(300);
        bench.Close();
        string damaged = bench.SegmentPaths[^1];
        OutboxHealingTests.Damage(damaged, "flip", seed: 4);
        byte[] held = File.ReadAllBytes(damaged);
        disk.Fill(leave: 0);

        bench.Reopen();
        Assert.Equal(OutboxFault.NoRoom, Assert.Throws<OutboxException>(() => bench.Post(1)).Fault);
        Assert.Equal(0, bench.Outbox.Choose(w => w.Count));
        bench.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(OutboxFault.NoRoom, Assert.Throws<OutboxException>(() => bench.Post(1)).Fault);
        Assert.Equal(held, File.ReadAllBytes(damaged));
        Assert.Empty(Directory.GetFiles(bench.Options.Folder, "*.new*"));

        disk.Free();
        Assert.Throws<OutboxException>(() => bench.Post(1));
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        bench.Post(1);
        bench.Flush();
        OutboxFigures figures = bench.Outbox.Figures();
        Assert.Equal((1, 3001), (figures.SegmentsCorrupt, figures.AcceptedReadings));
        Assert.Equal(3001, bench.Waiting().Sum(p => p.Readings.Count) + figures.LostReadings);
    }

    [Fact]
    public void Commit_BelowTheFreeSpaceFloor_RefusesReadingsAndKeepsItsBooks()
    {
        using OutboxBench bench = new();
        bench.Post(3);
        bench.Options.FreeBytesMin = long.MaxValue;
        Assert.Equal(OutboxFault.NoRoom, Assert.Throws<OutboxException>(() => bench.Post(1)).Fault);
        bench.Outbox.Tell(new StationEvent { Kind = StationEventKind.ClockStep });
        bench.Flush();
        Assert.Equal(1, bench.Receipt(1, 1));
        bench.Options.FreeBytesMin = 0;
        bench.Post(2);
        Assert.Equal(5, bench.Outbox.Figures().AcceptedReadings);
    }

    [Fact]
    public void Figures_HoursLeft_IsTheRoomByTheRateOfTheLastDay()
    {
        using OutboxBench bench = new(o => o.BytesMax = 8L * 1024 * 1024);
        Assert.Null(bench.Outbox.Figures().HoursLeft);
        bench.PostPacks(3600);
        double before = bench.Outbox.Figures().HoursLeft!.Value;
        Assert.InRange(before, 1, 45 * 24);
        bench.Options.BytesMax = 6L * 1024 * 1024;
        Assert.InRange(bench.Outbox.Figures().HoursLeft!.Value, 0, before - 1);
        bench.Options.DaysMax = 0;
        Assert.Equal(0, bench.Outbox.Figures().HoursLeft);
    }
}

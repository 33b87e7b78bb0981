using EnviAgriNet.Demo.Field;

namespace EnviAgriNet.System.Tests.Faults;

/// <summary>A disk that fills up, at the edge and at the cloud: nothing is taken that cannot be kept, and it goes on by itself.</summary>
public sealed class FullDiskTests
{
    private static readonly FieldScript Script = new();
    private static readonly FieldScript Unpaced = new() { BoardsWait = false };

    [RootFact]
    public Task EdgeDisk_Full_HoldsTheSourceAndRecovers() => FaultField.RunAsync("none", Script, async field =>
    {
        Directory.CreateDirectory(field.Centre.Edge.OutboxFolder);
        using SmallDisk disk = SmallDisk.Mount(field.Centre.Edge.OutboxFolder, 24);
        SettingsFile.Set(field.Centre.Edge.Settings, "Outbox", "FreeBytesMin", 1024 * 1024);
        await field.StartAsync();
        await Task.Delay(TimeSpan.FromSeconds(1));
        disk.Fill();
        long before = await AcceptedAsync(field);
        await Task.Delay(TimeSpan.FromSeconds(2));
        // What was on its way when the disk became full may still have found room.
        long full = await AcceptedAsync(field);
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.Equal(full, await AcceptedAsync(field));
        Assert.True(full >= before, "The edge forgot what it accepted");
        disk.Free();
        await Promises.AllHoldAsync(await field.FinishAsync(), field);
    });

    [RootFact]
    public Task CloudDisk_Full_KeepsEverythingAtTheEdgeAndRecovers() => FaultField.RunAsync("none", Unpaced, async field =>
    {
        Directory.CreateDirectory(field.Network.Cloud.DataPath);
        using SmallDisk disk = SmallDisk.Mount(field.Network.Cloud.DataPath, 48);
        await field.StartAsync();
        await Task.Delay(TimeSpan.FromSeconds(1));
        disk.Fill();
        await field.Network.BoardsFinishedAsync(TimeSpan.FromSeconds(60), CancellationToken.None);
        EdgeStatus status = await field.Centre.Edge.StatusAsync(CancellationToken.None);
        Assert.True(status.Depth > 0, "The edge has a receipt for everything although the cloud's disk is full");
        disk.Free();
        Promises.DataHold(await field.FinishAsync(), field);
    });

    private static async Task<long> AcceptedAsync(FaultField field) =>
        (await field.Centre.Edge.StatusAsync(CancellationToken.None)).AcceptedReadings;
}

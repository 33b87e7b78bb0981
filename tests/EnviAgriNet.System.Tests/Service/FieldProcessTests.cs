using EnviAgriNet.Demo.Field;

namespace EnviAgriNet.System.Tests.Service;

/// <summary>The roles of the field as real processes: what a test does to them is what happens.</summary>
public sealed class FieldProcessTests
{
    [Fact]
    public async Task Stop_OfAProcessThatEndsOnRequest_IsClean()
    {
        using FieldFolder folder = FieldFolder.Temporary();
        using FieldProcess process = Start(folder, "trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.05; done");
        Assert.True(await process.StopAsync(TimeSpan.FromSeconds(10), CancellationToken.None));
        Assert.Equal(0, process.ExitCode);
        Assert.EndsWith("bye", process.Tail(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_OfAProcessThatDoesNotListen_KillsIt()
    {
        using FieldFolder folder = FieldFolder.Temporary();
        using FieldProcess process = Start(folder, "trap '' TERM; echo up; while :; do sleep 0.05; done");
        Assert.False(await process.StopAsync(TimeSpan.FromSeconds(0.5), CancellationToken.None));
        Assert.Equal(128 + 9, process.ExitCode);
    }

    [Fact]
    public void Kill_AndStart_IsANewProcessInTheSameRole()
    {
        using FieldFolder folder = FieldFolder.Temporary();
        using FieldProcess process = Start(folder, "echo up; exec sleep 60");
        int? first = process.Id;
        process.Kill();
        Assert.False(process.IsRunning);
        process.Start();
        Assert.True(process.IsRunning);
        Assert.NotEqual(first, process.Id);
        Assert.Equal(2, process.Starts);
    }

    private static FieldProcess Start(FieldFolder folder, string script)
    {
        FieldProcess process = new("script", folder.Path, () => ["sh", "-c", script]);
        process.Start();
        Assert.True(
            SpinWait.SpinUntil(() => process.Tail(1) == "up", TimeSpan.FromSeconds(10)), $"The script said: {process.Tail(5)}");
        return process;
    }
}

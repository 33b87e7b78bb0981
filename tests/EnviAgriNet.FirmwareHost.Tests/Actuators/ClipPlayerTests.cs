using System.Diagnostics;
using EnviAgriNet.FirmwareHost.Actuators;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.FirmwareHost.Tests.Actuators;

/// <summary>Recorded clips, played by a program that writes down what it was called with.</summary>
public sealed class ClipPlayerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Play_Clip_CallsThePlayerSoOften()
    {
        using ClipPlayer player = Player("echo \"$@\" >> " + _folder.File("heard"));
        player.Play("haze-severe", 3);
        string call = $"-q -D plughw:1,0 {_folder.File("haze-severe.wav")}";
        await Until.TrueAsync(() => File.Exists(_folder.File("heard")) && File.ReadAllLines(_folder.File("heard")).Length == 3, () => "three times");
        Assert.All(File.ReadAllLines(_folder.File("heard")), line => Assert.Equal(call, line));
    }

    [Fact]
    public async Task Play_AnotherWhileOnePlays_EndsTheFirst_AndEmptyEndsAll()
    {
        using ClipPlayer player = Player($"echo $$ >> {_folder.File("heard")}; exec sleep 600");
        player.Play("haze-severe", 3);
        int first = await StartedAsync(1);
        player.Play("haze-severe", 1);
        int second = await StartedAsync(2);
        await Until.TrueAsync(() => !Directory.Exists($"/proc/{first}"), () => "the end of the first");
        player.Play(string.Empty, 0);
        await Until.TrueAsync(() => !Directory.Exists($"/proc/{second}"), () => "the end of the second");
    }

    [Fact]
    public void FaultOf_ClipThatIsNotThere_NamesTheFile()
    {
        using ClipPlayer player = Player("true");
        Assert.Null(player.FaultOf("haze-severe"));
        Assert.Contains(_folder.File("flood.wav"), player.FaultOf("flood"), StringComparison.Ordinal);
    }

    private async Task<int> StartedAsync(int count)
    {
        string[] lines = [];
        await Until.TrueAsync(
            () => File.Exists(_folder.File("heard")) && (lines = File.ReadAllLines(_folder.File("heard"))).Length == count, () => $"{count} players");
        return int.Parse(lines[^1]);
    }

    private ClipPlayer Player(string script)
    {
        string program = _folder.File("player");
        File.WriteAllText(program, "#!/bin/sh\n" + script + "\n");
        using (Process chmod = Process.Start("chmod", ["+x", program]))
        {
            chmod.WaitForExit();
        }

        File.WriteAllText(_folder.File("haze-severe.wav"), string.Empty);
        return new ClipPlayer(_folder.Path, program, "plughw:1,0", NullLogger<ClipPlayer>.Instance);
    }
}

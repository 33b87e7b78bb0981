using System.Text;

namespace EnviAgriNet.FirmwareHost.Tests;

public sealed class FirmwareProcessTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private StandInEdge _edge = null!;

    private string EdgeSocket => _folder.File("edge.sock");

    private string OwnSocket => _folder.File("firmware.sock");

    public async Task InitializeAsync() => _edge = await StandInEdge.StartAsync(EdgeSocket);

    public async Task DisposeAsync() => await _edge.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Replay_KilledAgainAndAgain_LeavesNoGap(int seed)
    {
        const int Rows = 30_000;
        Random random = new(seed);
        WriteRecording(Rows);
        for (int kill = 0; kill < 4; kill++)
        {
            // The edge falls silent after so many readings, with or without the last batch on its disk. The first time that is
            // right behind the first batch, when the progress was just written.
            int until = _edge.Committed.Count + (kill == 0 ? 1 : random.Next(1, 6000));
            bool commitsLast = random.Next(2) == 0;
            bool silent = false;
            _edge.Always = async (http, batch) =>
            {
                bool holds = _edge.Committed.Count >= until;
                if (!holds || commitsLast)
                {
                    _edge.Commit(batch);
                }

                http.Response.StatusCode = 204;
                silent |= holds;
                await Task.Delay(holds ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, http.RequestAborted);
            };
            using FirmwareProcess killed = StartReplay();
            await Until.TrueAsync(() => silent, () => $"seed {seed}: {until} readings; the log:\n{killed.AllLog}");
            await killed.KillAsync();
        }

        _edge.Always = null;
        using FirmwareProcess last = StartReplay();
        Assert.Equal(0, await last.ExitAsync());

        HashSet<double> values = [.. _edge.Committed.Select(r => r.Value)];
        Assert.True(values.Count == Rows, $"seed {seed}: {values.Count} of {Rows} distinct readings arrived");
    }

    [Fact]
    public async Task Replay_DoneBefore_SendsNothingAgain()
    {
        WriteRecording(2_500);
        using (FirmwareProcess first = StartReplay())
        {
            Assert.Equal(0, await first.ExitAsync());
        }

        using FirmwareProcess second = StartReplay();
        Assert.Equal(0, await second.ExitAsync());
        Assert.Equal(2_500, _edge.Committed.Count);
    }

    [Fact]
    public async Task Virtual_EdgeComesLater_StartsWithoutItAndDelivers()
    {
        await _edge.DisposeAsync();
        using FirmwareProcess process = StartVirtual("Board:SampleEvery=00:00:00.1");
        Assert.False((await process.StatusAsync()).GetProperty("finished").GetBoolean());
        _edge = await StandInEdge.StartAsync(EdgeSocket);
        await Until.TrueAsync(() => _edge.Committed.Count > 30, () => $"readings; the log:\n{process.AllLog}");

        Assert.All(_edge.Heads, h => Assert.Equal(BootId(), h.Boot));
        Assert.All(_edge.Heads, h => Assert.InRange(h.Monotonic!.Value.TotalSeconds, 1, 1e9));
    }

    [Fact]
    public async Task Virtual_Terminated_FlushesAndEndsWithZero()
    {
        using FirmwareProcess process = StartVirtual("Board:SampleEvery=00:00:01", "Link:FlushEvery=00:05:00");
        await Until.TrueAsync(() => StatusProduced(process) >= 15, () => $"samples; the log:\n{process.AllLog}");
        Assert.Empty(_edge.Committed);

        await process.TerminateAsync();

        Assert.Equal(0, await process.ExitAsync());
        Assert.True(_edge.Committed.Count >= 15, $"{_edge.Committed.Count} readings were flushed");
    }

    [Fact]
    public async Task Virtual_TerminatedWithoutAnEdge_EndsWithinSecondsWithZero()
    {
        await _edge.DisposeAsync();
        using FirmwareProcess process = StartVirtual("Board:SampleEvery=00:00:00.1");
        await Until.TrueAsync(() => StatusProduced(process) >= 15, () => $"samples; the log:\n{process.AllLog}");
        long began = TimeProvider.System.GetTimestamp();
        await process.TerminateAsync();
        Assert.Equal(0, await process.ExitAsync());
        Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(10));
        _edge = await StandInEdge.StartAsync(EdgeSocket);
    }

    [Fact]
    public async Task Virtual_RingIsFullWhileTheEdgeHolds_OverflowIsCountedAndTold()
    {
        _edge.Always = StandInEdge.Answer(503, retryAfter: "0");
        using FirmwareProcess process = StartVirtual("Board:SampleEvery=00:00:00.010", "Ring:SamplesMax=2000", "Link:RetryDelayMax=00:00:00.2");
        await Until.TrueAsync(() => Status(process, "overflowed") > 100, () => $"an overflow; the log:\n{process.AllLog}");
        Assert.Equal(2000, Status(process, "ring"));
        _edge.Always = null;

        await Until.TrueAsync(() => !_edge.Events.IsEmpty, () => $"the event; the log:\n{process.AllLog}");
        Assert.Contains("\"kind\":\"source-overflow\"", _edge.Events.First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Actuators_OrdersByHttp_AreCarriedOutOnce()
    {
        using FirmwareProcess process = StartVirtual();
        await process.StatusAsync();
        const string Siren = """{"on":true,"alert":"a","version":2,"seconds":300}""";
        Assert.Equal((200, """{"changed":true,"state":"on"}"""), await process.PutAsync("v1/actuators/siren", Siren));
        Assert.Equal((200, """{"changed":false,"state":"on"}"""), await process.PutAsync("v1/actuators/siren", Siren));
        Assert.Equal(
            (200, """{"changed":true,"state":"น้ำ"}"""), await process.PutAsync("v1/actuators/display", """{"text":{"th":"น้ำ"}}"""));
        Assert.Equal(400, (await process.PutAsync("v1/actuators/siren", "nonsense")).Status);
        Assert.Equal(400, (await process.PutAsync("v1/actuators/siren", "{}")).Status);
        (int status, string body) = await process.PutAsync("v1/actuators/horn", "{}");
        Assert.Equal(404, status);
        Assert.Contains("""["siren","display","voice"]""", body, StringComparison.Ordinal);
        Assert.True((await process.StatusAsync()).GetProperty("siren").GetBoolean());
    }

    [Fact]
    public async Task Run_SecondProcessOnTheSameSocket_RefusesToStart()
    {
        using FirmwareProcess first = StartVirtual();
        await first.StatusAsync();
        using FirmwareProcess second = StartVirtual();
        Assert.Equal(2, await second.ExitAsync());
        Assert.Contains("another process", second.AllLog, StringComparison.Ordinal);
        await first.StatusAsync();
    }

    [Fact]
    public async Task Run_ManyFaults_AreAllListedWithExitCodeTwo()
    {
        using FirmwareProcess process = new(
            OwnSocket, "--set", "Station:Id=X", "--set", "Bord:A=1", "--set", "Board:Speed=-1", "--set", "Board:Scenario=storm",
            "--set", "Board:Foo=1", "--set", "Board:SampleEvery=soon", "--set", "Ring:SamplesMax=1");
        Assert.Equal(2, await process.ExitAsync());
        Assert.All(
            new[] { "Id 'X'", "Region ''", "'Bord'", "'Foo'", "SampleEvery", "SamplesMax", "exactly one of Socket and Url" },
            part => Assert.Contains(part, process.AllLog, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_SampleConfig_MissesOnlyWhatNobodyCanGuess()
    {
        using FirmwareProcess process = new(
            OwnSocket, "--config", Path.Combine(Testing.Repository.Root, "deploy", "edge", "firmware.sample.json"));
        Assert.Equal(2, await process.ExitAsync());
        Assert.Equal(3, process.Log.Count(line => line.StartsWith("eag-firmware:", StringComparison.Ordinal)));
    }

    private static string BootId() => File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();

    private static long Status(FirmwareProcess process, string name) =>
        process.StatusAsync().GetAwaiter().GetResult().GetProperty(name).GetInt64();

    private static long StatusProduced(FirmwareProcess process) => Status(process, "produced");

    private void WriteRecording(int rows)
    {
        StringBuilder text = new("time,value\n");
        for (int i = rows; i > 0; i--)
        {
            text.Append($"{DateTimeOffset.UnixEpoch.AddYears(50).AddMinutes(i):yyyy-MM-dd HH:mm},{i}\n");
        }

        File.WriteAllText(_folder.File("recording.csv"), text.ToString());
    }

    private FirmwareProcess StartReplay() => Start(
        "Board:Kind=Replay", "Board:Speed=0", "Board:ExitAtEnd=true", $"Replay:File={_folder.File("recording.csv")}",
        "Replay:Map=time=time,value=pressure", "Replay:Zone=Z", "Ring:SamplesMax=2000", "Link:BatchReadingsMax=200");

    private FirmwareProcess StartVirtual(params string[] settings) => Start(settings);

    private FirmwareProcess Start(params string[] settings)
    {
        string[] own =
        [
            "Station:Id=centre-a", "Station:Region=5001", $"Link:Socket={EdgeSocket}", $"Actuators:Socket={OwnSocket}", .. settings,
        ];
        return new FirmwareProcess(OwnSocket, [.. own.SelectMany(s => new[] { "--set", s })]);
    }
}

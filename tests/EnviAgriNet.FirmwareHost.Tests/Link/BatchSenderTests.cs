using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.FirmwareHost.Link;
using EnviAgriNet.FirmwareHost.Sampling;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.FirmwareHost.Tests.Link;

public sealed class BatchSenderTests : IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly TempFolder _folder = new();
    private readonly LinkCounts _counts = new();
    private StandInEdge _edge = null!;
    private EdgeClient _client = null!;
    private BatchSender _sender = null!;

    public async Task InitializeAsync()
    {
        EdgeLinkOptions options = new()
        {
            Socket = _folder.File("edge.sock"),
            RetryDelayMin = TimeSpan.FromMilliseconds(1),
            RetryDelayMax = TimeSpan.FromMilliseconds(5),
        };
        _edge = await StandInEdge.StartAsync(options.Socket);
        _client = new EdgeClient(options, TimeProvider.System);
        _sender = new BatchSender(
            _client, StationId.Parse("centre-a"), "boot-1", new Backoff(options.RetryDelayMin, options.RetryDelayMax, 1), _counts,
            TimeProvider.System, NullLogger<BatchSender>.Instance);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _edge.DisposeAsync();
    }

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task SendAsync_EdgeTakesIt_EveryReadingArrivesAsItWas()
    {
        List<Sample> samples = Samples(7);
        await SendAsync(samples);

        Assert.Equal(samples.Select(s => s.Reading), _edge.Committed);
        Assert.Equal((7L, 0L), (_counts.Acknowledged, _counts.Refused));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(502)]
    public async Task SendAsync_EdgeHolds_RepeatsUntilItTakesIt(int status)
    {
        for (int i = 0; i < 3; i++)
        {
            _edge.Script.Enqueue(StandInEdge.Answer(status, retryAfter: "0"));
        }

        await SendAsync(Samples(3));

        Assert.Equal((4, 3), (_edge.Requests, _edge.Committed.Count));
        Assert.Equal((3L, 0L), (_counts.Acknowledged, _counts.Refused));
    }

    [Fact]
    public async Task SendAsync_RetryAfterOneSecond_WaitsThatLong()
    {
        _edge.Script.Enqueue(StandInEdge.Answer(429, retryAfter: "1"));
        long began = TimeProvider.System.GetTimestamp();
        await SendAsync(Samples(1));
        Assert.True(TimeProvider.System.GetElapsedTime(began) > TimeSpan.FromMilliseconds(950));
    }

    [Fact]
    public async Task SendAsync_ConnectionDropsAfterTheCommit_IsRepeated()
    {
        _edge.Script.Enqueue((http, batch) =>
        {
            _edge.Commit(batch);
            http.Abort();
            return Task.CompletedTask;
        });

        await SendAsync(Samples(4));

        Assert.Equal(8, _edge.Committed.Count);
        Assert.Equal(4, _edge.Committed.Distinct().Count());
        Assert.Equal(4, _counts.Acknowledged);
    }

    [Fact]
    public async Task SendAsync_EdgeIsNotThereYet_WaitsForIt()
    {
        await _edge.DisposeAsync();
        Task send = SendAsync(Samples(2));
        _edge = await StandInEdge.StartAsync(_folder.File("edge.sock"));
        await send;
        Assert.Equal(2, _edge.Committed.Count);
    }

    [Fact]
    public async Task SendAsync_SomeRecordsRefused_AreCountedAndNotRepeated()
    {
        const string Body = """{"accepted":3,"refused":[{"record":1,"rule":"wrong-unit","detail":"no"},{"record":1,"rule":"x"},{"record":99,"rule":"x"}]}""";
        _edge.Script.Enqueue(StandInEdge.Answer(200, body: Body));
        await SendAsync(Samples(4));
        Assert.Equal((1, 3L, 1L), (_edge.Requests, _counts.Acknowledged, _counts.Refused));
    }

    [Fact]
    public async Task SendAsync_WholeRefusedAndTheRecordsNamed_TheRestIsSentAgain()
    {
        _edge.Script.Enqueue(StandInEdge.Answer(400, body: """{"accepted":0,"refused":[{"record":0,"rule":"r"},{"record":3,"rule":"r"}]}"""));
        await SendAsync(Samples(4));
        Assert.Equal([2.0, 3], _edge.Committed.Select(r => r.Value));
        Assert.Equal((2L, 2L), (_counts.Acknowledged, _counts.Refused));
    }

    [Theory]
    [InlineData(400, 1)]
    [InlineData(400, 4)]
    [InlineData(413, 2)]
    [InlineData(500, 2)]
    public async Task SendAsync_PoisonThatNobodyNames_IsFoundByHalvingAndOnlyItIsLost(int status, int poisons)
    {
        HashSet<double> poison = [.. Enumerable.Range(0, poisons).Select(i => 3.0 + (9 * i))];
        _edge.Always = async (http, batch) =>
        {
            if (batch.Readings.Any(r => poison.Contains(r.Value)))
            {
                await StandInEdge.Answer(status)(http, batch);
                return;
            }

            _edge.Commit(batch);
            http.Response.StatusCode = 204;
        };

        await SendAsync(Samples(40));

        Assert.Equal(40 - poisons, _edge.Committed.Select(r => r.Value).Distinct().Count());
        Assert.Equal((40L - poisons, (long)poisons), (_counts.Acknowledged, _counts.Refused));
    }

    [Fact]
    public async Task SendAsync_EdgeThatFailsOverEverything_LosesNothing()
    {
        for (int i = 0; i < 40; i++)
        {
            _edge.Script.Enqueue(StandInEdge.Answer(500, retryAfter: "0"));
        }

        await SendAsync(Samples(2));

        // It is the edge that is broken and not the samples, as long as it took none.
        Assert.Equal([1.0, 2], _edge.Committed.Select(r => r.Value).Order());
        Assert.Equal((2L, 0L), (_counts.Acknowledged, _counts.Refused));
    }

    [Fact]
    public async Task SendAsync_MoreBytesThanAnEdgeTakes_GoesInParts()
    {
        SeriesName longest = SeriesName.Parse("soil_conductivity:-0.35/abcdefghijklmnop");
        await SendAsync([.. Enumerable.Range(0, 1000).Select(i => new Sample(
            i + 1, new Reading(longest, Start.AddMilliseconds(i * 7919), 1.0 / (i + 3), QualityFlag.NotEvaluated), null))]);

        Assert.Equal(2, _edge.Requests);
        Assert.Equal(1000, _edge.Committed.Count);
    }

    [Fact]
    public async Task SendAsync_ClockWasSetBetweenTwoSamples_EachPartCarriesItsOwnTimeSinceBoot()
    {
        List<Sample> samples = Samples(4);
        samples = [.. samples.Select((s, i) => s with
        {
            SinceBoot = TimeSpan.FromSeconds(100 + (60 * i)),
            Reading = s.Reading with { TakenAt = Start.AddMinutes(i).AddYears(i < 2 ? 0 : 1) },
        })];

        await SendAsync(samples);

        Assert.Equal([TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(220)], _edge.Heads.Select(h => h.Monotonic!.Value));
        Assert.All(_edge.Heads, h => Assert.Equal("boot-1", h.Boot));
    }

    private static List<Sample> Samples(int count) => [.. Enumerable.Range(1, count).Select(i => new Sample(
        i, new Reading(SeriesName.Parse("pm25"), Start.AddMinutes(i), i, QualityFlag.NotEvaluated), null))];

    private Task SendAsync(IReadOnlyList<Sample> samples) =>
        _sender.SendAsync(samples, default).WaitAsync(TimeSpan.FromSeconds(30));
}

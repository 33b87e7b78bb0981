using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.FirmwareHost.Link;
using EnviAgriNet.FirmwareHost.Sampling;
using EnviAgriNet.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace EnviAgriNet.FirmwareHost.Tests.Link;

/// <summary>What the sensor program lets go of, and when.</summary>
public sealed class LinkPumpTests : IAsyncLifetime, IDisposable
{
    private const int Batch = 3;

    private readonly ManualTime _time = new(DateTimeOffset.UnixEpoch.AddYears(56));
    private readonly TempFolder _folder = new();
    private readonly SampleRing _ring;
    private readonly ProgressFile _progress;
    private StandInEdge _edge = null!;
    private EdgeClient _client = null!;
    private LinkPump _pump = null!;
    private long _made;

    public LinkPumpTests()
    {
        _ring = new SampleRing(Batch, _time);
        _progress = new ProgressFile(
            _folder.File("progress"), new Progress(), TimeSpan.Zero, _time, NullLogger<ProgressFile>.Instance);
    }

    public async Task InitializeAsync()
    {
        EdgeLinkOptions options = new() { Socket = _folder.File("edge.sock"), BatchReadingsMax = Batch };
        _edge = await StandInEdge.StartAsync(options.Socket);
        _client = new EdgeClient(options, _time);
        BatchSender sender = new(
            _client, StationId.Parse("centre-a"), "boot-1", new Backoff(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(2), 1),
            new LinkCounts(), TimeProvider.System, NullLogger<BatchSender>.Instance);
        _pump = new LinkPump(
            _ring, sender, _client, _progress, options, exitAtEnd: false, null!, _time, NullLogger<LinkPump>.Instance);
    }

    public async Task DisposeAsync()
    {
        _pump.Dispose();
        await _edge.DisposeAsync();
    }

    public void Dispose()
    {
        _client.Dispose();
        _pump.Dispose();
        _folder.Dispose();
    }

    /// <summary>P1: samples stay in the ring and count as not sent until the edge has said yes.</summary>
    [Fact]
    public async Task Step_UntilTheEdgeHasSaidYes_LetsGoOfNothing()
    {
        List<(long Acknowledged, int Held)> seen = [];
        _edge.Script.Enqueue(async (http, batch) =>
        {
            seen.Add((_progress.Current.Acknowledged, _ring.Count));
            await StandInEdge.Answer(503, retryAfter: "0")(http, batch);
        });
        _edge.Script.Enqueue((http, batch) =>
        {
            seen.Add((_progress.Current.Acknowledged, _ring.Count));
            _edge.Commit(batch);
            http.Response.StatusCode = 204;
            return Task.CompletedTask;
        });
        Fill(Batch);

        Assert.True(await StepAsync());

        Assert.Equal([(0L, Batch), (0L, Batch)], seen);
        Assert.Equal((3L, 0, Batch), (_progress.Current.Acknowledged, _ring.Count, _edge.Committed.Count));
    }

    /// <summary>P4: what was overwritten is told until the edge has taken it, and then not again.</summary>
    [Fact]
    public async Task Step_OverflowThatTheEdgeDidNotTake_IsToldAgainAndOnce()
    {
        _edge.EventStatus = 503;
        Fill(Batch + 2);
        await StepAsync();
        Fill(Batch);
        await StepAsync();
        Assert.Single(_edge.Events);

        _edge.EventStatus = 204;
        for (int i = 0; i < 2; i++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            Fill(Batch);
            await StepAsync();
        }

        Assert.Equal(2, _edge.Events.Count);
        Assert.All(_edge.Events, told => Assert.Contains("\"readings\":2", told, StringComparison.Ordinal));
    }

    private Task<bool> StepAsync() => _pump.StepAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));

    private void Fill(int count)
    {
        for (int i = 0; i < count; i++)
        {
            _made++;
            _ring.AddOverwriting(new Sample(
                _made, new Reading(SeriesName.Parse("pm25"), _time.GetUtcNow(), _made, QualityFlag.NotEvaluated), null));
        }
    }
}

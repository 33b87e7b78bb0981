using System.Text;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Edge.Intake;
using EnviAgriNet.Edge.Outbox;
using EnviAgriNet.Edge.Quality;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Edge.Tests.Intake;

/// <summary>When sources are told to hold their readings.</summary>
public sealed class IntakeHoldTests : IDisposable
{
    private readonly OutboxBench _bench = new(readingsMax: 1);
    private readonly OutboxWriter _writer;

    public IntakeHoldTests() =>
        _writer = new OutboxWriter(_bench.Outbox, _bench.Clock, _bench.Time, NullLogger<OutboxWriter>.Instance);

    public void Dispose()
    {
        _writer.Dispose();
        _bench.Dispose();
    }

    [Fact]
    public async Task Post_PaceUplinkWithTooManyUnreceipted_IsHeldUntilReceipts()
    {
        IntakeEndpoints endpoints = Endpoints(new IntakeOptions { Pace = IntakePace.Uplink, UplinkDepthMax = 2 });
        _bench.PostPacks(3);
        HttpContext held = await PostAsync(endpoints);
        Assert.Equal((429, "1"), (held.Response.StatusCode, held.Response.Headers.RetryAfter.ToString()));
        _bench.Receipt(1, 1);
        Assert.Equal(204, (await PostAsync(endpoints)).Response.StatusCode);
    }

    [Fact]
    public async Task Post_QueueFull_IsHeldAndTheQueuedOnesAreAnswered()
    {
        IntakeEndpoints endpoints = Endpoints(new IntakeOptions());
        List<Task<HttpContext>> queued = [.. Enumerable.Range(0, Limits.SubmissionsWaitingMax).Select(_ => PostUnansweredAsync(endpoints))];
        HttpContext held = await PostUnansweredAsync(endpoints);
        Assert.Equal((429, "1"), (held.Response.StatusCode, held.Response.Headers.RetryAfter.ToString()));
        Assert.All(queued, q => Assert.False(q.IsCompleted, "answered before the commit"));
        while (queued.Any(q => !q.IsCompleted) && _bench.Outbox.Figures().AcceptedReadings < queued.Count)
        {
            _writer.Step();
        }

        Assert.All(await Task.WhenAll(queued), h => Assert.Equal(204, h.Response.StatusCode));
        Assert.Equal(Limits.SubmissionsWaitingMax, _bench.Outbox.Figures().AcceptedReadings);
    }

    [Fact]
    public async Task Post_NoRoom_Is503AndNothingIsAccepted()
    {
        IntakeEndpoints endpoints = Endpoints(new IntakeOptions());
        _bench.Options.FreeBytesMin = long.MaxValue;
        HttpContext refused = await PostAsync(endpoints);
        Assert.Equal((503, "5"), (refused.Response.StatusCode, refused.Response.Headers.RetryAfter.ToString()));
        Assert.True(_writer.IsFailing);
        Assert.Equal(0, _bench.Outbox.Figures().AcceptedReadings);
    }

    /// <summary>Promise 1: the answer comes after the commit.</summary>
    [Fact]
    public async Task Post_BeforeTheCommit_IsNotAnswered()
    {
        Task<HttpContext> posted = PostUnansweredAsync(Endpoints(new IntakeOptions()));
        Assert.False(posted.IsCompleted);
        Assert.Equal(0, _bench.Outbox.Figures().AcceptedReadings);
        _writer.Step();
        Assert.Equal(204, (await posted).Response.StatusCode);
        Assert.Equal(1, _bench.Outbox.Figures().AcceptedReadings);
    }

    /// <summary>Promise 1, at the one moment that counts: the batch is in the transaction, and the transaction is not on disk.</summary>
    [Fact]
    public void Step_WithinTheTransaction_HasAnsweredNobody()
    {
        DateTimeOffset at = _bench.Time.GetUtcNow();
        Reading reading = new(OutboxBench.Pm25, at, 1, QualityFlag.NotEvaluated);
        Assert.True(_writer.TrySubmit(new JournalBatch(at, "boot-1", 0, [reading]), out Task committed));
        List<bool> answered = [];
        _bench.WhileForming = () => answered.Add(committed.IsCompleted);
        _writer.Step();
        Assert.Equal([false], answered);
        Assert.True(committed.IsCompletedSuccessfully);
        Assert.Equal(1, _bench.Outbox.Figures().AcceptedReadings);
    }

    private static async Task<HttpContext> PostUnansweredAsync(IntakeEndpoints endpoints)
    {
        DefaultHttpContext http = new();
        http.Request.Method = "POST";
        http.Request.Body = new MemoryStream(
            Encoding.UTF8.GetBytes("[{\"bn\":\"urn:eag:cm-01:\",\"bt\":1700000000,\"n\":\"pm25\",\"v\":1}]"));
        await endpoints.PostReadingsAsync(http);
        return http;
    }

    private async Task<HttpContext> PostAsync(IntakeEndpoints endpoints)
    {
        Task<HttpContext> posted = PostUnansweredAsync(endpoints);
        _writer.Step();
        return await posted;
    }

    private IntakeEndpoints Endpoints(IntakeOptions options)
    {
        BatchReader reader = new(
            Options.Create(new StationOptions { Id = "cm-01", Region = "5001" }), _bench.Clock,
            new ArrivalJudge(Options.Create(new QualityOptions())), _bench.Time);
        return new IntakeEndpoints(reader, _writer, _bench.Outbox, new LatestValues(), _ => { }, Options.Create(options));
    }
}

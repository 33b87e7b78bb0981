using System.Collections.Concurrent;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Readings;
using EnviAgriNet.Protocol.Packs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EnviAgriNet.FirmwareHost.Tests;

/// <summary>An edge that keeps what it is sent in memory and misbehaves on request. Listens on a Unix socket in a folder of its own.</summary>
internal sealed class StandInEdge : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SenmlDecoder _decoder = new();
    private readonly Lock _gate = new();

    private StandInEdge(string socket, int port = 0)
    {
        Socket = socket;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.ListenUnixSocket(socket);
            if (port > 0)
            {
                k.ListenLocalhost(port);
            }
        });
        _app = builder.Build();
        _app.MapPost("/v1/readings", ReadingsAsync);
        _app.MapPost("/v1/events", EventsAsync);
    }

    public string Socket { get; }

    /// <summary>What to do with the next requests, in order; with none left, every batch is taken.</summary>
    public ConcurrentQueue<Func<HttpContext, SenmlBatch, Task>> Script { get; } = new();

    /// <summary>What to do with every request that has no script; null is to take it.</summary>
    public Func<HttpContext, SenmlBatch, Task>? Always { get; set; }

    public ConcurrentQueue<Reading> Committed { get; } = new();

    public ConcurrentQueue<SenmlHead> Heads { get; } = new();

    public ConcurrentQueue<string> Events { get; } = new();

    /// <summary>What every event is answered.</summary>
    public int EventStatus { get; set; } = StatusCodes.Status204NoContent;

    public int Requests { get; private set; }

    /// <summary>On the socket, and on a port of this machine if one is given.</summary>
    public static async Task<StandInEdge> StartAsync(string socket, int port = 0)
    {
        File.Delete(socket);
        StandInEdge edge = new(socket, port);
        await edge._app.StartAsync();
        return edge;
    }

    public void Commit(SenmlBatch batch)
    {
        foreach (Reading reading in batch.Readings)
        {
            Committed.Enqueue(reading);
        }
    }

    public static Func<HttpContext, SenmlBatch, Task> Answer(int status, string? retryAfter = null, string body = "") =>
        async (http, _) =>
        {
            http.Response.StatusCode = status;
            if (retryAfter is not null)
            {
                http.Response.Headers.RetryAfter = retryAfter;
            }

            await http.Response.WriteAsync(body);
        };

    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(1));
        await _app.StopAsync(limit.Token);
        await _app.DisposeAsync();
    }

    private async Task ReadingsAsync(HttpContext http)
    {
        using MemoryStream body = new();
        await http.Request.Body.CopyToAsync(body);
        SenmlBatch batch;
        lock (_gate)
        {
            Requests++;
            batch = _decoder.Decode(body.ToArray(), StationId.Parse("centre-a"), null);
            Heads.Enqueue(batch.Head);
        }

        if (Script.TryDequeue(out Func<HttpContext, SenmlBatch, Task>? next) || (next = Always) is not null)
        {
            await next(http, batch);
            return;
        }

        Commit(batch);
        http.Response.StatusCode = batch.Whole is null ? 204 : 400;
    }

    private async Task EventsAsync(HttpContext http)
    {
        using StreamReader body = new(http.Request.Body);
        Events.Enqueue(await body.ReadToEndAsync());
        http.Response.StatusCode = EventStatus;
    }
}

using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EnviAgriNet.Edge.Tests.Downlink;

/// <summary>A siren and a display on a Unix socket that may be slow or broken at first.</summary>
internal sealed class StandInActuators : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Func<int, Task<int>> _answer;
    private int _calls;

    private StandInActuators(string socket, Func<int, Task<int>> answer)
    {
        _answer = answer;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.ListenUnixSocket(socket));
        _app = builder.Build();
        _app.MapPut("/v1/actuators/{name}", (RequestDelegate)PutAsync);
    }

    /// <summary>What was ordered and answered well, as name and body.</summary>
    public ConcurrentQueue<(string Name, string Body)> Orders { get; } = new();

    /// <summary>The orders without repeats.</summary>
    public (string Name, string Body)[] Different => [.. Orders.Distinct()];

    /// <param name="socket">Where it listens.</param>
    /// <param name="answer">The status to answer a call with, by the call's number from 1 on.</param>
    public static async Task<StandInActuators> StartAsync(string socket, Func<int, Task<int>> answer)
    {
        StandInActuators actuators = new(socket, answer);
        await actuators._app.StartAsync();
        return actuators;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task PutAsync(HttpContext http)
    {
        using StreamReader reader = new(http.Request.Body);
        string body = await reader.ReadToEndAsync(http.RequestAborted);
        int status = await _answer(Interlocked.Increment(ref _calls));
        if (status < 300 && !http.RequestAborted.IsCancellationRequested)
        {
            Orders.Enqueue(((string)http.Request.RouteValues["name"]!, body));
        }

        http.Response.StatusCode = status;
    }
}

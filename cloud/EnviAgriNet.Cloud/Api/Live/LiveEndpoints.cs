using System.Globalization;
using EnviAgriNet.Cloud.Access;

namespace EnviAgriNet.Cloud.Api.Live;

/// <summary>The addresses of the live streams: one for everybody, one for officers.</summary>
internal static class LiveEndpoints
{
    private const int RetryAfterS = 10;

    /// <summary>Adds the services of the area. It stands on alerts, cases and the board.</summary>
    public static void AddLive(this IServiceCollection services)
    {
        services.AddSingleton<LiveWriter>();
        services.AddSingleton<OfficerNews>();
        services.AddSingleton<LiveHub>();
        services.AddSingleton<LiveStream>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveHub>());
    }

    /// <summary>Adds the addresses.</summary>
    public static void MapLive(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/live", static (HttpContext context, string? stations, string? series, string? topics, string? after) =>
            OpenAsync(context, (stations, series, topics, after), isOfficer: false));
        app.MapGet("/api/live/officer", static (HttpContext context, string? stations, string? series, string? topics, string? after) =>
            OpenAsync(context, (stations, series, topics, after), isOfficer: true)).RequireOfficer(Role.Viewer);
    }

    private static async Task OpenAsync(
        HttpContext context, (string? Stations, string? Series, string? Topics, string? After) asked, bool isOfficer)
    {
        HttpResponse response = context.Response;
        response.Headers.CacheControl = "no-store";
        if (!LiveQuestion.TryRead(asked.Stations, asked.Series, asked.Topics, out LiveQuestion? question, out string? fault))
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
            await response.WriteAsync(fault);
            return;
        }

        if (question.IsForOfficers && !isOfficer)
        {
            response.StatusCode = StatusCodes.Status401Unauthorized;
            await response.WriteAsync("cases and waiting are for officers, at /api/live/officer");
            return;
        }

        LiveStreams streams = context.RequestServices.GetRequiredService<LiveStreams>();
        if (!streams.TryEnter())
        {
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            response.Headers.RetryAfter = RetryAfterS.ToString(CultureInfo.InvariantCulture);
            return;
        }

        try
        {
            await SendAsync(context, question, asked.After, isOfficer);
        }
        finally
        {
            streams.Leave();
        }
    }

    private static async Task SendAsync(HttpContext context, LiveQuestion question, string? after, bool isOfficer)
    {
        context.Response.ContentType = "text/event-stream";
        // A proxy that gathers answers before it sends them would hold the events back.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        string resume = context.Request.Headers["Last-Event-ID"].ToString();
        IServiceProvider services = context.RequestServices;
        using CancellationTokenSource over = isOfficer
            ? new CancellationTokenSource(Limits.OfficerStreamMax, services.GetRequiredService<TimeProvider>())
            : new CancellationTokenSource();
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(
            services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping, context.RequestAborted, over.Token);
        try
        {
            await services.GetRequiredService<LiveStream>()
                .RunAsync(context.Response.BodyWriter, question, resume.Length > 0 ? resume : after, end.Token);
        }
        catch (OperationCanceledException)
        {
            // The page has gone, its time is over, or the cloud stops.
        }
    }
}

using System.Net;
using EnviAgriNet.Edge.Quality;
using EnviAgriNet.Edge.Status;
using EnviAgriNet.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace EnviAgriNet.Edge.Intake;

/// <summary>Registers the intake and the status page, opens their listeners and keeps each door to what it is for.</summary>
internal static class IntakeSetup
{
    public static IServiceCollection AddIntake(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAreaOptions<IntakeOptions>(configuration, IntakeOptions.Section);
        services.AddAreaOptions<StatusOptions>(configuration, StatusOptions.Section);
        services.AddAreaOptions<QualityOptions>(configuration, QualityOptions.Section);
        services.AddSingleton<ArrivalJudge>();
        services.AddSingleton<LatestValues>();
        services.AddSingleton<BatchReader>();
        services.AddSingleton<IntakeEndpoints>();
        services.AddSingleton<StatusReporter>();
        services.AddSingleton<AcknowledgeForm>();
        return services;
    }

    /// <summary>Opens the listeners.</summary>
    public static void Listen(KestrelServerOptions kestrel, IntakeOptions intake, StatusOptions status)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = Limits.RequestBytesMax * 4;
        kestrel.Limits.MaxConcurrentConnections = Limits.SubmissionsWaitingMax * 2;
        kestrel.ListenUnixSocket(Path.GetFullPath(intake.Socket), l => l.UseDoor(Door.Socket));
        if (!string.IsNullOrEmpty(intake.LanListen))
        {
            kestrel.Listen(IPEndPoint.Parse(intake.LanListen), l => l.UseDoor(Door.Lan));
        }

        if (!string.IsNullOrEmpty(status.Listen))
        {
            kestrel.Listen(IPEndPoint.Parse(status.Listen), l => l.UseDoor(Door.Screen));
        }
    }

    /// <summary>Removes the socket file of an edge that was killed; the outbox is held by then, so no other edge has it.</summary>
    public static void ClearSocket(IntakeOptions intake)
    {
        string path = Path.GetFullPath(intake.Socket);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Delete(path);
    }

    /// <summary>Maps requests to those who answer them.</summary>
    public static void MapDoors(this WebApplication app, IntakeOptions intake)
    {
        TokenGate? gate = string.IsNullOrEmpty(intake.LanListen) ? null : TokenGate.FromFile(intake.TokenFile!);
        app.Use((http, next) => GuardAsync(http, next, gate));
        IntakeEndpoints endpoints = app.Services.GetRequiredService<IntakeEndpoints>();
        StatusReporter reporter = app.Services.GetRequiredService<StatusReporter>();
        AcknowledgeForm form = app.Services.GetRequiredService<AcknowledgeForm>();
        app.MapPost(AcknowledgeForm.Path, (RequestDelegate)form.PostAsync);
        app.MapPost("/v1/readings", (RequestDelegate)endpoints.PostReadingsAsync);
        app.MapPost("/v1/events", (RequestDelegate)endpoints.PostEventsAsync);
        app.MapGet("/v1/status", (RequestDelegate)(http =>
            http.Response.WriteAsJsonAsync(reporter.Report(), StatusContext.Default.StatusReport)));
        app.MapGet(PageFont.Path, (RequestDelegate)PageFont.GetAsync);
        app.MapGet("/", (RequestDelegate)(http => AcknowledgeForm.WritePageAsync(http, StatusPage.Render(reporter.Report(), form))));
    }

    private static Task GuardAsync(HttpContext http, RequestDelegate next, TokenGate? gate)
    {
        Door door = Doors.DoorOf(http);
        bool isPost = HttpMethods.IsPost(http.Request.Method);
        if (door == Door.Lan && gate?.Admits(http.Request.Headers.Authorization) != true)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        if ((door == Door.Lan && !isPost) || (door == Door.Screen && isPost && http.Request.Path != AcknowledgeForm.Path))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(http);
    }
}

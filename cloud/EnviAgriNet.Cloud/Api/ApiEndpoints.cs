using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Access.Keys;
using EnviAgriNet.Cloud.Access.OpenId;
using EnviAgriNet.Cloud.Access.Passkeys;
using EnviAgriNet.Cloud.Api.Desk;
using EnviAgriNet.Cloud.Api.Kpi;
using EnviAgriNet.Cloud.Api.Live;
using EnviAgriNet.Cloud.Api.Map;
using EnviAgriNet.Cloud.Api.OpenApi;
using EnviAgriNet.Cloud.Api.Regions;
using EnviAgriNet.Cloud.Api.Rehearsals;
using EnviAgriNet.Cloud.Api.Residents;
using EnviAgriNet.Cloud.Api.Rules;
using EnviAgriNet.Cloud.Api.Series;
using EnviAgriNet.Cloud.Api.Session;
using EnviAgriNet.Cloud.Api.Stations;
using EnviAgriNet.Cloud.Channels.Line;
using EnviAgriNet.Cloud.Channels.Sms;
using EnviAgriNet.Cloud.Channels.WebPush;
using Microsoft.AspNetCore.Mvc;

namespace EnviAgriNet.Cloud.Api;

/// <summary>The addresses of the interface.</summary>
internal static class ApiEndpoints
{
    /// <summary>Adds them all.</summary>
    public static void MapApi(this WebApplication app)
    {
        app.UseResponseCompression();
        app.Use(SecurityHeaders.AddAsync);
        KeyGate keys = app.Services.GetRequiredService<KeyGate>();
        app.Use(keys.EnterAsync);
        app.MapBuiltPages();
        app.MapGet("/api/stations", static (HttpContext context, StationPages pages) =>
            Json(context, Results.Json(pages.All(), ApiJson.Readable.StationsView)));
        app.MapGet("/api/stations/{station}/readings", static (
            HttpContext context,
            ReadingPages pages,
            string station,
            string series,
            DateTimeOffset? from,
            DateTimeOffset? to,
            [FromQuery(Name = "as_of")] long? asOf) =>
            Json(context, Readings(pages.Of(station, series, from, to, asOf))));
        app.MapSeries();
        app.MapGet("/api/alerts", static (HttpContext context, AlertPages pages, bool all = false) =>
        {
            bool isOfficer = context.OfficerOrNull() is not null;
            return Json(context, Results.Json(all ? pages.Newest(isOfficer) : pages.Open(isOfficer), ApiJson.Readable.AlertsView));
        });
        app.MapGet("/api/status", static (HttpContext context, StatusPage page) =>
            Json(context, Results.Json(page.Now(), ApiJson.Readable.StatusView)));
        app.MapMap();
        app.MapFeeds();
        app.MapIncoming();
        app.MapLive();
        app.MapRegionPages();
        app.MapApiDocument();
        app.MapGet("/api/phone", Phone);
        app.MapPreviews();
        app.MapSmsReceipts();
        app.MapOfficers();
        app.MapDesk();
        app.MapRehearsals();
        app.MapRules();
        app.MapSession();
        app.MapAccount();
        app.MapOfficerBook();
        app.MapAudit();
        app.MapPush();
        app.MapLine();
        app.MapRegistration();
        app.MapProof();
        app.MapInbox();
        app.MapHelp();
        app.MapCases();
        app.MapFarms();
        app.MapForecasts();
        app.MapPasskeys();
        app.MapOpenId();
        app.MapKeys();
        app.MapStations();
        app.MapKpi();
        app.MapEnrolment();
        app.MapPlaces();
    }

    private static IResult Json(HttpContext context, IResult result)
    {
        context.Response.Headers.CacheControl = "no-store";
        return result;
    }

    private static IResult Readings((ReadingsView? View, string? Fault) answer) => answer.View is { } view
        ? Results.Json(view, ApiJson.Readable.ReadingsView)
        : Results.Text(answer.Fault, statusCode: StatusCodes.Status400BadRequest);

    private static IResult Phone(HttpContext context, LiveStreams streams)
    {
        context.Response.Headers.CacheControl = "no-store";
        return streams.TryEnter()
            ? CountedStream.Serve(context, end => streams.PhoneAsync(CountedStream.LastEventId(context) ?? 0, end), streams.Leave)
            : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }
}

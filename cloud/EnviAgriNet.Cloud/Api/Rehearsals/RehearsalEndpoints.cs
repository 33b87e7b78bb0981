using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Api.Desk;
using EnviAgriNet.Cloud.Registry.Rehearsals;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Api.Rehearsals;

/// <summary>Drills and back-tests from a page: start, follow, stop, read.</summary>
internal static class RehearsalEndpoints
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Adds the addresses.</summary>
    public static void MapRehearsals(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/officer/rehearsals/{kind}", List).RequireOfficer(Role.Viewer);
        routes.MapGet("/api/officer/rehearsals/{kind}/{number:long}", Find).RequireOfficer(Role.Viewer);
        routes.MapPost("/api/officer/rehearsals/{kind}", StartAsync).RequireOfficer(Role.Officer);
        routes.MapPost("/api/officer/rehearsals/{kind}/{number:long}/stop", static (HttpContext context, RehearsalDesk desk, long number) =>
            desk.Stop(number, context.Officer().Name)
                ? Json(new JsonObject { ["number"] = number })
                : Said("it does not run", StatusCodes.Status409Conflict)).RequireOfficer(Role.Officer);
    }

    private static IResult List(RehearsalDesk desk, RehearsalBook book, PlaceNames places, string kind) => !desk.Has(kind)
        ? Unknown(kind)
        : Json(new JsonObject
        {
            ["running"] = desk.Now?.Number,
            ["limits"] = new JsonObject
            {
                ["drill_days"] = RehearsalLimits.DrillSpanMax.TotalDays,
                ["backtest_days"] = RehearsalLimits.BacktestSpanMax.TotalDays,
                ["people"] = RehearsalLimits.PeopleMax,
                ["minutes"] = RehearsalLimits.RunMax.TotalMinutes,
            },
            ["runs"] = new JsonArray([.. book.List(kind).Select(line => (JsonNode)Line(line, desk))]),
            ["events"] = new JsonArray([.. book.Events().Select(one => (JsonNode)Event(one, places))]),
        });

    private static IResult Find(RehearsalDesk desk, RehearsalBook book, string kind, long number)
    {
        if (book.Find(number) is not { } found || found.Line.Kind != kind)
        {
            return Said(string.Create(CultureInfo.InvariantCulture, $"there is no {kind} {number}"), StatusCodes.Status404NotFound);
        }

        JsonObject line = Line(found.Line, desk);
        line["result"] = found.Result is null ? null : JsonNode.Parse(found.Result);
        return Json(line);
    }

    private static async Task<IResult> StartAsync(HttpContext context, RehearsalDesk desk, string kind)
    {
        if (!desk.Has(kind))
        {
            return Unknown(kind);
        }

        if (context.Request.ContentLength is not > 0 || !context.Request.HasJsonContentType())
        {
            return Said("the body has to be JSON of a length that is said before", StatusCodes.Status400BadRequest);
        }

        if (context.Request.ContentLength > RehearsalLimits.BodyBytesMax)
        {
            return Said($"the body has more than {RehearsalLimits.BodyBytesMax} bytes", StatusCodes.Status400BadRequest);
        }

        RehearsalCall? call;
        try
        {
            call = await JsonSerializer.DeserializeAsync(context.Request.Body, RehearsalJson.Readable.RehearsalCall, context.RequestAborted);
        }
        catch (JsonException e)
        {
            return Said($"the body is not a call as JSON, at {e.Path}", StatusCodes.Status400BadRequest);
        }

        if (call is null)
        {
            return Said("the body is not a call as JSON", StatusCodes.Status400BadRequest);
        }

        (long number, string? refusal, bool isBusy) = desk.Start(kind, call, context.Officer().Name);
        return refusal is null ? Json(new JsonObject { ["number"] = number })
            : Said(refusal, isBusy ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest);
    }

    private static JsonObject Line(RehearsalLine line, RehearsalDesk desk) => new()
    {
        ["number"] = line.Number,
        ["kind"] = line.Kind,
        ["call"] = JsonNode.Parse(line.Call),
        ["by"] = line.By,
        ["reason"] = line.Reason,
        ["started_at"] = line.StartedAt,
        ["ended_at"] = line.EndedAt,
        ["state"] = line.State.ToString().ToLowerInvariant(),
        ["note"] = line.State == RehearsalState.Running && desk.Now is { } now && now.Number == line.Number ? now.Progress : line.Note,
    };

    private static JsonObject Event(PastEvent one, PlaceNames places)
    {
        PlaceName place = RegionId.TryParse(one.Region, out RegionId region) ? places.Of(region) : new PlaceName(one.Region, one.Region);
        return new JsonObject
        {
            ["event"] = one.Event,
            ["hazard"] = one.Hazard,
            ["region"] = one.Region,
            ["place"] = new JsonObject { ["th"] = place.Th, ["en"] = place.En },
            ["onset"] = one.Onset,
            ["ended_at"] = one.EndedAt,
            ["level"] = one.Level,
        };
    }

    private static IResult Unknown(string kind) => Said(kind.Length > 20 ? "there is no such kind" : "the kind is none of drill, backtest", StatusCodes.Status404NotFound);

    private static IResult Said(string text, int status) => Results.Text(text, statusCode: status);

    private static IResult Json(JsonObject answer) => Results.Text(answer.ToJsonString(Readable), "application/json; charset=utf-8");
}

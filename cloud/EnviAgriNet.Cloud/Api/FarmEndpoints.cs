using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Api.Registration;

namespace EnviAgriNet.Cloud.Api;

/// <summary>
/// The single view of a farm: for its farmer by the ticket that a code gave, which opens that farm and no other; for officers where
/// the farmer allows it, and each look is written down.
/// </summary>
internal static class FarmEndpoints
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Adds them.</summary>
    public static void MapFarms(this IEndpointRouteBuilder routes)
    {
        Map(routes, "/api/farm", static (pages, holder, _) => pages.View(holder));
        Map(routes, "/api/farm/plot", static (pages, holder, fields) => pages.Put(holder, fields));
        Map(routes, "/api/farm/plot/remove", static (pages, holder, fields) => pages.Remove(holder, IdOf(fields, "id")));
        Map(routes, "/api/farm/done", static (pages, holder, fields) => pages.Done(holder, IdOf(fields, "advice")));
        Map(routes, "/api/farm/useful", static (pages, holder, fields) => pages.Useful(holder, fields.One("score")));
        Map(routes, "/api/farm/sharing", static (pages, holder, fields) => pages.Share(holder, fields.One("shared")));
        routes.MapGet("/api/farm/start", static (HttpContext context, FarmStart start) => Tagged(context, start.Of()));
        routes.MapGet("/api/farm/places", static (HttpContext context, FarmStart start, string? province) => start.Places(province) is { } places
            ? Tagged(context, places)
            : Json(Reason("province is not the code of a province, such as 50"), StatusCodes.Status400BadRequest));
        routes.MapGet("/api/farms", static (HttpContext context, FarmPages pages) => Json(pages.Shared(context.Officer()), StatusCodes.Status200OK)).RequireOfficer(Role.Officer);
        routes.MapGet("/api/farms/{subscriber:long}", static (HttpContext context, FarmPages pages, long subscriber) =>
            pages.Look(subscriber, context.Officer()) is { } view
                ? Json(view, StatusCodes.Status200OK)
                : Json(Reason("there is no such farm, or its farmer does not share it"), StatusCodes.Status404NotFound)).RequireOfficer(Role.Officer);
    }

    private static void Map(IEndpointRouteBuilder routes, string path, Func<FarmPages, long, FormFields, (JsonObject Answer, int Status)> answer) =>
        routes.MapPost(path, (HttpContext context, RegistrationGate gate, FarmPages pages) => TakeAsync(context, gate, pages, answer));

    private static async Task<IResult> TakeAsync(
        HttpContext context, RegistrationGate gate, FarmPages pages, Func<FarmPages, long, FormFields, (JsonObject Answer, int Status)> answer)
    {
        if (gate.Refusal(context) is { } refused)
        {
            return Json(Reason(refused == StatusCodes.Status403Forbidden ? "not from our own page" : "too many requests"), refused);
        }

        (FormFields? fields, int status) = await FormFields.ReadAsync(context.Request, context.RequestAborted);
        if (fields is null)
        {
            return Json(Reason("the body cannot be read"), status);
        }

        if (pages.HolderOf(fields.One("ticket")) is not { } holder)
        {
            return Json(Reason("the ticket is over: ask for a new code"), StatusCodes.Status410Gone);
        }

        (JsonObject content, int done) = answer(pages, holder, fields);
        return Json(content, done);
    }

    private static IResult Tagged(HttpContext context, JsonObject json)
    {
        return TaggedAnswer.Json(context, Encoding.UTF8.GetBytes(json.ToJsonString(Readable)));
    }

    private static long IdOf(FormFields fields, string name) =>
        long.TryParse(fields.One(name), NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? id : 0;

    private static JsonObject Reason(string reason) => new() { ["reason"] = reason };

    private static IResult Json(JsonObject content, int status) => new NoStore(content.ToJsonString(Readable), status);

    private sealed class NoStore(string json, int status) : IResult
    {
        /// <inheritdoc/>
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.CacheControl = "no-store";
            return Results.Text(json, "application/json; charset=utf-8", statusCode: status).ExecuteAsync(httpContext);
        }
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Api.Rules;

/// <summary>The versions of the rules that judge, for officers: read, add, switch.</summary>
internal static class RuleEndpoints
{
    private const int BodyBytesMax = 60 * 1024;
    private const int ReasonLengthMax = 500;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Adds the addresses.</summary>
    public static void MapRules(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/officer/rules", static (HazardRuleBook book) => Json(new JsonObject
        {
            ["rules"] = new JsonArray([.. Fresh(book).All.Select(entry => (JsonNode)Line(entry))]),
            ["unreadable"] = new JsonArray([.. book.Unreadable.Select(fault => (JsonNode)fault)]),
        })).RequireOfficer(Role.Viewer);
        routes.MapGet("/api/officer/rules/{id}/{version:int}", static (HazardRuleBook book, string id, int version) =>
            Fresh(book).Find(id, version) is { } entry ? Json(Whole(entry, book.Steps(id))) : Unknown()).RequireOfficer(Role.Viewer);
        routes.MapPost("/api/officer/rules", AddAsync).RequireOfficer(Role.Officer);
        routes.MapPost("/api/officer/rules/{id}/{version:int}/on", static (HttpContext context, HazardRuleBook book, string id, int version) =>
            OrderAsync(context, (order, by) => Fresh(book).SwitchOn(id, version, by, order.Untried, order.Reason, isOfficer: true))).RequireOfficer(Role.Releaser);
        routes.MapPost("/api/officer/rules/{id}/off", static (HttpContext context, HazardRuleBook book, string id) =>
            OrderAsync(context, (order, by) => Fresh(book).SwitchOff(id, by, order.Reason, isOfficer: true))).RequireOfficer(Role.Releaser);
    }

    private static async Task<IResult> AddAsync(HttpContext context, HazardRuleBook book)
    {
        (JsonObject? body, string? fault) = await ReadAsync(context);
        if (body is null || ReasonOf(body) is not { } reason)
        {
            return Said(fault ?? NoReason, StatusCodes.Status400BadRequest);
        }

        HazardRule? rule = HazardRuleJson.Read(body["rule"]?.ToJsonString() ?? "null", out IReadOnlyList<string> faults);
        return rule is null
            ? Json(new JsonObject { ["faults"] = new JsonArray([.. faults.Select(f => (JsonNode)f)]) }, StatusCodes.Status400BadRequest)
            : Json(Line(book.Add(rule, context.Officer().Name, reason, isOfficer: true)));
    }

    private static async Task<IResult> OrderAsync(HttpContext context, Func<(string Reason, string? Untried), string, string?> act)
    {
        (JsonObject? body, string? fault) = await ReadAsync(context);
        if (body is null || ReasonOf(body) is not { } reason)
        {
            return Said(fault ?? NoReason, StatusCodes.Status400BadRequest);
        }

        bool isUntried = body["untried"] is JsonValue value && value.TryGetValue(out bool given) && given;
        return act((reason, isUntried ? reason : null), context.Officer().Name) is { } refusal
            ? Said(refusal, StatusCodes.Status409Conflict)
            : Json(new JsonObject { ["done"] = true });
    }

    // A trial, or a command, may just have written beside us.
    private static HazardRuleBook Fresh(HazardRuleBook book)
    {
        book.Refresh();
        return book;
    }

    private static string NoReason => $"reason has to have 1 to {ReasonLengthMax} characters on one line";

    private static string? ReasonOf(JsonObject body) => body["reason"] is JsonValue value && value.TryGetValue(out string? text)
        && text.Trim() is { Length: > 0 and <= ReasonLengthMax } reason && !reason.Any(char.IsControl) ? reason : null;

    private static async Task<(JsonObject? Body, string? Fault)> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength is not > 0 || !context.Request.HasJsonContentType())
        {
            return (null, "the body has to be JSON of a length that is said before");
        }

        if (context.Request.ContentLength > BodyBytesMax)
        {
            return (null, $"the body has more than {BodyBytesMax} bytes");
        }

        try
        {
            JsonNode? node = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);

            // A name that stands twice is only noticed when the object is looked into.
            return node is JsonObject body && body.Count >= 0 ? (body, null) : (null, "the body is not an object");
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return (null, "the body is no JSON");
        }
    }

    private static JsonObject Line(HazardRuleEntry entry) => new()
    {
        ["id"] = entry.Rule.Id,
        ["version"] = entry.Rule.Version,
        ["hazard"] = entry.Rule.Hazard.Code(),
        ["state"] = entry.State.ToString().ToLowerInvariant(),
        ["confirmed"] = entry.Rule.IsConfirmed,
        ["name"] = new JsonObject { ["th"] = entry.Rule.NameTh, ["en"] = entry.Rule.NameEn },
        ["by"] = entry.By,
        ["at"] = entry.At,
        ["reason"] = entry.Reason,
        ["trial"] = entry.Trial,
    };

    private static JsonObject Whole(HazardRuleEntry entry, IReadOnlyList<HazardRuleStep> steps)
    {
        JsonObject whole = Line(entry);
        whole["rule"] = HazardRuleJson.ToNode(entry.Rule);
        whole["steps"] = new JsonArray([.. steps.Select(step => (JsonNode)new JsonObject
        {
            ["at"] = step.At,
            ["version"] = step.Version,
            ["step"] = step.Step,
            ["by"] = step.By,
            ["reason"] = step.Reason,
        })]);
        return whole;
    }

    private static IResult Unknown() => Said("there is no such rule", StatusCodes.Status404NotFound);

    private static IResult Said(string text, int status) => Results.Text(text, statusCode: status);

    private static IResult Json(JsonObject answer, int status = StatusCodes.Status200OK) =>
        Results.Text(answer.ToJsonString(Readable), "application/json; charset=utf-8", statusCode: status);
}

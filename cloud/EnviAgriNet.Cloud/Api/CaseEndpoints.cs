using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Api.Help;
using EnviAgriNet.Cloud.Api.Registration;
using EnviAgriNet.Cloud.Cases;
using EnviAgriNet.Cloud.Inbox.Places;
using EnviAgriNet.Cloud.Registry.Subscribers;

namespace EnviAgriNet.Cloud.Api;

/// <summary>The cases for officers. The list holds nothing personal; one case with its words, number and position is a look that is written down.</summary>
internal static class CaseEndpoints
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Adds them.</summary>
    public static void MapCases(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/cases", static (CaseBook cases, string? kind, bool all = false) => Json(new JsonObject
        {
            ["new_help"] = cases.NewHelp(),
            ["cases"] = new JsonArray([.. cases.List(!all, kind, Cases.Limits.CasesListedMax).Select(file => (JsonNode)CaseJson.Of(file))]),
        })).RequireOfficer(Role.Officer);
        routes.MapGet("/api/cases/map", static (HttpContext context, CaseDesk desk, string? kind) => Json(new JsonObject
        {
            ["points"] = new JsonArray([.. desk.Points(kind, context.Officer().Name).Select(point => (JsonNode)CaseJson.Of(point))]),
        })).RequireOfficer(Role.Officer);
        routes.MapGet("/api/cases/{number}", static (HttpContext context, CaseDesk desk, string number) =>
            desk.Read(number, context.Officer().Name) is { } found
                ? Json(CaseJson.Of(found.File, found.Steps, found.Address))
                : Refused($"there is no case {CaseJson.Quoted(number)}", StatusCodes.Status404NotFound)).RequireOfficer(Role.Officer);
        routes.MapPost("/api/cases", static (HttpContext context, CaseDesk desk, PlaceFinder places) => WorkAsync(
            context, fields => Open(fields, desk, places, context.Officer().Name))).RequireOfficer(Role.Officer);
        routes.MapPost("/api/cases/{number}/state", static (HttpContext context, CaseDesk desk, string number) => WorkAsync(
            context, fields => Move(fields, desk, number, context.Officer().Name))).RequireOfficer(Role.Officer);
        routes.MapPost("/api/cases/{number}/answer", static (HttpContext context, CaseDesk desk, string number) => WorkAsync(
            context, fields => Done(desk.Answer(number, fields.One("text"), context.Officer().Name)))).RequireOfficer(Role.Officer);
    }

    private static IResult Open(FormFields fields, CaseDesk desk, PlaceFinder places, string officer)
    {
        HelpForm form = HelpForm.Read(fields);
        if (form.Faults.Count > 0)
        {
            return Refused($"wrong or missing: {string.Join(", ", form.Faults)}", StatusCodes.Status400BadRequest);
        }

        PhoneNumber? phone = PhoneNumber.TryParse(form.Phone, out PhoneNumber number) ? number : null;
        NamedPlace? place = places.Find(form.Where.Length > 0 ? form.Where : form.Text).Place;
        string call = fields.One("call");
        CaseOpened opened = desk.Open(
            new NewCase(
                form.Kind, $"officer:{officer}", $"officer:{officer}:{(call.Length > 0 ? call : Guid.CreateVersion7().ToString())}", null, IsProven: false,
                HelpWords.Of(fields.One("lang")).Language, new CaseDetails(form.Words, form.Latitude, form.Longitude))
            {
                Region = place?.Region,
                PlaceName = place?.NameTh,
                People = form.People,
                Needs = form.Needs,
            },
            phone);
        return Json(new JsonObject { ["number"] = opened.File.Number, ["merged"] = opened.IsMerged, ["repeat"] = opened.IsRepeat });
    }

    private static IResult Move(FormFields fields, CaseDesk desk, string number, string officer)
    {
        if (!CaseMoves.TryParse(fields.One("state"), out CaseState state))
        {
            return Refused("state is not one of assigned, on-the-way, done, cannot, duplicate", StatusCodes.Status400BadRequest);
        }

        string to = fields.One("to");
        return Done(desk.Move(number, state, state == CaseState.Assigned && to.Length == 0 ? officer : to.Length == 0 ? null : to, officer, fields.One("note")));
    }

    private static async Task<IResult> WorkAsync(HttpContext context, Func<FormFields, IResult> work)
    {
        (FormFields? fields, int status) = await FormFields.ReadAsync(context.Request, context.RequestAborted);
        return fields is null ? Refused("the body cannot be read", status) : work(fields);
    }

    private static IResult Done(string? refusal) => refusal is null ? Results.NoContent() : Refused(refusal, StatusCodes.Status409Conflict);

    private static IResult Refused(string reason, int status) =>
        Results.Text(new JsonObject { ["reason"] = reason }.ToJsonString(Readable), "application/json; charset=utf-8", statusCode: status);

    private static IResult Json(JsonObject content) => Results.Text(content.ToJsonString(Readable), "application/json; charset=utf-8");
}

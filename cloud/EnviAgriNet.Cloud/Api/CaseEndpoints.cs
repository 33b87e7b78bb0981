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
        // Where the page was before; officers have it among their bookmarks.
        routes.MapGet("/cases", static () => Results.LocalRedirect("/agency/cases")).ExcludeFromDescription();
        routes.MapGet("/api/cases", static (HttpContext context, CaseBook cases, CaseBoard board, string? kind, bool all = false) =>
            List(context, cases, board, kind, all)).RequireOfficer(Role.Viewer);
        routes.MapGet("/api/cases/map", static (HttpContext context, CaseBook cases, CaseMap map, string? kind) =>
            Map(context, cases, map, kind)).RequireOfficer(Role.Officer);
        routes.MapGet("/api/cases/hands", static (HttpContext context, OfficerBook officers, AgencyBook agencies) =>
            Hands(context, officers, agencies)).RequireOfficer(Role.Officer);
        routes.MapGet("/api/cases/live", Live).RequireOfficer(Role.Viewer);
        routes.MapGet("/api/cases/{number}", static (HttpContext context, CaseBook cases, CaseDesk desk, string number) =>
            IsWithin(context, cases, number) && desk.Read(number, context.Officer().Name) is { } found
                ? Json(context, CaseJson.Of(found.File, found.Steps, found.Address))
                : Missing(number)).RequireOfficer(Role.Officer);
        routes.MapPost("/api/cases", static (HttpContext context, CaseDesk desk, PlaceFinder places) => WorkAsync(
            context, fields => Open(context, fields, desk, places))).RequireOfficer(Role.Officer);
        routes.MapPost("/api/cases/{number}/state", static (HttpContext context, CaseBook cases, CaseDesk desk, string number) => WorkAsync(
            context, fields => IsWithin(context, cases, number) ? Move(fields, desk, number, context.Officer().Name) : Missing(number))).RequireOfficer(Role.Officer);
        routes.MapPost("/api/cases/{number}/answer", static (HttpContext context, CaseBook cases, CaseDesk desk, string number) => WorkAsync(
            context, fields => IsWithin(context, cases, number) ? Done(desk.Answer(number, fields.One("text"), context.Officer().Name)) : Missing(number))).RequireOfficer(Role.Officer);
    }

    private static IResult List(HttpContext context, CaseBook cases, CaseBoard board, string? kind, bool all)
    {
        if (KindFault(kind) is { } fault)
        {
            return fault;
        }

        CaseScope scope = ScopeOf(context);

        // Taken before the list, so that what comes between is told again rather than missed.
        long change = board.Change();
        IReadOnlyList<CaseLine> files = cases.List(!all, kind, Cases.Limits.CasesListedMax, scope);
        return Json(context, new JsonObject
        {
            ["change"] = change,
            ["new_help"] = board.Counts(scope).Where(count => count is { IsHelp: true, State: CaseState.New }).Sum(count => count.Count),
            ["counts"] = new JsonArray([.. board.Counts(scope).Select(count => (JsonNode)CaseJson.Of(count))]),
            ["most"] = Cases.Limits.CasesListedMax,
            ["cases"] = new JsonArray([.. files.Select(file => (JsonNode)CaseJson.Of(file))]),
        });
    }

    private static IResult Map(HttpContext context, CaseBook cases, CaseMap map, string? kind)
    {
        if (KindFault(kind) is { } fault)
        {
            return fault;
        }

        (IReadOnlyList<CasePoint> points, int unplaced) = map.Of(
            cases.List(isOpen: true, kind, Cases.Limits.CasesListedMax, ScopeOf(context)), context.Officer().Name);
        return Json(context, new JsonObject
        {
            ["points"] = new JsonArray([.. points.Select(point => (JsonNode)CaseJson.Of(point))]),
            ["unplaced"] = unplaced,
        });
    }

    // Whom a case may be given to: names of accounts and offices, which officers know anyway.
    private static IResult Hands(HttpContext context, OfficerBook officers, AgencyBook agencies) => Json(context, new JsonObject
    {
        ["officers"] = new JsonArray([.. officers.All().Where(line => line.IsActive && line.Officer.May(Role.Officer))
            .Select(line => (JsonNode)line.Officer.Name)]),
        ["agencies"] = new JsonArray([.. agencies.All().Select(agency => agency.Name).Distinct().Order(StringComparer.Ordinal)
            .Select(name => (JsonNode)name)]),
    });

    private static IResult Live(HttpContext context, CaseStreams streams)
    {
        context.Response.Headers.CacheControl = "no-store";
        return streams.TryEnter()
            ? CountedStream.Serve(context, end => streams.ReadAsync(ScopeOf(context), CountedStream.LastEventId(context), end), streams.Leave)
            : Refused("too many pages are open on this; it is tried again", StatusCodes.Status503ServiceUnavailable).Coded("busy");
    }

    private static CaseScope ScopeOf(HttpContext context) => new(context.Officer().Regions);

    // Who works elsewhere is told the same as of a number that nobody has; whether there is one is asked again by what is done.
    private static bool IsWithin(HttpContext context, CaseBook cases, string number) =>
        cases.Find(number) is not { } file || ScopeOf(context).Holds(file);

    private static IResult Missing(string number) =>
        Refused($"there is no case {CaseJson.Quoted(number)} in your regions", StatusCodes.Status404NotFound).Coded("case-unknown", ("number", number));

    private static IResult? KindFault(string? kind) => kind is null or NewCase.Help or "complaint" || ComplaintKinds.All.Contains(kind)
        ? null
        : Refused($"kind is not one of help, complaint, {string.Join(", ", ComplaintKinds.All)}", StatusCodes.Status400BadRequest);

    private static IResult Open(HttpContext context, FormFields fields, CaseDesk desk, PlaceFinder places)
    {
        string officer = context.Officer().Name;
        HelpForm form = HelpForm.Read(fields);
        if (form.Faults.Count > 0)
        {
            return Refused($"wrong or missing: {string.Join(", ", form.Faults)}", StatusCodes.Status400BadRequest).Coded("case-fields", ("fields", string.Join(',', form.Faults)));
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
        return Json(context, new JsonObject { ["number"] = opened.File.Number, ["merged"] = opened.IsMerged, ["repeat"] = opened.IsRepeat });
    }

    private static IResult Move(FormFields fields, CaseDesk desk, string number, string officer)
    {
        if (!CaseMoves.TryParse(fields.One("state"), out CaseState state))
        {
            return Refused("state is not one of assigned, on-the-way, done, cannot, duplicate", StatusCodes.Status400BadRequest);
        }

        string to = fields.One("to");
        if (to.Length > Cases.Limits.AgencyNameLengthMax || to.Any(char.IsControl))
        {
            return Refused($"to is longer than {Cases.Limits.AgencyNameLengthMax} characters, or not one line", StatusCodes.Status400BadRequest).Coded("to-length", ("to", Cases.Limits.AgencyNameLengthMax));
        }

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

    private static IResult Json(HttpContext context, JsonObject content)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Text(content.ToJsonString(Readable), "application/json; charset=utf-8");
    }
}

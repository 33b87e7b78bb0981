using System.Text.Json;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Alerts.Release;
using EnviAgriNet.Cloud.Api.Desk;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;

namespace EnviAgriNet.Cloud.Api;

/// <summary>
/// The interface for officers, by token. A token rides in a header that no page of another site can set, so that nothing is done in an
/// officer's name by a link.
/// </summary>
internal static class OfficerEndpoints
{
    private const int BodyBytesMax = 16 * 1024;
    private const int ReasonLengthMax = 500;

    // A trial needs no reason yet: it is asked for when the order is given.
    private const string Untold = "-";

    /// <summary>Adds the addresses.</summary>
    public static void MapOfficers(this WebApplication app)
    {
        app.MapGet("/api/officer/waiting", static (ReleaseDesk desk) =>
        {
            (IReadOnlyList<HeldAlert> held, DateTimeOffset now) = desk.Waiting();
            return Results.Json(HeldLine.Of(held, now), OfficerJson.Readable.IReadOnlyListHeldLine);
        }).RequireOfficer(Role.Viewer);
        app.MapOrder("alerts/{n:long}/release", Role.Releaser, static (orders, n, by, order) =>
            (order.Reason is null ? null : NeedReason(order)) ?? orders.Desk.Release(n, by, order.Reason, order.Seen));
        app.MapOrder("alerts/{n:long}/drop", Role.Releaser, static (orders, n, by, order) =>
            NeedReason(order) ?? orders.Desk.Drop(n, by, order.Reason!));
        app.MapOrder("alerts/{n:long}/edit", Role.Officer, static (orders, n, by, order) =>
            NeedReason(order) ?? orders.Revisions.Edit(n, order.Words, order.Level, by, order.Reason!));
        app.MapOrder("alerts/{n:long}/cancel", Role.Releaser, static (orders, n, by, order) =>
            NeedReason(order) ?? orders.Revisions.Cancel(n, order.Words, by, order.Reason!));
        app.MapOrder("alerts/{n:long}/all-clear", Role.Releaser, static (orders, n, by, order) =>
            NeedReason(order) ?? orders.Revisions.AllClear(n, order.Words, by, order.Reason!));
        app.MapOrder("alerts/{n:long}/extend", Role.Releaser, static (orders, n, by, order) =>
            NeedReason(order) ?? (order.Until is { } until
                ? orders.Revisions.Extend(n, until, by, order.Reason!)
                : Invalid("until is missing", new("until-missing"))));
        app.MapOrder("alerts", Role.Officer, static (orders, _, by, order) => NeedReason(order) ?? Compose(orders, by, order));
    }

    // Each order has a twin under trial/, which answers what would happen.
    private static void MapOrder(this WebApplication app, string path, Role role, Func<AlertOrders, long, Officer, OfficerOrder, ReleaseAnswer> act)
    {
        app.MapPost("/api/officer/" + path, async (HttpContext context, AlertOrders orders) =>
        {
            ReleaseAnswer answer = await AnswerAsync(context, order => act(orders, NumberOf(context), context.Officer(), order));
            return Results.Json(AnswerLine.Of(answer), OfficerJson.Readable.AnswerLine, statusCode: StatusOf(answer.Fate)).Coded(answer.Code);
        }).RequireOfficer(role);
        app.MapPost("/api/officer/trial/" + path, async (HttpContext context, AlertTrials trials, TrialPages pages) =>
        {
            ReleaseAnswer answer = await AnswerAsync(
                context, order => act(trials.Orders, NumberOf(context), context.Officer(), order with { Reason = order.Reason ?? Untold }));
            context.Response.Headers.CacheControl = "no-store";
            return Results.Json(pages.Of(answer), DeskJson.Readable.TrialView, statusCode: StatusOf(answer.Fate)).Coded(answer.Code);
        }).RequireOfficer(role);
    }

    private static long NumberOf(HttpContext context) =>
        context.GetRouteValue("n") is string text ? long.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : 0;

    private static async Task<ReleaseAnswer> AnswerAsync(HttpContext context, Func<OfficerOrder, ReleaseAnswer> act)
    {
        (OfficerOrder? order, string? fault) = await ReadAsync(context);
        return order is null ? Invalid(fault ?? "the body is not an order as JSON") : act(order);
    }

    private static async Task<(OfficerOrder? Order, string? Fault)> ReadAsync(HttpContext context)
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
            return (await JsonSerializer.DeserializeAsync(context.Request.Body, OfficerJson.Readable.OfficerOrder, context.RequestAborted), null);
        }
        catch (JsonException e)
        {
            return (null, $"the body is not an order as JSON, at {e.Path}");
        }
    }

    private static ReleaseAnswer Compose(AlertOrders orders, Officer by, OfficerOrder order) =>
        !HazardCodes.TryParse(order.Hazard ?? string.Empty, out HazardKind hazard) ? Invalid($"hazard '{order.Hazard}' is not a hazard")
        : !RegionId.TryParse(order.Region, out RegionId region) ? Invalid($"region '{order.Region}' is not a code of 2, 4 or 6 digits", new("region-code"))
        : order.Until is not { } until ? Invalid("until is missing", new("until-missing"))
        : orders.Manual.Compose(
            new ManualAlert(hazard, order.Level ?? string.Empty, region, order.PlaceTh, order.PlaceEn, order.Words, until, order.Reason!), by);

    private static ReleaseAnswer? NeedReason(OfficerOrder order) => order.Reason?.Trim() is { Length: > 0 and <= ReasonLengthMax } reason
        && reason.All(c => !char.IsControl(c) && !AlertWording.IsUnknown(c))
            ? null
            : Invalid($"reason has to have 1 to {ReasonLengthMax} characters on one line", new("reason", ("to", ReasonLengthMax)));

    private static ReleaseAnswer Invalid(string text, RefusalCode? code = null) => new(ReleaseFate.Invalid, text, null) { Code = code };

    private static int StatusOf(ReleaseFate fate) => fate switch
    {
        ReleaseFate.Done or ReleaseFate.Repeat => StatusCodes.Status200OK,
        ReleaseFate.Forbidden => StatusCodes.Status403Forbidden,
        ReleaseFate.Unknown => StatusCodes.Status404NotFound,
        ReleaseFate.Invalid => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status409Conflict,
    };
}

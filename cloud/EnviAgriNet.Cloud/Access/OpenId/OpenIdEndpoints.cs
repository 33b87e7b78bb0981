using System.Text.Json;
using EnviAgriNet.Cloud.Access.Sessions;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Access.OpenId;

/// <summary>Sign-in by the provider over HTTP.</summary>
internal static class OpenIdEndpoints
{
    /// <summary>The cookie that holds what is sealed; it comes back from the provider's site, for which it has to be lax.</summary>
    public const string Cookie = "eag-openid";

    /// <summary>Adds the addresses.</summary>
    public static void MapOpenId(this WebApplication app)
    {
        app.MapGet("/api/openid", static (HttpContext context, IOptions<OpenIdOptions> options, OpenIdDesk desk, OpenIdLinkBook links) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return Results.Json(
                new OpenIdView(desk.IsOn, options.Value.NameTh, options.Value.NameEn, context.OfficerOrNull() is { } officer ? links.Of(officer.Name)?.At : null),
                OpenIdJson.Readable.OpenIdView);
        });
        app.MapPost("/api/openid", static (HttpContext context, OpenIdDesk desk, SessionBook sessions) => StartAsync(context, desk, sessions));
        app.MapGet(OpenIdDesk.ReturnPath, static (HttpContext context, OpenIdDesk desk) => ReturnAsync(context, desk));
        app.MapDelete("/api/openid", static (HttpContext context, OpenIdLinkBook links) =>
            links.Unlink(context.Officer().Name, context.Officer().Name) ? Results.NoContent() : Results.NotFound()).RequireOfficer(Role.Viewer);
    }

    private static async Task<IResult> StartAsync(HttpContext context, OpenIdDesk desk, SessionBook sessions)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!desk.IsOn)
        {
            return Results.NotFound();
        }

        if (!PageRequest.IsOurs(context))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await ReadAsync(context) is not { } order)
        {
            return Results.Text("the body is not {\"link\": true or false} as JSON", statusCode: StatusCodes.Status400BadRequest);
        }

        Session? session = order.Link ? sessions.Current(context) : null;
        if (order.Link && session is null)
        {
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        if (await desk.BeginAsync(session, context.RequestAborted) is not var (address, kept))
        {
            return Results.Text("the identity provider does not answer; sign in by password or passkey", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        context.Response.Cookies.Append(Cookie, kept, CookieFor(context));
        return Results.Json(new OpenIdStart(address), OpenIdJson.Readable.OpenIdStart);
    }

    private static async Task<IResult> ReturnAsync(HttpContext context, OpenIdDesk desk)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!desk.IsOn)
        {
            return Results.NotFound();
        }

        string? kept = context.Request.Cookies[Cookie];
        context.Response.Cookies.Delete(Cookie, CookieFor(context));
        OpenIdOutcome fate = await desk.FinishAsync(
            kept, new OpenIdReturn(One(context, "code"), One(context, "state"), One(context, "iss"), One(context, "error")), context);
        return Results.Redirect(fate switch
        {
            OpenIdOutcome.SignedIn => "/agency",
            OpenIdOutcome.Linked or OpenIdOutcome.Taken => $"/agency/account?openid={Word(fate)}",
            _ => $"/agency/sign-in?openid={Word(fate)}",
        });
    }

    private static string Word(OpenIdOutcome fate) => fate.ToString().ToLowerInvariant();

    // A member that is given twice could be read one way here and another way there.
    private static string? One(HttpContext context, string name) => context.Request.Query[name] is [{ Length: > 0 } only] ? only : null;

    private static async Task<OpenIdOrder?> ReadAsync(HttpContext context)
    {
        try
        {
            return context.Request.HasJsonContentType()
                ? await JsonSerializer.DeserializeAsync(context.Request.Body, OpenIdJson.Readable.OpenIdOrder, context.RequestAborted)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static CookieOptions CookieFor(HttpContext context) => new()
    {
        HttpOnly = true,
        Secure = PageRequest.IsOverTls(context),
        SameSite = SameSiteMode.Lax,
        Path = OpenIdDesk.ReturnPath,
        MaxAge = OpenIdLimits.SignInMax,
    };
}

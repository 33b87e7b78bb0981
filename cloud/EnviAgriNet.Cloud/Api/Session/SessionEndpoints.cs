using System.Globalization;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Access.Sessions;
using EnviAgriNet.Cloud.Access.SignIn;

namespace EnviAgriNet.Cloud.Api.Session;

/// <summary>Signing in and out, invitations, and who is signed in.</summary>
internal static class SessionEndpoints
{
    private const string NoOrder = "the body is not such an order as JSON of at most 4 KiB";

    /// <summary>Adds the addresses.</summary>
    public static void MapSession(this WebApplication app)
    {
        app.MapGet("/api/session", static (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return View(context, context.OfficerOrNull());
        });
        app.MapGuarded(HttpMethods.Post, "/api/session", SignInAsync);
        app.MapGuarded(HttpMethods.Delete, "/api/session", static context =>
        {
            context.RequestServices.GetRequiredService<SessionBook>().EndCurrent(context);
            return Task.FromResult(Results.NoContent());
        });
        app.MapGuarded(HttpMethods.Post, "/api/invitation", LookAsync);
        app.MapGuarded(HttpMethods.Post, "/api/invitation/accept", AcceptAsync);
    }

    /// <summary>The answer to a wrong or too frequent proof.</summary>
    public static IResult Refused(HttpContext context, SignInAnswer answer)
    {
        if (answer.RetryAfter is not { } wait)
        {
            return SessionJson.Fault(StatusCodes.Status401Unauthorized, "wrong").Coded("wrong");
        }

        string seconds = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.RetryAfter = seconds;
        return SessionJson.Fault(StatusCodes.Status429TooManyRequests, $"wait {seconds}").Coded("wait", ("seconds", seconds));
    }

    // A page of another site must not sign its reader in as somebody else, nor out; and secrets go over no open line.
    private static void MapGuarded(this WebApplication app, string method, string pattern, Func<HttpContext, Task<IResult>> act) =>
        app.MapMethods(pattern, [method], async (HttpContext context, CancellationToken _) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return !PageRequest.IsOurs(context) ? SessionJson.Fault(StatusCodes.Status403Forbidden, "only our own pages may do this")
                : !PageRequest.IsPrivate(context)
                    ? SessionJson.Fault(StatusCodes.Status403Forbidden, "signing in needs https: this line can be listened to").Coded("https")
                    : await act(context);
        });

    private static async Task<IResult> SignInAsync(HttpContext context)
    {
        if (await SessionJson.ReadAsync(context, SessionJson.Readable.SignInOrder) is not { Name: { } name, Password: { } password, Code: { } code })
        {
            return SessionJson.Fault(StatusCodes.Status400BadRequest, NoOrder);
        }

        SignInAnswer answer = await context.RequestServices.GetRequiredService<SignInDesk>().SignInAsync(name, password, code, context);
        return answer.Officer is { } officer ? View(context, officer) : Refused(context, answer);
    }

    private static async Task<IResult> LookAsync(HttpContext context)
    {
        if (await SessionJson.ReadAsync(context, SessionJson.Readable.InvitationOrder) is not { Secret: { } secret })
        {
            return SessionJson.Fault(StatusCodes.Status400BadRequest, NoOrder);
        }

        return context.RequestServices.GetRequiredService<InvitationDesk>().Find(secret) is { } found
            ? Results.Json(
                new CodesView(found.Officer.Name, Totp.Base32(found.Secret), Totp.UriOf(found.Officer.Name, found.Secret), found.Until),
                SessionJson.Readable.CodesView)
            : Over();
    }

    private static async Task<IResult> AcceptAsync(HttpContext context)
    {
        if (await SessionJson.ReadAsync(context, SessionJson.Readable.InvitationOrder) is not { Secret: { } secret, Password: { } password, Code: { } code })
        {
            return SessionJson.Fault(StatusCodes.Status400BadRequest, NoOrder);
        }

        (IReadOnlyList<string>? recovery, Refusal? refusal) =
            await context.RequestServices.GetRequiredService<InvitationDesk>().AcceptAsync(secret, password, code, context);
        return recovery is not null ? Results.Json(new RecoveryView(recovery), SessionJson.Readable.RecoveryView)
            : refusal is not null ? SessionJson.Fault(StatusCodes.Status400BadRequest, refusal.Sentence).Coded(refusal.Code)
            : Over();
    }

    private static IResult Over() => SessionJson.Fault(StatusCodes.Status404NotFound, "this invitation was used, replaced or has run out").Coded("invitation-over");

    private static IResult View(HttpContext context, Officer? officer) => Results.Json(
        new SessionView(
            officer is null ? null : OfficerView.Of(officer),
            officer is not null && context.RequestServices.GetRequiredService<AccountBook>().Find(officer.Name) is not null,
            officer is null ? 0 : context.RequestServices.GetService<IPasskeyCount>()?.Of(officer.Name) ?? 0),
        SessionJson.Readable.SessionView);
}

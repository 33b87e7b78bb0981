using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Access.Sessions;
using EnviAgriNet.Cloud.Access.SignIn;
using OfficerSession = EnviAgriNet.Cloud.Access.Sessions.Session;

namespace EnviAgriNet.Cloud.Api.Session;

/// <summary>
/// What a signed-in officer sees and changes of the own account. Password, codes and recovery codes want the password and a code once
/// more: a screen that was left open is not enough to take an account over.
/// </summary>
internal static class AccountEndpoints
{
    /// <summary>Adds the addresses.</summary>
    public static void MapAccount(this WebApplication app)
    {
        app.MapGet("/api/session/account", static (HttpContext context, SessionBook sessions, AccountBook accounts, OfficerBook officers) =>
        {
            Officer officer = context.Officer();
            Account? account = accounts.Find(officer.Name);
            long? current = sessions.Current(context)?.Number;
            return Results.Json(
                new AccountView(
                    account is not null, account?.ChangedAt, account?.RecoveryLeft ?? 0, officers.All().Any(o => o.Officer.Name == officer.Name && o.TokenAt is not null),
                    [.. sessions.All(officer).Select(s => new SessionLine(s.Number, s.How, s.Agent, s.OpenedAt, s.SeenAt, s.Number == current))]),
                SessionJson.Readable.AccountView);
        }).RequireOfficer(Role.Viewer);
        app.MapDelete("/api/session/{number:long}", static (HttpContext context, SessionBook sessions, long number) =>
            sessions.End(context.Officer().Name, number, context.Officer().Name)
                ? Results.NoContent()
                : SessionJson.Fault(StatusCodes.Status404NotFound, "there is no such session")).RequireOfficer(Role.Viewer);
        app.MapDelete("/api/session/others", static (HttpContext context, SessionBook sessions) =>
        {
            string name = context.Officer().Name;
            sessions.EndOthers(name, sessions.Current(context)?.Number, name, "by the officer");
            return Results.NoContent();
        }).RequireOfficer(Role.Viewer);
        app.MapProved("/api/session/password", SetPasswordAsync);
        app.MapProved("/api/session/codes", static (context, session, _) =>
        {
            byte[] secret = context.RequestServices.GetRequiredService<AccountDesk>().NewSecret(session.Officer);
            return Task.FromResult(Results.Json(
                new CodesView(session.Officer.Name, Totp.Base32(secret), Totp.UriOf(session.Officer.Name, secret), null), SessionJson.Readable.CodesView));
        });
        app.MapProved("/api/session/recovery", static (context, session, _) => Task.FromResult(
            Recovery(context.RequestServices.GetRequiredService<AccountDesk>().NewRecovery(session.Officer))));
        app.MapPost("/api/session/codes/confirm", static async (HttpContext context, AccountDesk desk, SessionBook sessions) =>
            await SessionJson.ReadAsync(context, SessionJson.Readable.CodeOrder) is { Code: { } code } && sessions.Current(context) is { } session
            && desk.TakeSecret(session, code) is { } recovery
                ? Recovery(recovery)
                : SessionJson.Fault(StatusCodes.Status400BadRequest, "this is not the code of now").Coded("not-now")).RequireOfficer(Role.Viewer);
    }

    private static void MapProved(this WebApplication app, string pattern, Func<HttpContext, OfficerSession, ProofOrder, Task<IResult>> act) =>
        app.MapPost(pattern, async (HttpContext context, SessionBook sessions, SignInDesk desk) =>
        {
            if (sessions.Current(context) is not { } session)
            {
                return SessionJson.Fault(StatusCodes.Status403Forbidden, "this is for a browser that is signed in, not for a token");
            }

            if (await SessionJson.ReadAsync(context, SessionJson.Readable.ProofOrder) is not { Password: { } password, Code: { } code } order)
            {
                return SessionJson.Fault(StatusCodes.Status400BadRequest, "the body is not password and code as JSON");
            }

            // Before the code is used up.
            if (order.NewPassword is { } next && Passwords.FaultOf(session.Officer.Name, next) is { } fault)
            {
                return SessionJson.Fault(StatusCodes.Status400BadRequest, fault.Sentence).Coded(fault.Code);
            }

            // 400 and not 401: who is signed in is known, and the pages take 401 for the end of the session.
            return await desk.ProveAsync(session.Officer, password, code) is not { } refused ? await act(context, session, order)
                : refused.RetryAfter is null ? SessionJson.Fault(StatusCodes.Status400BadRequest, "wrong").Coded("wrong")
                : SessionEndpoints.Refused(context, refused);
        }).RequireOfficer(Role.Viewer);

    private static async Task<IResult> SetPasswordAsync(HttpContext context, OfficerSession session, ProofOrder order) =>
        order.NewPassword is not { } password ? SessionJson.Fault(StatusCodes.Status400BadRequest, "new_password is missing")
        : await context.RequestServices.GetRequiredService<AccountDesk>().SetPasswordAsync(session, password) is { } refusal
            ? SessionJson.Fault(StatusCodes.Status503ServiceUnavailable, refusal).Coded("busy")
            : Results.NoContent();

    private static IResult Recovery(IReadOnlyList<string> codes) => Results.Json(new RecoveryView(codes), SessionJson.Readable.RecoveryView);
}

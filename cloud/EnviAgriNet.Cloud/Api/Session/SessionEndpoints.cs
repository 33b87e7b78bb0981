using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Access.Sessions;

namespace EnviAgriNet.Cloud.Api.Session;

/// <summary>Signing in and out, and who is signed in.</summary>
internal static class SessionEndpoints
{
    /// <summary>Adds the addresses.</summary>
    public static void MapSession(this WebApplication app)
    {
        app.MapGet("/api/session", static (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            Officer? officer = context.OfficerOrNull();
            return Results.Json(
                new SessionView(officer is null ? null : OfficerView.Of(officer), SecondFactor: false, Passkeys: 0),
                SessionJson.Readable.SessionView);
        });
        app.MapDelete("/api/session", static (HttpContext context, SessionBook sessions) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            if (!PageRequest.IsOurs(context))
            {
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            }

            sessions.EndCurrent(context);
            return Results.NoContent();
        });
    }
}

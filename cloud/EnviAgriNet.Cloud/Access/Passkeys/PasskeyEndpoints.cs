using System.Globalization;
using System.Text.Json;
using EnviAgriNet.Cloud.Access.Sessions;

namespace EnviAgriNet.Cloud.Access.Passkeys;

/// <summary>Passkeys over HTTP: an officer's own, and the sign-in.</summary>
internal static class PasskeyEndpoints
{
    /// <summary>Adds the addresses.</summary>
    public static void MapPasskeys(this WebApplication app)
    {
        app.MapGet("/api/passkeys", static (HttpContext context, PasskeyBook book, SessionBook sessions, TimeProvider time) => Results.Json(
            new PasskeysView([.. book.Of(context.Officer().Name).Select(PasskeyLine.Of)], PasskeyLimits.PerOfficerMax, IsFresh(context, sessions, time)),
            PasskeyJson.Readable.PasskeysView)).RequireOfficer(Role.Viewer);
        app.MapPost("/api/passkeys/begin", static async (HttpContext context, PasskeyDesk desk, SessionBook sessions, TimeProvider time) =>
            IsFresh(context, sessions, time) ? Start(await desk.BeginAddAsync(context.Officer(), context)) : NotFresh()).RequireOfficer(Role.Viewer);
        app.MapPost("/api/passkeys", static (HttpContext context, PasskeyDesk desk, SessionBook sessions, TimeProvider time) =>
            IsFresh(context, sessions, time) ? AddAsync(context, desk) : Task.FromResult(NotFresh())).RequireOfficer(Role.Viewer);
        app.MapDelete("/api/passkeys/{id}", static (HttpContext context, PasskeyBook book, SessionBook sessions, TimeProvider time, string id) =>
            !IsFresh(context, sessions, time) ? NotFresh()
            : book.Remove(context.Officer().Name, id, context.Officer().Name) ? Results.NoContent()
            : Results.NotFound()).RequireOfficer(Role.Viewer);
        app.MapPost("/api/session/passkey/begin", static async (HttpContext context, PasskeyDesk desk) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return IsAllowed(context) ? Start(await desk.BeginSignInAsync(context)) : Results.StatusCode(StatusCodes.Status403Forbidden);
        });
        app.MapPost("/api/session/passkey", static (HttpContext context, PasskeyDesk desk, SessionBook sessions, FailureCounts failures) =>
            SignInAsync(context, desk, sessions, failures));
    }

    private static async Task<IResult> AddAsync(HttpContext context, PasskeyDesk desk)
    {
        if (await ReadAsync(context) is not ({ } answer, var name))
        {
            return Fault("the body is not a ceremony, a credential and a name as JSON");
        }

        (Passkey? made, string? refusal) = await desk.AddAsync(context.Officer(), answer, name ?? string.Empty, context);
        return made is null
            ? Fault(refusal ?? "refused")
            : Results.Json(PasskeyLine.Of(made), PasskeyJson.Readable.PasskeyLine, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> SignInAsync(HttpContext context, PasskeyDesk desk, SessionBook sessions, FailureCounts failures)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!IsAllowed(context))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await ReadAsync(context) is not ({ } answer, null))
        {
            return Fault("the body is not a ceremony and a credential as JSON");
        }

        if (await desk.SignInAsync(answer, context) is { } officer)
        {
            sessions.Open(officer, "passkey", context);
            return Results.NoContent();
        }

        System.Net.IPAddress? address = context.Connection.RemoteIpAddress;
        if (failures.IsBlocked(address))
        {
            context.Response.Headers.RetryAfter = Access.Limits.FailurePeriod.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return Fault("too many failures; wait a minute", StatusCodes.Status429TooManyRequests);
        }

        failures.OnFailed(address);
        return Fault("this passkey is not known here; sign in by password, or with another passkey", StatusCodes.Status401Unauthorized);
    }

    // A passkey opens the account for ever, so that neither a token that strayed nor a browser left open overnight can add one.
    private static bool IsFresh(HttpContext context, SessionBook sessions, TimeProvider time) =>
        sessions.Current(context) is { } session && session.Officer.Name == context.Officer().Name
        && time.GetUtcNow() - session.OpenedAt < PasskeyLimits.FreshMax;

    private static bool IsAllowed(HttpContext context) => PageRequest.IsOurs(context) && PageRequest.IsPrivate(context);

    private static IResult Start(PasskeyCeremony ceremony)
    {
        using JsonDocument options = JsonDocument.Parse(ceremony.OptionsJson);
        return Results.Json(new PasskeyStart(ceremony.Ceremony, options.RootElement.Clone()), PasskeyJson.Readable.PasskeyStart);
    }

    private static IResult NotFresh() => Fault(
        $"sign in again first: passkeys are changed within {PasskeyLimits.FreshMax.TotalMinutes:0} minutes of signing in", StatusCodes.Status403Forbidden)
        .Coded("sign-in-again", ("minutes", PasskeyLimits.FreshMax.TotalMinutes));

    private static IResult Fault(string text, int status = StatusCodes.Status400BadRequest) =>
        Results.Json(new PasskeyFault(text), PasskeyJson.Readable.PasskeyFault, statusCode: status);

    private static async Task<(PasskeyAnswer? Answer, string? Name)> ReadAsync(HttpContext context)
    {
        try
        {
            return context.Request.HasJsonContentType()
                && await JsonSerializer.DeserializeAsync(context.Request.Body, PasskeyJson.Readable.PasskeyOrder, context.RequestAborted) is { } order
                && order is { Ceremony: { } ceremony, Credential.ValueKind: JsonValueKind.Object }
                && order.Credential.GetRawText() is { Length: <= PasskeyLimits.CredentialLengthMax } credential
                    ? (new PasskeyAnswer(ceremony, credential), order.Name)
                    : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }
}

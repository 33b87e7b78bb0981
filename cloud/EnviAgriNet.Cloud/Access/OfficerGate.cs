using EnviAgriNet.Cloud.Access.Sessions;

namespace EnviAgriNet.Cloud.Access;

/// <summary>
/// Lets officers in by their token or their session. It answers strangers without a word on why, and nothing of a token reaches a log.
/// A right token always lets in: behind a proxy all share one address, and a stranger's guesses must not lock officers out.
/// </summary>
internal sealed partial class OfficerGate(
    OfficerBook officers, SessionBook sessions, IEnumerable<IBearerReader> readers, FailureCounts failures, ILogger<OfficerGate> logger)
{
    private const string Scheme = "Bearer ";

    /// <summary>The officer of a request; or the status to answer it with.</summary>
    public (Officer? Officer, int Status) Admit(HttpContext context, Role role)
    {
        (Officer? officer, int status) = BearerOf(context) is { } text ? OfBearer(context, text) : OfSession(context);
        return officer is null ? (null, status)
            : officer.May(role) ? (officer, status)
            : (null, StatusCodes.Status403Forbidden);
    }

    /// <summary>The officer of a request that anybody may make; null for a stranger, whom nothing is held against.</summary>
    public Officer? Who(HttpContext context) => BearerOf(context) is { } text
        ? Find(context, text) is { Roles.Count: > 0 } officer ? officer : null
        : sessions.Current(context)?.Officer;

    // A text may have been guessed, so that failures count. A session's cookie is as long as a token, but every page that stayed open
    // over the end of its session sends an old one: to count those would turn away a whole office behind one address.
    private (Officer? Officer, int Status) OfBearer(HttpContext context, string text)
    {
        if (Find(context, text) is { } officer)
        {
            return (officer, StatusCodes.Status200OK);
        }

        System.Net.IPAddress? address = context.Connection.RemoteIpAddress;
        if (failures.IsBlocked(address))
        {
            return (null, StatusCodes.Status429TooManyRequests);
        }

        failures.OnFailed(address);
        LogRefused(address?.ToString() ?? "nowhere");
        return (null, StatusCodes.Status401Unauthorized);
    }

    private (Officer? Officer, int Status) OfSession(HttpContext context) => sessions.Current(context) is not { } session
        ? (null, StatusCodes.Status401Unauthorized)
        : PageRequest.IsSafe(context) || PageRequest.IsOurs(context)
            ? (session.Officer, StatusCodes.Status200OK)
            : (null, StatusCodes.Status403Forbidden);

    private Officer? Find(HttpContext context, string text) =>
        (text.Length == OfficerToken.Length ? officers.OfToken(text) : null)
        ?? readers.Select(reader => reader.Read(text, context)).FirstOrDefault(officer => officer is not null);

    private static string? BearerOf(HttpContext context)
    {
        string header = context.Request.Headers.Authorization.ToString();
        return header.Length <= Scheme.Length + Limits.BearerLengthMax && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[Scheme.Length..]
            : null;
    }

    [LoggerMessage(4750, LogLevel.Warning, "A request from {Address} had no right token")]
    private partial void LogRefused(string address);
}

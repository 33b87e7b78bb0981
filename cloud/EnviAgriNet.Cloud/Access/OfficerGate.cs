namespace EnviAgriNet.Cloud.Access;

/// <summary>
/// Lets officers in by their token. It answers strangers without a word on why, and nothing of a token reaches a log. A right token
/// always lets in: behind a proxy all share one address, and a stranger's guesses must not lock officers out.
/// </summary>
internal sealed partial class OfficerGate(OfficerBook officers, FailureCounts failures, ILogger<OfficerGate> logger)
{
    private const string Scheme = "Bearer ";

    /// <summary>The officer of a request; or the status to answer it with.</summary>
    public (Officer? Officer, int Status) Admit(HttpContext context, Role role)
    {
        System.Net.IPAddress? address = context.Connection.RemoteIpAddress;
        if (TokenOf(context) is not { } token || officers.OfToken(token) is not { } officer)
        {
            if (failures.IsBlocked(address))
            {
                return (null, StatusCodes.Status429TooManyRequests);
            }

            failures.OnFailed(address);
            LogRefused(address?.ToString() ?? "nowhere");
            return (null, StatusCodes.Status401Unauthorized);
        }

        return officer.May(role) ? (officer, StatusCodes.Status200OK) : (null, StatusCodes.Status403Forbidden);
    }

    private static string? TokenOf(HttpContext context)
    {
        string header = context.Request.Headers.Authorization.ToString();
        return header.Length == Scheme.Length + OfficerToken.Length && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[Scheme.Length..]
            : null;
    }

    [LoggerMessage(4750, LogLevel.Warning, "A request from {Address} had no right token")]
    private partial void LogRefused(string address);
}

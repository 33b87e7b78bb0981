namespace EnviAgriNet.Cloud.Access.Sessions;

/// <summary>
/// The cookie of a session: no script reads it, no other site's page sends it, and its name forbids the browser to send it in clear or
/// to take it from a neighbouring host. Only a browser on this very machine, where nothing goes over a line, may have it without TLS.
/// </summary>
internal static class SessionCookie
{
    /// <summary>The name over TLS; browsers hold that such a cookie is secure and of this host alone.</summary>
    public const string Name = "__Host-eag-session";

    /// <summary>The name on this machine, without TLS.</summary>
    public const string PlainName = "eag-session";

    /// <summary>The cookie's secret, or null.</summary>
    public static string? Of(HttpContext context) =>
        context.Request.Cookies[PageRequest.IsOverTls(context) ? Name : PlainName] is { Length: OfficerToken.BareLength } secret ? secret : null;

    /// <summary>Gives the browser a cookie in place of any before.</summary>
    public static void Set(HttpContext context, string secret, TimeSpan lifetime) =>
        context.Response.Cookies.Append(NameFor(context), secret, OptionsFor(context, lifetime));

    /// <summary>Takes it away.</summary>
    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(NameFor(context), OptionsFor(context, null));

    private static string NameFor(HttpContext context) => PageRequest.IsOverTls(context) ? Name : PlainName;

    private static CookieOptions OptionsFor(HttpContext context, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        Secure = PageRequest.IsOverTls(context),
        SameSite = SameSiteMode.Strict,
        Path = "/",
        MaxAge = lifetime,
    };
}

using System.Net;

namespace EnviAgriNet.Cloud.Access;

/// <summary>Where a request comes from, as far as its browser says.</summary>
internal static class PageRequest
{
    /// <summary>The header that our own pages send; a page of another site cannot, for nothing here allows it to.</summary>
    public const string Header = "x-eag-page";

    /// <summary>
    /// Whether a request is one of our own pages' doing: a cookie rides along with what other sites cause, this header does not.
    /// </summary>
    public static bool IsOurs(HttpContext context) => context.Request.Headers[Header] == "1"
        && context.Request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin";

    /// <summary>Whether a request may change nothing.</summary>
    public static bool IsSafe(HttpContext context) => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);

    /// <summary>Whether the browser's own line is encrypted. A proxy in front says so; a browser cannot lie to its own good here.</summary>
    public static bool IsOverTls(HttpContext context) => context.Request.IsHttps
        || string.Equals(context.Request.Headers["X-Forwarded-Proto"].ToString(), "https", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether secrets may be sent: over TLS, or without leaving the machine.</summary>
    public static bool IsPrivate(HttpContext context) => IsOverTls(context) || IsLoopback(context.Request.Host.Host);

    private static bool IsLoopback(string host) => string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));
}

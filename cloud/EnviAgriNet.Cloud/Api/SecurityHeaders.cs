using EnviAgriNet.Cloud.Access;

namespace EnviAgriNet.Cloud.Api;

/// <summary>What every answer tells a browser: run and load nothing but ours, be framed by nobody, guess no types.</summary>
internal static class SecurityHeaders
{
    // The map draws in a worker made from a blob of our own script, and its pictures of signs come from a canvas.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string FormPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    // What our pages use of the device; all else is closed to whatever might get into them.
    private const string Permissions =
        "camera=(), microphone=(), payment=(), usb=(), serial=(), midi=(), display-capture=(), geolocation=(self), fullscreen=(self), screen-wake-lock=(self), publickey-credentials-get=(self), publickey-credentials-create=(self)";

    /// <summary>
    /// For a page with forms: they may be sent to us and to nobody else. A browser that gives no referrer at all names no origin
    /// either, so that ours is told to ourselves.
    /// </summary>
    public static void AllowForms(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = FormPolicy;
        context.Response.Headers["Referrer-Policy"] = "same-origin";
    }

    /// <summary>Adds the headers.</summary>
    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        headers.XFrameOptions = "DENY";
        if (PageRequest.IsOverTls(context))
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        return next(context);
    }
}

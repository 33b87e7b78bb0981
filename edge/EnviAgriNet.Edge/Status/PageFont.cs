namespace EnviAgriNet.Edge.Status;

/// <summary>
/// The Thai letters of the centre's screen, Sarabun under the Open Font License (Fonts/OFL.txt): a screen whose computer has no Thai font, as
/// most have none, would show boxes.
/// </summary>
internal static class PageFont
{
    /// <summary>Where they are served.</summary>
    public const string Path = "/sarabun-{weight}.woff2";

    /// <summary>The rules that name them.</summary>
    public const string Style = """
        @font-face{font-family:Sarabun;font-weight:400;font-display:swap;size-adjust:112%;src:url(/sarabun-400.woff2) format("woff2");unicode-range:U+0E01-0E5B,U+200C-200D,U+25CC}
        @font-face{font-family:Sarabun;font-weight:600;font-display:swap;size-adjust:112%;src:url(/sarabun-600.woff2) format("woff2");unicode-range:U+0E01-0E5B,U+200C-200D,U+25CC}

        """;

    /// <summary>Answers with the letters of a weight.</summary>
    public static async Task GetAsync(HttpContext http)
    {
        await using Stream? letters = typeof(PageFont).Assembly.GetManifestResourceStream($"sarabun-{http.Request.RouteValues["weight"]}.woff2");
        if (letters is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = "font/woff2";
        http.Response.Headers.CacheControl = "max-age=86400";
        await letters.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}

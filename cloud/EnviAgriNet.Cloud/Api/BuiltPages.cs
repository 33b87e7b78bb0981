using System.Reflection;
using Microsoft.Net.Http.Headers;

namespace EnviAgriNet.Cloud.Api;

/// <summary>
/// The pages as they were built, out of the program itself. Each is sent as small as the browser takes it. A name with a hash is kept by
/// browsers for ever; of the others they ask each time and get a 304 while nothing changed.
/// </summary>
internal static class BuiltPages
{
    private const string ResourcePrefix = "pages/";

    // The paths of cloud/dashboard/src/public/routes.ts and src/agency/routes.ts.
    private static readonly (string Pattern, string File)[] Routes =
    [
        ("/", "index.html"),
        ("/place/{region}", "index.html"),
        ("/map", "index.html"),
        ("/forecasts", "index.html"),
        ("/farm", "index.html"),
        ("/kiosk/{region}", "index.html"),
        ("/poster/{region}", "index.html"),
        ("/story", "index.html"),
        ("/agency", "agency.html"),
        ("/agency/{**path}", "agency.html"),
    ];

    private static readonly (string Extension, string Type)[] Types =
    [
        (".html", "text/html; charset=utf-8"),
        (".js", "text/javascript; charset=utf-8"),
        (".css", "text/css; charset=utf-8"),
        (".json", "application/json; charset=utf-8"),
        (".webmanifest", "application/manifest+json; charset=utf-8"),
        (".svg", "image/svg+xml"),
        (".png", "image/png"),
        (".woff2", "font/woff2"),
        (".woff", "font/woff"),
    ];

    private static readonly (string Name, string Suffix)[] Encodings = [("br", ".br"), ("gzip", ".gz")];

    /// <summary>Adds every file under its name, and every page under its paths.</summary>
    public static void MapBuiltPages(this IEndpointRouteBuilder routes)
    {
        Assembly program = Assembly.GetExecutingAssembly();
        string[] names = [.. program.GetManifestResourceNames().Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))];
        Dictionary<string, Content> contents = names.ToDictionary(name => name[ResourcePrefix.Length..], name => Read(program, name));
        foreach (string file in contents.Keys.Where(file => TypeOf(file) is not null && Path.GetExtension(file) != ".html"))
        {
            Map(routes, $"/{file}", file, contents);
        }

        foreach ((string pattern, string file) in Routes)
        {
            Map(routes, pattern, file, contents);
        }
    }

    private static void Map(IEndpointRouteBuilder routes, string pattern, string file, Dictionary<string, Content> contents)
    {
        string type = TypeOf(file)!;
        string caching = file.StartsWith("assets/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        routes.MapGet(pattern, (HttpContext context) =>
        {
            (string? encoding, Content content) = Smallest(context.Request, file, contents);
            IHeaderDictionary headers = context.Response.Headers;
            headers.CacheControl = caching;
            headers.Vary = "Accept-Encoding";
            if (encoding is not null)
            {
                headers.ContentEncoding = encoding;
            }

            return Results.Bytes(content.Bytes, type, entityTag: content.Tag);
        }).ExcludeFromDescription();
    }

    private static (string? Encoding, Content Content) Smallest(HttpRequest request, string file, Dictionary<string, Content> contents)
    {
        string accepted = request.Headers.AcceptEncoding.ToString();
        foreach ((string name, string suffix) in Encodings)
        {
            if (Accepts(accepted, name) && contents.TryGetValue(file + suffix, out Content? small))
            {
                return (name, small);
            }
        }

        return (null, contents[file]);
    }

    private static bool Accepts(string accepted, string encoding) => StringWithQualityHeaderValue.TryParseList([accepted], out var values)
        && values.Any(value => value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && value.Quality is not 0);

    private static string? TypeOf(string file) => Array.Find(Types, type => type.Extension == Path.GetExtension(file)).Type;

    private static Content Read(Assembly program, string name)
    {
        using Stream stream = program.GetManifestResourceStream(name)!;
        using MemoryStream content = new();
        stream.CopyTo(content);
        byte[] bytes = content.ToArray();
        return new Content(bytes, new EntityTagHeaderValue(TaggedAnswer.TagOf(bytes)));
    }

    private sealed record Content(byte[] Bytes, EntityTagHeaderValue Tag);
}

using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace EnviAgriNet.Cloud.Api;

/// <summary>The files of the pages that the server itself writes. They lie inside the program, so that there is nothing to forget when it is copied.</summary>
internal static class PageFiles
{
    private const string ResourcePrefix = "wwwroot/";

    private static readonly (string Path, string File, string Type)[] Files =
    [
        ("/page.css", "page.css", "text/css; charset=utf-8"),
        ("/register.css", "register.css", "text/css; charset=utf-8"),
        ("/register.js", "register.js", "text/javascript; charset=utf-8"),
        ("/help.js", "help.js", "text/javascript; charset=utf-8"),
    ];

    /// <summary>Adds the files; a browser asks each time and gets a 304 while nothing changed.</summary>
    public static void MapPageFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapBuiltPages(Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal));
        foreach ((string path, string file, string type) in Files)
        {
            byte[] content = Read(file);
            EntityTagHeaderValue tag = new(TagOf(content));
            routes.MapGet(path, (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "no-cache";
                return Results.Bytes(content, type, entityTag: tag);
            }).ExcludeFromDescription();
        }
    }

    /// <summary>The entity tag of a content.</summary>
    public static string TagOf(ReadOnlySpan<byte> content) => $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"";

    private static byte[] Read(string file)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(ResourcePrefix + file)
            ?? throw new InvalidOperationException($"the program was built without {file}");
        using MemoryStream content = new();
        stream.CopyTo(content);
        return content.ToArray();
    }
}

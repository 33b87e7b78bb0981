using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace EnviAgriNet.Cloud.Api;

/// <summary>Answers with an entity tag of their content: who has it already is told so, and it is not sent again.</summary>
internal static class TaggedAnswer
{
    private const string JsonType = "application/json; charset=utf-8";

    /// <summary>The entity tag of a content.</summary>
    public static string TagOf(ReadOnlySpan<byte> content) => $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"";

    /// <summary>JSON that browsers keep, and ask for each time whether it still holds.</summary>
    public static IResult Json(HttpContext context, byte[] content) => Json(context, content, TagOf(content));

    /// <summary>The same with a tag that is known.</summary>
    public static IResult Json(HttpContext context, byte[] content, string tag)
    {
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(content, JsonType, entityTag: new EntityTagHeaderValue(tag));
    }
}

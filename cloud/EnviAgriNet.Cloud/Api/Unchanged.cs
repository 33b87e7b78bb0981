using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace EnviAgriNet.Cloud.Api;

/// <summary>
/// Entity tags of answers: a page that has an answer already is told so, before the answer is made. They are weak, since the same answer
/// may be sent compressed or plain.
/// </summary>
internal static class Unchanged
{
    /// <summary>Sets the tag of the answer; true when the asker has that one, and 304 with no body is the answer.</summary>
    /// <param name="context">The request.</param>
    /// <param name="edition">Names the state that the answer is made from; letters, digits, '-' and '.'.</param>
    public static bool IsKnown(HttpContext context, string edition)
    {
        EntityTagHeaderValue tag = new($"\"{edition}\"", isWeak: true);
        context.Response.Headers.ETag = tag.ToString();
        context.Response.Headers.CacheControl = "no-cache";
        StringValues known = context.Request.Headers.IfNoneMatch;
        return EntityTagHeaderValue.TryParseList(known, out IList<EntityTagHeaderValue>? tags)
            && tags.Any(t => t.Compare(tag, useStrongComparison: false));
    }
}

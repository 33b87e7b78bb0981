using EnviAgriNet.Cloud.OpenData;
using EnviAgriNet.Protocol.Cap.Feeds;
using Microsoft.Net.Http.Headers;

namespace EnviAgriNet.Cloud.Api;

/// <summary>The addresses of the CAP feeds and of their documents.</summary>
internal static class FeedEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Adds them.</summary>
    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/cap/feed.atom", Methods, static (
            HttpContext context, FeedBook book, string? province, string? language, bool exercise = false) =>
            Feed(context, book, isRss: false, province, language, exercise));
        routes.MapMethods("/cap/feed.rss", Methods, static (
            HttpContext context, FeedBook book, string? province, string? language, bool exercise = false) =>
            Feed(context, book, isRss: true, province, language, exercise));
        routes.MapMethods("/cap/{identifier}.xml", Methods, Document);
        routes.MapMethods("/alerts/{identifier}.xml", Methods, Document);
    }

    private static IResult Feed(HttpContext context, FeedBook book, bool isRss, string? province, string? language, bool exercise)
    {
        if (!FeedRequest.TryRead(isRss, province, language, exercise, out FeedRequest? request, out string? fault))
        {
            return Results.Text(fault, statusCode: StatusCodes.Status400BadRequest);
        }

        FeedPage page = book.Find(request);
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(
            page.Content, isRss ? CapFeedWriter.RssType : CapFeedWriter.AtomType, lastModified: page.ChangedAt,
            entityTag: new EntityTagHeaderValue(page.Tag));
    }

    // A version never changes once it is out.
    private static IResult Document(string identifier, HttpContext context, AlertDocuments documents)
    {
        if (documents.Find(identifier) is not { } xml)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(
            xml, "application/cap+xml; charset=utf-8", entityTag: new EntityTagHeaderValue(TaggedAnswer.TagOf(xml)));
    }
}

using EnviAgriNet.Cloud.Channels.Proof;

namespace EnviAgriNet.Cloud.Api;

/// <summary>What became of an alert, for officers' pages and programs.</summary>
internal static class ProofEndpoints
{
    /// <summary>Adds the address: <c>/api/alerts/{number}/proof</c>.</summary>
    public static void MapProof(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/alerts/{number:long}/proof", static (long number, HttpContext context, ProofBook book) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return book.Find(number) is { } proof ? Results.Json(proof, ProofJson.Readable.AlertProof) : Results.NotFound();
        });
}

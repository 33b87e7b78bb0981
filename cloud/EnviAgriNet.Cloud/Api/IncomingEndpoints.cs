using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Platforms;
using EnviAgriNet.Core.Geography;
using Microsoft.Net.Http.Headers;

namespace EnviAgriNet.Cloud.Api;

/// <summary>The addresses of other platforms' alerts.</summary>
internal static class IncomingEndpoints
{
    /// <summary>Adds them.</summary>
    public static void MapIncoming(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cap/incoming/{number:long}.xml", static (long number, HttpContext context, IncomingPages pages) =>
        {
            context.Response.Headers.CacheControl = "no-cache";
            return pages.Document(number) is { } xml
                ? Results.Bytes(xml, "application/cap+xml", entityTag: new EntityTagHeaderValue(TaggedAnswer.TagOf(xml)))
                : Results.NotFound();
        });
        routes.MapPost("/api/cap/incoming/{number:long}/pass", static (
            long number, string[]? region, HttpContext context, CapPassing passing) => Pass(number, region ?? [], context, passing))
            .RequireOfficer(Role.Releaser);
    }

    // A second releaser cannot show his token in the same request, so that a call to evacuate is passed on by the command.
    private static IResult Pass(long number, string[] codes, HttpContext context, CapPassing passing)
    {
        List<RegionId> regions = [];
        foreach (string code in codes)
        {
            if (!RegionId.TryParse(code, out RegionId region))
            {
                return Results.Text("region must be 2, 4 or 6 digits", statusCode: StatusCodes.Status400BadRequest);
            }

            regions.Add(region);
        }

        (IReadOnlyList<string> identifiers, string? refusal) = passing.Pass(
            new PassOrder(number, context.Officer().Name, null, regions, null));
        return refusal is null
            ? Results.Json(identifiers, ApiJson.Readable.IReadOnlyListString)
            : Results.Text(refusal, statusCode: StatusCodes.Status409Conflict);
    }
}

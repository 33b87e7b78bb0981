using System.Text.Json;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Api.Residents;

/// <summary>What residents ask for: their place, and where it is. Nothing that tells who asks is kept.</summary>
internal static class PlaceEndpoints
{
    /// <summary>Adds what answers.</summary>
    public static void AddPlaces(this IServiceCollection services) => services
        .AddSingleton<PlaceIndex>().AddSingleton<PlaceMeasures>().AddSingleton<PlaceWarnings>().AddSingleton<PlaceOutlook>().AddSingleton<PlacePages>();

    /// <summary>Adds the endpoints.</summary>
    public static void MapPlaces(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/place/{region}", static (HttpContext context, PlacePages pages, string region) =>
            !RegionId.TryParse(region, out RegionId id) ? Refused("region is not a code of 2, 4 or 6 digits")
            : pages.Of(id) is not { } answer ? Results.Text("region begins with the code of no province", statusCode: StatusCodes.Status404NotFound)
            : TaggedAnswer.Json(context, answer.Json, answer.Tag));
        routes.MapGet("/api/places", Find);
    }

    private static IResult Find(HttpContext context, PlaceIndex index, string? q, double? lat, double? lon)
    {
        if (lat.HasValue != lon.HasValue)
        {
            return Refused(lat.HasValue ? "lon is missing beside lat" : "lat is missing beside lon");
        }

        if (lat is { } north && lon is { } east)
        {
            return north is >= -90 and <= 90 && east is >= -180 and <= 180
                ? Send(context, index.Near(north, east))
                : Refused("lat lies between -90 and 90, lon between -180 and 180");
        }

        return (q ?? string.Empty).Length <= ResidentLimits.QueryLengthMax
            ? Send(context, index.Find(q ?? string.Empty))
            : Refused($"q has at most {ResidentLimits.QueryLengthMax} characters");
    }

    private static IResult Send(HttpContext context, IReadOnlyList<FoundPlaceView> found)
    {
        return TaggedAnswer.Json(context, JsonSerializer.SerializeToUtf8Bytes(new PlacesView(found), ResidentsJson.Readable.PlacesView));
    }

    private static IResult Refused(string why) => Results.Text(why, statusCode: StatusCodes.Status400BadRequest);
}

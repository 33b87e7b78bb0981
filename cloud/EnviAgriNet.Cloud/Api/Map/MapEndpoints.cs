using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Core.Geography;
using Microsoft.Net.Http.Headers;

namespace EnviAgriNet.Cloud.Api.Map;

/// <summary>The addresses of the map.</summary>
internal static class MapEndpoints
{
    private const int RetryAfterS = 2;
    private static readonly DateTimeOffset TimeMin = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Adds the services of the area.</summary>
    public static void AddMap(this IServiceCollection services)
    {
        services.AddSingleton<HourColumns>();
        services.AddSingleton<RecordedHazards>();
        services.AddSingleton<MapPages>();
        services.AddSingleton<MapGate>();
        services.AddSingleton<ShapePages>();
    }

    /// <summary>Adds the addresses.</summary>
    public static void MapMap(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/map/measures", static (HttpContext context, MapPages pages) =>
            Json(context, pages.Measures(), MapJson.Readable.MapMeasuresView));
        app.MapGet("/api/map/stations", static (HttpContext context, MapPages pages) =>
            Json(context, pages.Roster.View(), MapJson.Readable.MapStationsView));
        app.MapGet("/api/map", static (
            HttpContext context, MapPages pages, MapGate gate, string? quantity, string? index, string? hazard, string? at) =>
            ValuesAsync(context, pages, gate, (quantity, index, hazard), at));
        app.MapGet("/api/map/frames", static (
            HttpContext context, MapPages pages, MapGate gate, string? quantity, string? index, string? hazard, string? to, string? frames, string? step) =>
            FramesAsync(context, pages, gate, (quantity, index, hazard), (to, frames, step)));
        app.MapGet("/api/shapes/{region}", static (HttpContext context, ShapePages shapes, string region) =>
            RegionId.TryParse(region, out RegionId id) && id.Level != RegionLevel.Subdistrict
                ? Json(context, shapes.Within(id), MapJson.Readable.ShapesView)
                : Refused("region is a province of 2 digits or a district of 4"));
    }

    private static async Task<IResult> ValuesAsync(
        HttpContext context, MapPages pages, MapGate gate, (string? Quantity, string? Index, string? Hazard) asked, string? at)
    {
        if (!MapMeasure.TryFind(asked.Quantity, asked.Index, asked.Hazard, out MapMeasure? measure, out string? fault))
        {
            return Refused(fault);
        }

        if (at is null)
        {
            return await WorkAsync(context, gate, () => pages.Now(measure), MapJson.Readable.MapView);
        }

        return !measure.HasPast ? Refused($"at: hours keep nothing of {measure.Code} that a map could show").Coded("no-past")
            : TryTime(at, out DateTimeOffset time) ? await WorkAsync(context, gate, () => pages.At(measure, time), MapJson.Readable.MapView)
            : Refused("at is a time as in 2026-11-22T09:00:00Z, from 2000 to 2100");
    }

    private static async Task<IResult> FramesAsync(
        HttpContext context,
        MapPages pages,
        MapGate gate,
        (string? Quantity, string? Index, string? Hazard) asked,
        (string? To, string? Frames, string? Step) span)
    {
        if (!MapMeasure.TryFind(asked.Quantity, asked.Index, asked.Hazard, out MapMeasure? measure, out string? fault))
        {
            return Refused(fault);
        }

        if (!measure.HasPast)
        {
            return Refused($"hours keep nothing of {measure.Code} that could be played back").Coded("no-past");
        }

        if (!TryTime(span.To, out DateTimeOffset to))
        {
            return Refused("to is a time as in 2026-11-22T09:00:00Z, from 2000 to 2100");
        }

        if (!TryNumber(span.Frames ?? "24", out int frames) || frames is < 1 or > MapLimits.FramesMax)
        {
            return Refused($"frames is a number from 1 to {MapLimits.FramesMax}");
        }

        if (!TryNumber(span.Step ?? "3600", out int stepS) || !MapLimits.StepsS.Contains(stepS))
        {
            return Refused($"step is one of {string.Join(", ", MapLimits.StepsS)} seconds");
        }

        return TimeSpan.FromSeconds((double)frames * stepS) > MapLimits.SpanMax
            ? Refused($"frames times step is at most {MapLimits.SpanMax.TotalDays} days")
            : await WorkAsync(context, gate, () => pages.Frames(measure, to, frames, stepS), MapJson.Readable.MapFramesView);
    }

    private static async Task<IResult> WorkAsync<T>(HttpContext context, MapGate gate, Func<T> work, JsonTypeInfo<T> type)
        where T : class
    {
        if (await gate.TryRunAsync(work, context.RequestAborted) is { } view)
        {
            return Json(context, view, type);
        }

        context.Response.Headers.RetryAfter = RetryAfterS.ToString(CultureInfo.InvariantCulture);
        return CodedRefusals.Busy();
    }

    // The tag is of the answer itself: what has to be right is what the page shows, and these answers change whenever a reading comes.
    private static IResult Json<T>(HttpContext context, T view, JsonTypeInfo<T> type)
    {
        byte[] content = JsonSerializer.SerializeToUtf8Bytes(view, type);
        context.Response.Headers.CacheControl = "no-cache";
        EntityTagHeaderValue tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 12))}\"", isWeak: true);
        return Results.Bytes(content, "application/json; charset=utf-8", entityTag: tag);
    }

    private static bool TryTime(string? text, out DateTimeOffset time) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time)
        && time >= TimeMin && time < TimeMin.AddYears(100);

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static IResult Refused(string? fault) => Results.Text(fault, statusCode: StatusCodes.Status400BadRequest);
}

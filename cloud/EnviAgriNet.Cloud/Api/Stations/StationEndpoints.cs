using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Api.Stations;

/// <summary>What is known of one station: the page for everybody, and for officers its health, ledger, log and the words of persons.</summary>
internal static class StationEndpoints
{
    /// <summary>Adds the addresses.</summary>
    public static void MapStations(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/stations/{station}", static (HttpContext context, StationAnswers answers, string station, int days = Limits.DaysDefault) =>
            Ask(station, days, id => answers.Page(id, days) is { } page
                ? Tagged(context, page, StationJson.Readable.StationPageView)
                : Refused($"station '{id}' is neither registered nor was it ever heard of", StatusCodes.Status404NotFound).Coded("station-unknown", ("station", id))));
        routes.MapGet("/api/stations/{station}/health", static (HttpContext context, StationAnswers answers, string station, int days = Limits.DaysDefault) =>
            Within(context, answers, station, days, id => Results.Json(answers.Health(id, days), StationJson.Readable.StationHealthView))).RequireOfficer(Role.Viewer);
        routes.MapGet("/api/stations/{station}/ledger", static (HttpContext context, StationAnswers answers, string station) =>
            Within(context, answers, station, 1, id => Results.Json(answers.Ledger(id), StationJson.Readable.StationLedgerView))).RequireOfficer(Role.Viewer);
        routes.MapGet("/api/stations/{station}/events", static (
            HttpContext context, StationAnswers answers, string station, long before = long.MaxValue, int limit = Limits.LogRowsDefault) =>
            limit is < 1 or > Limits.LogRowsMax
                ? Refused($"limit is 1 to {Limits.LogRowsMax}", StatusCodes.Status400BadRequest).Coded("limit-range", ("to", Limits.LogRowsMax))
                : Within(context, answers, station, 1, id => Results.Json(answers.Log(id, before, limit), StationJson.Readable.StationLogView))).RequireOfficer(Role.Viewer);
        routes.MapGet("/api/stations/{station}/words", static (HttpContext context, StationAnswers answers, string station) =>
            Within(context, answers, station, 1, id => Results.Json(answers.Words(id), StationJson.Readable.StationWordsView))).RequireOfficer(Role.Viewer);
        routes.MapGet("/api/stations/{station}/readings.csv", static (
            HttpContext context, ReadingPages pages, string station, string series, DateTimeOffset? from, DateTimeOffset? to) =>
            File(context, pages.Of(station, series, from, to, null)));
    }

    /// <summary>An answer with a tag of its content; unchanged content is not sent again.</summary>
    internal static IResult Tagged<T>(HttpContext context, T content, JsonTypeInfo<T> contract)
    {
        return TaggedAnswer.Json(context, JsonSerializer.SerializeToUtf8Bytes(content, contract));
    }

    internal static IResult Refused(string sentence, int status) => Results.Text(sentence, statusCode: status);

    private static IResult Ask(string station, int days, Func<StationId, IResult> answer) =>
        !StationId.TryParse(station, out StationId id)
            ? Refused($"station is not {StationId.LengthMin} to {StationId.LengthMax} characters of a-z, 0-9 and '-'", StatusCodes.Status400BadRequest)
                .Coded("station-id", ("from", StationId.LengthMin), ("to", StationId.LengthMax))
        : days is < 1 or > Limits.DaysMax ? Refused($"days is 1 to {Limits.DaysMax}", StatusCodes.Status400BadRequest).Coded("days-range", ("to", Limits.DaysMax))
        : answer(id);

    // What is not public of a station is for the officers of its region. One that is not registered lies in none: the whole country's look at it.
    private static IResult Within(HttpContext context, StationAnswers answers, string station, int days, Func<StationId, IResult> answer) =>
        Ask(station, days, id => context.Officer() is var officer && (officer.Regions.Count == 0 || (answers.RegionOf(id) is { } region && officer.Covers(region)))
            ? answer(id)
            : Refused($"station '{id}' is not in your regions", StatusCodes.Status403Forbidden)
                .Coded("outside-regions", ("regions", string.Join(", ", officer.Regions))));

    private static IResult File(HttpContext context, (ReadingsView? View, string? Fault) found)
    {
        (string? text, string? fault) = found.View is { } view ? ReadingsFile.Of(view) : (null, found.Fault);
        if (text is null)
        {
            return Refused(fault ?? "there are no readings", StatusCodes.Status400BadRequest).Coded("readings-file");
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{found.View!.Station}-{found.View.Series.Replace('/', '-')}.csv\"";
        return Results.Text(text, "text/csv; charset=utf-8");
    }
}

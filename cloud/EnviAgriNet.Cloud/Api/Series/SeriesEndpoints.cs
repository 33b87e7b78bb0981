using System.Globalization;
using EnviAgriNet.Cloud.Access;

namespace EnviAgriNet.Cloud.Api.Series;

/// <summary>The address of series for pictures.</summary>
internal static class SeriesEndpoints
{
    private const int RetryAfterS = 2;

    /// <summary>Adds the services of the area.</summary>
    public static void AddSeries(this IServiceCollection services)
    {
        services.AddSingleton<StationEditions>();
        services.AddSingleton<SeriesGate>();
        services.AddSingleton<SeriesPages>();
    }

    /// <summary>Adds the address.</summary>
    public static void MapSeries(this IEndpointRouteBuilder app) => app.MapGet("/api/series", static (
        HttpContext context,
        SeriesPages pages,
        SeriesGate gate,
        string? station,
        string? series,
        string? from,
        string? to,
        string? points) => AnswerAsync(context, pages, gate, (station, series, from, to, points)));

    private static async Task<IResult> AnswerAsync(
        HttpContext context,
        SeriesPages pages,
        SeriesGate gate,
        (string? Station, string? Series, string? From, string? To, string? Points) asked)
    {
        if (!SeriesQuestion.TryRead(
            asked.Station, asked.Series, asked.From, asked.To, asked.Points, out SeriesQuestion? question, out string? fault))
        {
            return Results.Text(fault, statusCode: StatusCodes.Status400BadRequest);
        }

        if (Unchanged.IsKnown(context, pages.EditionOf(question)))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        (bool isDone, SeriesView? view) = await gate.TryRunAsync(() => pages.Of(question), context.RequestAborted);
        if (!isDone)
        {
            context.Response.Headers.RetryAfter = RetryAfterS.ToString(CultureInfo.InvariantCulture);
            return CodedRefusals.Busy();
        }

        if (view is null)
        {
            context.Response.Headers.Remove("ETag");
            return Results.Text(
                $"station {question.Series.Station} has no series {question.Series.Name}", statusCode: StatusCodes.Status404NotFound)
                .Coded("series-unknown", ("station", question.Series.Station), ("series", question.Series.Name));
        }

        return Results.Json(view, SeriesJson.Readable.SeriesView);
    }
}

using System.Globalization;
using System.Text.Json;
using EnviAgriNet.Cloud.Api.Series;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Quantities;

namespace EnviAgriNet.Cloud.Api.Regions;

/// <summary>The addresses of regions.</summary>
internal static class RegionEndpoints
{
    /// <summary>Adds the services of the area.</summary>
    public static void AddRegionPages(this IServiceCollection services)
    {
        services.AddSingleton<RegionPages>();
        services.AddSingleton<RegionAnswers>();
    }

    /// <summary>Adds the addresses.</summary>
    public static void MapRegionPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/regions", static (HttpContext context, RegionPages pages, string? quantity) =>
            TryReadQuantity(quantity, () => pages.UsualOf(null), out Quantity? asked, out string? fault)
                ? AnswerAsync(context, $"all {asked.Code}", () => Bytes(pages.All(asked)))
                : Task.FromResult(Refuse(fault)));
        app.MapGet("/api/regions/{id}", static (HttpContext context, RegionPages pages, string id, string? quantity, string? days) =>
            !RegionId.TryParse(id, out RegionId region) ? Task.FromResult(Refuse("id is a code of 2, 4 or 6 digits that begins with 1 to 9"))
            : !TryReadQuantity(quantity, () => pages.UsualOf(region), out Quantity? asked, out string? fault) ? Task.FromResult(Refuse(fault))
            : !TryReadDays(days, out int count) ? Task.FromResult(Refuse($"days is a number from 1 to {RegionLimits.DaysMax}"))
            : AnswerAsync(context, $"{region.Code} {asked.Code} {count}", () => pages.Of(region, asked, count) is { } view ? Bytes(view) : null));
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, string question, Func<byte[]?> make)
    {
        RegionAnswers answers = context.RequestServices.GetRequiredService<RegionAnswers>();
        RegionAnswers.Answer? answer = answers.Find(question);
        if (answer is null)
        {
            (bool isDone, byte[]? body) = await context.RequestServices.GetRequiredService<SeriesGate>()
                .TryRunAsync(() => answers.Find(question)?.Body ?? make(), context.RequestAborted);
            if (!isDone)
            {
                return Results.Text("too many ask at once; ask again", statusCode: StatusCodes.Status503ServiceUnavailable);
            }

            if (body is null)
            {
                return Results.Text("no station lies in that region", statusCode: StatusCodes.Status404NotFound);
            }

            answer = answers.Find(question) ?? answers.Keep(question, body);
        }

        return Unchanged.IsKnown(context, answer.Edition)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(answer.Body, "application/json");
    }

    private static bool TryReadQuantity(
        string? text,
        Func<Quantity> otherwise,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Quantity? quantity,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out string? fault)
    {
        bool isKnown = QuantityCatalog.TryGet(text ?? string.Empty, out quantity);
        if (text is null)
        {
            quantity = otherwise();
            isKnown = true;
        }

        fault = isKnown ? null : "quantity is not one that is known; those of a region stand in its answer";
        return isKnown;
    }

    private static bool TryReadDays(string? text, out int days)
    {
        days = RegionLimits.DaysDefault;
        return text is null
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out days) && days is >= 1 and <= RegionLimits.DaysMax);
    }

    private static byte[] Bytes(RegionsView view) => JsonSerializer.SerializeToUtf8Bytes(view, RegionJson.Readable.RegionsView);

    private static byte[] Bytes(RegionView view) => JsonSerializer.SerializeToUtf8Bytes(view, RegionJson.Readable.RegionView);

    private static IResult Refuse(string fault) => Results.Text(fault, statusCode: StatusCodes.Status400BadRequest);
}

using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Api.Stations;
using EnviAgriNet.Cloud.Performance;

namespace EnviAgriNet.Cloud.Api.Kpi;

/// <summary>The performance figures: totals for everybody, single stations for officers.</summary>
internal static class KpiEndpoints
{
    /// <summary>Adds the addresses.</summary>
    public static void MapKpi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/kpi", static (HttpContext context, KpiAnswers answers, int? year) =>
            Ask(answers, year, known => StationEndpoints.Tagged(context, answers.Totals(known), KpiJson.Readable.KpiView)));
        routes.MapGet("/api/kpi/stations", static (HttpContext context, KpiAnswers answers, int? year) =>
            Ask(answers, year, known => Results.Json(answers.Stations(known, context.Officer().Covers), KpiJson.Readable.KpiStationsView))).RequireOfficer(Role.Viewer);
    }

    private static IResult Ask(KpiAnswers answers, int? year, Func<int, IResult> answer)
    {
        int asked = year ?? answers.Running.Year;
        return asked is < KpiYear.YearMin or > KpiYear.YearMax
            ? StationEndpoints.Refused($"year is {KpiYear.YearMin} to {KpiYear.YearMax}", StatusCodes.Status400BadRequest).Coded("year-range", ("from", KpiYear.YearMin), ("to", KpiYear.YearMax))
            : answer(asked);
    }
}

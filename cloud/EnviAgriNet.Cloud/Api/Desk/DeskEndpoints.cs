using System.Globalization;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Alerts.Release;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Api.Desk;

/// <summary>What the officers' pages about warnings read.</summary>
internal static class DeskEndpoints
{
    private const int NameLengthMax = 100;

    /// <summary>Adds the addresses.</summary>
    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/officer/desk", static (DeskPages pages) => Results.Json(pages.Now(), DeskJson.Readable.DeskView)).RequireOfficer(Role.Viewer);
        routes.MapGet("/api/officer/alerts/{n:long}", static (long n, SheetPages pages) => pages.Find(n) is { } sheet
            ? Results.Json(sheet, DeskJson.Readable.AlertSheet)
            : Results.Text(string.Create(CultureInfo.InvariantCulture, $"there is no alert {n}"), statusCode: StatusCodes.Status404NotFound)).RequireOfficer(Role.Viewer);
        routes.MapGet("/api/officer/suggestion", Suggest).RequireOfficer(Role.Viewer);
    }

    // The words the program has for a warning, to begin from.
    private static IResult Suggest(
        ManualAlerts manual, PlaceNames places, NetworkClock clock, TimeProvider time, string? hazard, string? level, string? region, string? th, string? en)
    {
        if (!HazardCodes.TryParse(hazard ?? string.Empty, out HazardKind kind))
        {
            return Wrong($"hazard is none of {string.Join(", ", Enum.GetValues<HazardKind>().Select(h => h.Code()))}");
        }

        string severity = Severities.Of(level ?? string.Empty);
        if (Severities.Rank(severity) == 0)
        {
            return Wrong("level is none of Minor, Moderate, Severe, Extreme");
        }

        if (!RegionId.TryParse(region, out RegionId where))
        {
            return Wrong("region is not a code of 2, 4 or 6 digits");
        }

        if (th?.Length > NameLengthMax || en?.Length > NameLengthMax)
        {
            return Wrong($"the name of a place has more than {NameLengthMax} characters");
        }

        IReadOnlyDictionary<string, AlertText> texts = manual.Suggest(kind, severity, where, Named(th), Named(en), clock.Now ?? time.GetUtcNow());
        AlertText thai = texts[Languages.Thai];
        AlertText english = texts[Languages.English];
        return Results.Json(
            new SuggestionView(thai.Sms, english.Sms, thai.Detail, english.Detail, thai.Instruction, english.Instruction, places.Of(where)),
            DeskJson.Readable.SuggestionView);
    }

    private static string? Named(string? name) => string.IsNullOrWhiteSpace(name) ? null : name.Trim();

    private static IResult Wrong(string text) => Results.Text(text, statusCode: StatusCodes.Status400BadRequest);
}

using System.Globalization;
using EnviAgriNet.Cloud.Access;
using EnviAgriNet.Cloud.Alerts.Release;
using EnviAgriNet.Cloud.Regions;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Api.Desk;

/// <summary>What the officers' pages about warnings read.</summary>
internal static class DeskEndpoints
{
    private const int NameLengthMax = 100;

    private static readonly TimeSpan SuggestedLife = TimeSpan.FromHours(12);

    private static readonly IReadOnlyList<RegionId> Provinces =
        [.. Enumerable.Range(10, 90).Select(code => RegionId.Parse(code.ToString(CultureInfo.InvariantCulture))).Where(id => ProvinceNames.Of(id) is not null)];

    /// <summary>Adds the addresses.</summary>
    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/officer/desk", static (DeskPages pages) => Results.Json(pages.Now(), DeskJson.Readable.DeskView)).RequireOfficer(Role.Viewer);
        routes.MapGet("/api/officer/alerts/{n:long}", static (long n, SheetPages pages) => pages.Find(n) is { } sheet
            ? Results.Json(sheet, DeskJson.Readable.AlertSheet)
            : Results.Text(string.Create(CultureInfo.InvariantCulture, $"there is no alert {n}"), statusCode: StatusCodes.Status404NotFound).Coded("alert-unknown", ("number", n))).RequireOfficer(Role.Viewer);
        routes.MapGet("/api/officer/places", Places).RequireOfficer(Role.Viewer);
        routes.MapGet("/api/officer/suggestion", Suggest).RequireOfficer(Role.Viewer);
    }

    // The provinces, or what lies directly within a region.
    private static IResult Places(PlaceBook places, string? within)
    {
        if (string.IsNullOrEmpty(within))
        {
            return Results.Json(
                Provinces.Select(id => new PlaceLine(id.Code, places.Find(id)!.Name.NameTh, places.Find(id)!.Name.NameEn)).OrderBy(p => p.En, StringComparer.Ordinal).ToList(),
                DeskJson.Readable.ListPlaceLine);
        }

        return RegionId.TryParse(within, out RegionId region)
            ? Results.Json(
                places.Within(region).Where(p => p.Region.Parent == region).Select(p => new PlaceLine(p.Region.Code, p.Name.NameTh, p.Name.NameEn)).ToList(),
                DeskJson.Readable.ListPlaceLine)
            : Wrong("within is not a code of 2, 4 or 6 digits");
    }

    // The words the program has for a warning, to begin from.
    private static IResult Suggest(
        ManualAlerts manual, PlaceNames places, NetworkClock clock, TimeProvider time, string? hazard, string? level, string? region, string? th, string? en, DateTimeOffset? until)
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

        DateTimeOffset now = clock.Now ?? time.GetUtcNow();
        if (until < now || until > now + AlertRevisions.LifeMax)
        {
            return Wrong($"until is not after now and within {AlertRevisions.LifeMax.TotalDays} days");
        }

        IReadOnlyDictionary<string, AlertText> texts = manual.Suggest(
            new ManualAlert(kind, severity, where, Named(th), Named(en), new AlertWording(null, null, null, null), until ?? now + SuggestedLife, string.Empty), now);
        AlertText thai = texts[Languages.Thai];
        AlertText english = texts[Languages.English];
        return Results.Json(
            new SuggestionView(thai.Sms, english.Sms, thai.Detail, english.Detail, thai.Instruction, english.Instruction, places.Of(where)),
            DeskJson.Readable.SuggestionView);
    }

    private static string? Named(string? name) => string.IsNullOrWhiteSpace(name) ? null : name.Trim();

    private static IResult Wrong(string text) => Results.Text(text, statusCode: StatusCodes.Status400BadRequest);
}

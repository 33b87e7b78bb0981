using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using Microsoft.Extensions.Options;

namespace EnviAgriNet.Cloud.Alerts;

/// <summary>Composes warnings with what the registry and the settings know: names, evacuation points, numbers, languages.</summary>
internal sealed class WarningComposer(WarningPlaces places, AlertLanguages languages, IOptions<AlertsOptions> options)
{
    private static readonly WarningPlace Sample = new(new Place("ต.ตัวอย่าง อ.ตัวอย่าง", "Sample, Sample District"))
    {
        Shelters = [new EvacuationPoint(new Place("วัดตัวอย่าง", "Sample Temple"), "053-000000")],
    };

    private readonly AlertsOptions _options = options.Value;

    /// <summary>Who warns, and whom people can call.</summary>
    public AlertSource Source { get; } = SourceOf(options.Value);

    /// <summary>The words of all languages, the built-in ones first.</summary>
    public IReadOnlyList<Phrasebook> Books => languages.Books;

    /// <summary>Composes what is said about a change of an event.</summary>
    public AlertContent Compose(HazardChange change, bool isExercise) => AlertComposer.Compose(
        change, places.Of(change.Region, change.Evidence?.Station, change.Hazard), Source, isExercise, Books);

    /// <summary>Composes what is said when a warning is taken back.</summary>
    public AlertContent ComposeCancel(HazardKind hazard, RegionId region, Place told, DateTimeOffset at, string reason, bool isExercise) =>
        AlertComposer.ComposeCancel(
            hazard,
            places.HasLocalName(region) ? places.Of(region, station: null, hazard) : new WarningPlace(told),
            Source, at, reason, isExercise, Books);

    /// <summary>The area of a warning as CAP draws it.</summary>
    public WarningGround GroundOf(RegionId region, StationId? station) => places.GroundOf(region, station, _options.CircleKm);

    /// <summary>Shows every text of a warning, as the page that edits it does.</summary>
    /// <param name="request">What is shown.</param>
    /// <param name="region">Where; null for a place with a made-up name.</param>
    /// <param name="station">The station that measured; null when there is none.</param>
    public AlertPreview Preview(PreviewRequest request, RegionId? region, StationId? station) => AlertPreview.Of(
        request, region is { } where ? places.Of(where, station, request.Hazard) : Sample, Source, Books);

    private static AlertSource SourceOf(AlertsOptions options) => new(options.SenderNameTh, options.SenderNameEn)
    {
        Numbers = options.Numbers.ToDictionary(
            n => HazardCodes.TryParse(n.Key, out HazardKind hazard)
                ? hazard
                : throw new FormatException($"Alerts:Numbers names '{n.Key}', which is no hazard"),
            n => n.Value),
    };
}

// Only records without behaviour: the shapes of the map's answers, together in one file so that they can be read as one contract.
namespace EnviAgriNet.Cloud.Api.Map;

/// <summary>What can be shown, and by how many stations.</summary>
internal sealed record MapMeasuresView(DateTimeOffset? NetworkTime, IReadOnlyList<MeasureView> Measures);

/// <summary>What is shown. <c>Stations</c> is null for hazards, and in answers of values.</summary>
internal sealed record MeasureView(
    string Kind, string Code, string NameTh, string NameEn, string Unit, int Decimals, MapScale? Scale, bool Past, int? Stations);

/// <summary>The registered stations as columns of equal length; answers of values name them by their place in these.</summary>
internal sealed record MapStationsView(
    string Roster,
    IReadOnlyList<string> Id,
    IReadOnlyList<string> NameTh,
    IReadOnlyList<string> NameEn,
    IReadOnlyList<double?> Latitude,
    IReadOnlyList<double?> Longitude,
    IReadOnlyList<string> Region);

/// <summary>
/// The values of one moment as columns: the place of the station in the roster, value, when it was measured in Unix seconds, quality, and
/// the series it is of. A null value is not known.
/// </summary>
internal sealed record MapView(
    DateTimeOffset? NetworkTime,
    string Position,
    string Roster,
    DateTimeOffset? At,
    double SilentAfterS,
    MeasureView Measure,
    IReadOnlyList<int> I,
    IReadOnlyList<double?> V,
    IReadOnlyList<long?> T,
    IReadOnlyList<int> Q,
    IReadOnlyList<string>? S,
    IReadOnlyList<MapEventView>? Events);

/// <summary>An event of a hazard that is open at the moment; <c>Level</c> is the rank of its severity, 0 to 4.</summary>
internal sealed record MapEventView(string Event, string Hazard, string Region, int Level, DateTimeOffset Onset);

/// <summary>
/// Moments for play-back: of each the value of every station in <c>I</c>, times <c>Factor</c> and rounded, or null where it is not known.
/// A moment is the end of its step.
/// </summary>
internal sealed record MapFramesView(
    DateTimeOffset? NetworkTime,
    string Roster,
    MeasureView Measure,
    int StepS,
    int Factor,
    IReadOnlyList<long> T,
    IReadOnlyList<int> I,
    IReadOnlyList<IReadOnlyList<int?>> V);

/// <summary>Borders of regions, as GeoJSON (RFC 7946).</summary>
internal sealed record ShapesView(string Type, IReadOnlyList<ShapeView> Features);

/// <summary>One region.</summary>
internal sealed record ShapeView(string Type, string Id, ShapeNamesView Properties, ShapeLinesView Geometry);

/// <summary>What it is called.</summary>
internal sealed record ShapeNamesView(string Code, string NameTh, string NameEn);

/// <summary>Its border.</summary>
internal sealed record ShapeLinesView(string Type, IReadOnlyList<IReadOnlyList<double[]>> Coordinates);

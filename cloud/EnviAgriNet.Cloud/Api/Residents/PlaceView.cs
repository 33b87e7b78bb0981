// Only records without behaviour: the shapes of the answers, together in one file so that they can be read as one contract.
namespace EnviAgriNet.Cloud.Api.Residents;

/// <summary>All that the page of a place shows, in one small answer. What is not measured is null; what is not known says so.</summary>
/// <param name="Region">The code that was asked for.</param>
/// <param name="Path">The place and what it lies in, the place itself first.</param>
/// <param name="NetworkTime">Network time to the minute, so that an answer that says nothing new is the same answer.</param>
/// <param name="SilentAfterS">How old a value may be before it counts as silent, in seconds.</param>
/// <param name="Hotline">The number to call in a disaster.</param>
/// <param name="Warnings">The open warnings that touch the place, the gravest first.</param>
/// <param name="Ended">The warnings for the place that ended lately, the newest first.</param>
/// <param name="Elsewhere">Open warnings for other places of the province.</param>
/// <param name="Stations">How many stations stand in the place itself.</param>
/// <param name="Air">The air.</param>
/// <param name="Rain">The rain.</param>
/// <param name="River">The river.</param>
/// <param name="Heat">The heat.</param>
/// <param name="Prices">Prices of what is sold in the province and where they go.</param>
/// <param name="Crops">Whether the province's harvests to come are scarce, usual or plentiful.</param>
internal sealed record PlaceView(
    string Region,
    IReadOnlyList<PlaceNameView> Path,
    DateTimeOffset? NetworkTime,
    double SilentAfterS,
    string Hotline,
    IReadOnlyList<PlaceWarningView> Warnings,
    IReadOnlyList<EndedView> Ended,
    IReadOnlyList<ElsewhereView> Elsewhere,
    int Stations,
    PlaceAirView? Air,
    PlaceRainView? Rain,
    PlaceRiverView? River,
    PlaceHeatView? Heat,
    IReadOnlyList<PlacePriceView> Prices,
    IReadOnlyList<PlaceCropView> Crops);

/// <summary>A region by its code and bare names; without names where nobody imported them.</summary>
internal sealed record PlaceNameView(string Region, string? Th, string? En);

/// <summary>An open warning with what to do and where to go. <c>Source</c> names the platform that sent it, and is null for ours.</summary>
internal sealed record PlaceWarningView(
    string Identifier,
    string Hazard,
    string Severity,
    string Region,
    DateTimeOffset Since,
    DateTimeOffset SentAt,
    DateTimeOffset ExpiresAt,
    IReadOnlyDictionary<string, string> Headline,
    IReadOnlyDictionary<string, string> Description,
    IReadOnlyDictionary<string, string> Instruction,
    IReadOnlyDictionary<string, string> Area,
    IReadOnlyDictionary<string, string> SaidBy,
    IReadOnlyList<ShelterView> Shelters,
    string Cap,
    string? Source);

/// <summary>Where one can go.</summary>
internal sealed record ShelterView(string Th, string En, string? Phone, double? Latitude, double? Longitude, int? Capacity);

/// <summary>A warning that is over.</summary>
internal sealed record EndedView(string Identifier, string Hazard, DateTimeOffset SentAt, IReadOnlyDictionary<string, string> Headline);

/// <summary>A warning for another place near by.</summary>
internal sealed record ElsewhereView(string Hazard, string Severity, string Region, IReadOnlyDictionary<string, string> Headline);

/// <summary>Which station a value is of, and how near it stands: in the place itself, its district or its province.</summary>
internal sealed record SpeakerView(string Id, string Th, string En, string Within);

/// <summary>The air; <c>Aqi</c> is null while too few hours were measured, and above 200 only that much may be said.</summary>
internal sealed record PlaceAirView(SpeakerView Station, DateTimeOffset? At, bool Known, int? Aqi, bool AboveScale, double? Pm25);

/// <summary>The rain of 24 hours in mm; at least so much where hours are missing.</summary>
internal sealed record PlaceRainView(SpeakerView Station, DateTimeOffset? At, bool Known, double Mm, bool Whole, string? Class);

/// <summary>The river in metres at the staff; how full and how far from the bank where those are surveyed; the rise where it can be told.</summary>
internal sealed record PlaceRiverView(
    SpeakerView Station, DateTimeOffset? At, bool Known, double Level, double? Percent, double? ToBank, bool? OverBank, double? RisePerHour);

/// <summary>The heat: the index of the newest temperature and humidity, in °C, and its class.</summary>
internal sealed record PlaceHeatView(SpeakerView Station, DateTimeOffset? At, bool Known, double Temperature, double? Index, string? Class);

/// <summary>A price and where it goes: <c>Direction</c> is up, down or unclear, and the bounds are those of 80 %.</summary>
internal sealed record PlacePriceView(
    string Commodity, string Th, string En, string UnitTh, string UnitEn, DateOnly LastOn, double Last, DateOnly? AheadOn, double? Low, double? Median,
    double? High, string Direction);

/// <summary>The harvest of a crop in the province against its own past.</summary>
internal sealed record PlaceCropView(string Crop, string Th, string En, string Verdict, bool Sure, int LastYear);

/// <summary>Places that were found.</summary>
internal sealed record PlacesView(IReadOnlyList<FoundPlaceView> Places);

/// <summary>A place that was found: its name, what it lies in, and how far away it is where a position was asked for.</summary>
internal sealed record FoundPlaceView(string Region, string Th, string En, string InTh, string InEn, double? Km);

using System.Diagnostics.CodeAnalysis;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Quantities;

namespace EnviAgriNet.Cloud.Api.Map;

/// <summary>What a map shows: a quantity, an index of several readings, or the state of a hazard.</summary>
/// <param name="Kind">Which of these.</param>
/// <param name="Code">Its name in addresses.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Unit">UCUM; empty for a hazard.</param>
/// <param name="Decimals">How many decimals are shown.</param>
/// <param name="Scale">Its classes; null where none are published, and the page makes steps of its own.</param>
internal sealed record MapMeasure(MapKind Kind, string Code, Place Name, string Unit, int Decimals, MapScale? Scale)
{
    /// <summary>The name of all hazards together.</summary>
    public const string AnyHazard = "any";

    private static readonly IReadOnlyList<MapMeasure> Indices =
    [
        new(MapKind.Index, "aqi", new Place("ดัชนีคุณภาพอากาศ (AQI)", "Air quality index (Thai AQI)"), "1", 0, MapScales.Aqi),
        new(MapKind.Index, "heat", new Place("ดัชนีความร้อน", "Heat index"), "Cel", 1, MapScales.Heat),
        new(MapKind.Index, "rain24", new Place("ฝนสะสม 24 ชั่วโมง", "Rain of 24 hours"), "mm", 1, MapScales.Rain),
        new(MapKind.Index, "bank", new Place("ระดับน้ำเทียบตลิ่ง", "River level to its bank"), "%", 0, MapScales.Bank),
    ];

    /// <summary>Everything that can be shown.</summary>
    public static IReadOnlyList<MapMeasure> All { get; } =
    [
        .. Indices,
        new(MapKind.Hazard, AnyHazard, new Place("ภัยทุกชนิด", "Any hazard"), string.Empty, 0, MapScales.Levels),
        .. Enum.GetValues<HazardKind>().Select(h => new MapMeasure(
            MapKind.Hazard, h.Code(), AlertTemplates.Of(h).Name, string.Empty, 0, MapScales.Levels)),
        .. QuantityCatalog.All.Select(q => new MapMeasure(
            MapKind.Quantity, q.Code, new Place(q.NameTh, q.NameEn), q.Unit, Math.Clamp((int)Math.Ceiling(-Math.Log10(q.Resolution)), 0, 6), MapScales.Of(q.Code))),
    ];

    /// <summary>The quantities that it is made of; none for a hazard.</summary>
    public IReadOnlyList<string> Quantities => (Kind, Code) switch
    {
        (MapKind.Quantity, _) => [Code],
        (MapKind.Index, "aqi") => ["pm25", "pm10", "o3", "co", "no2", "so2"],
        (MapKind.Index, "heat") => ["air_temperature", "humidity"],
        (MapKind.Index, "rain24") => ["rain"],
        (MapKind.Index, "bank") => ["water_level"],
        _ => [],
    };

    /// <summary>Whether it has a past: hours keep no mean of directions and no rise of counters.</summary>
    public bool HasPast => Kind != MapKind.Quantity
        || QuantityCatalog.Get(Code).Averaging is not (AveragingRule.CircularMean or AveragingRule.Increase);

    /// <summary>Finds the one that was asked for; false with a sentence that names the field.</summary>
    public static bool TryFind(
        string? quantity, string? index, string? hazard, [NotNullWhen(true)] out MapMeasure? measure, [NotNullWhen(false)] out string? fault)
    {
        measure = null;
        (MapKind Kind, string Code)[] asked =
        [
            .. new (MapKind, string?)[] { (MapKind.Quantity, quantity), (MapKind.Index, index), (MapKind.Hazard, hazard) }
                .Where(a => a.Item2 is not null).Select(a => (a.Item1, a.Item2!)),
        ];
        if (asked.Length != 1)
        {
            fault = "one of quantity, index and hazard says what the map shows";
            return false;
        }

        (MapKind kind, string code) = asked[0];
        measure = All.FirstOrDefault(m => m.Kind == kind && m.Code == code);
        fault = measure is null ? $"{kind.ToString().ToLowerInvariant()} is not one that is known; /api/map/measures lists them" : null;
        return measure is not null;
    }
}

/// <summary>What kinds of things a map can show.</summary>
internal enum MapKind
{
    /// <summary>What is measured.</summary>
    Quantity,

    /// <summary>What is worked out of it.</summary>
    Index,

    /// <summary>What was judged of it.</summary>
    Hazard,
}

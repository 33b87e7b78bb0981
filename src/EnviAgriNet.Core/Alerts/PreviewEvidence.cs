using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Hazards;
using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Core.Alerts;

/// <summary>Numbers that a warning could rest on, for a preview.</summary>
internal static class PreviewEvidence
{
    // A river of six metres from bed to bank, for a preview that is given a share of it.
    private const double BankLevel = 6;
    private const double SampleRise = 0.2;

    /// <summary>The evidence of a request.</summary>
    public static Evidence Of(StationId station, PreviewRequest request)
    {
        MeasuredValue first = request.Values.Count > 0 ? request.Values[0] : Usual(request.Hazard, request.Level);
        return first.Measure switch
        {
            "pm25_24h" when request.Hazard == HazardKind.Haze && Index(first.Value) is { } index =>
                new HazeEvidence(station, first.Value, index, 24),
            "bank_percent" when request.Hazard == HazardKind.RiverFlood && River(station, request, first.Value) is { } river => river,
            _ => new MeasureEvidence(station, request.Values.Count > 0 ? request.Values : [first]),
        };
    }

    private static AqiValue? Index(double mean) => ThaiAqiTable.Since2023.ValueOf(Pollutant.Pm25, mean);

    private static RiverEvidence? River(StationId station, PreviewRequest request, double percent)
    {
        double? rise = Find(request, "rise_per_hour") ?? (request.Level == HazardLevel.None ? null : SampleRise);
        double level = percent / 100 * BankLevel;
        return RiverBank.Of(level, BankLevel, 0) is { } bank
            ? new RiverEvidence(station, level, bank, rise, Find(request, "hours_to_bank"))
            : null;
    }

    private static double? Find(PreviewRequest request, string measure)
    {
        foreach (MeasuredValue value in request.Values)
        {
            if (value.Measure == measure)
            {
                return value.Value;
            }
        }

        return null;
    }

    private static MeasuredValue Usual(HazardKind hazard, HazardLevel level)
    {
        (string measure, double over, double moderate, double severe) = hazard switch
        {
            HazardKind.Haze => ("pm25_24h", 30.2, 52.4, 112.6),
            HazardKind.RiverFlood => ("bank_percent", 65, 87, 107),
            HazardKind.FlashFlood => ("rain_24h", 5, 95, 140),
            HazardKind.Landslide => ("rain_3d", 40, 160, 320),
            HazardKind.ExtremeHeat => ("heat_index_1h", 38, 43, 53),
            HazardKind.Cold => ("temperature_min_24h", 18, 12, 7),
            HazardKind.Drought => ("spi_3", -0.4, -1.2, -2.1),
            HazardKind.StrongWind => ("gust_1h", 6, 18, 27),
            HazardKind.WaterPollution => ("dissolved_oxygen_1h", 5, 2.4, 1.1),
            HazardKind.SalinityIntrusion => ("salinity_1h", 0.2, 1.1, 2.6),
            HazardKind.FireWeather => ("angstrom", 4.1, 2.4, 1.6),
            _ => ("value", 0, 1, 2),
        };
        return new MeasuredValue(measure, level switch { HazardLevel.None => over, HazardLevel.Moderate => moderate, _ => severe }, string.Empty);
    }
}

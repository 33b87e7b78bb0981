namespace EnviAgriNet.Core.Crops;

/// <summary>What one day does to a field.</summary>
public readonly record struct FieldDay
{
    /// <summary>Smallest humidity of the climate of FAO-56's tables, %.</summary>
    public const double RhMinDefault = 45;

    /// <summary>Days since planting, 0 on the day itself.</summary>
    public required int Day { get; init; }

    /// <summary>Reference evapotranspiration of grass, 0 to 20 mm.</summary>
    public required double Et0 { get; init; }

    /// <summary>Rain, 0 to 2000 mm.</summary>
    public double Rain { get; init; }

    /// <summary>Irrigation that reaches the field, 0 to 2000 mm.</summary>
    public double Irrigation { get; init; }

    /// <summary>Share of the surface that the irrigation wets, 0.01 to 1; null takes the one of the field.</summary>
    public double? WettedFraction { get; init; }

    /// <summary>Wind at 2 m, m/s; null is 2, the wind of the tables.</summary>
    public double? Wind { get; init; }

    /// <summary>Smallest relative humidity, %; null is 45, the humidity of the tables.</summary>
    public double? RhMin { get; init; }

    /// <summary>The first impossible value, or null.</summary>
    public InputFault? Fault() =>
        InputFault.OutOfRange("day", Day, 0, 10_000, "days since planting")
        ?? InputFault.OutOfRange("et0", Et0, 0, 20, "mm/day")
        ?? InputFault.OutOfRange("rain", Rain, 0, 2000, "mm")
        ?? InputFault.OutOfRange("irrigation", Irrigation, 0, 2000, "mm")
        ?? InputFault.OutOfRange("fw", WettedFraction, 0.01, 1, "")
        ?? InputFault.OutOfRange("u2", Wind, 0, 60, "m/s")
        ?? InputFault.OutOfRange("rhmin", RhMin, 0, 100, "%");
}

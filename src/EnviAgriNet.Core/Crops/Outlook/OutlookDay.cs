namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>The weather of a day at a field; null is what was not measured.</summary>
/// <param name="Date">The day in Thailand.</param>
public readonly record struct OutlookDay(DateOnly Date)
{
    /// <summary>Smallest air temperature, °C.</summary>
    public double? TMin { get; init; }

    /// <summary>Largest air temperature, °C.</summary>
    public double? TMax { get; init; }

    /// <summary>Rain, mm.</summary>
    public double? Rain { get; init; }

    /// <summary>Smallest relative humidity, %.</summary>
    public double? RhMin { get; init; }

    /// <summary>Largest relative humidity, %.</summary>
    public double? RhMax { get; init; }

    /// <summary>Mean wind at 2 m, m/s.</summary>
    public double? Wind { get; init; }

    /// <summary>Solar radiation, MJ/m²/day.</summary>
    public double? Solar { get; init; }

    /// <summary>Whether a part of it was bridged.</summary>
    public bool IsBridged { get; init; }

    /// <summary>Whether it has what growth needs.</summary>
    public bool HasTemperature => TMin is not null && TMax is not null;

    /// <summary>Whether it has what the water balance needs.</summary>
    public bool IsWhole => HasTemperature && Rain is not null;

    /// <summary>The first impossible value, or null.</summary>
    public InputFault? Fault() =>
        InputFault.OutOfRange("tmin", TMin, -60, 60, "°C")
        ?? InputFault.OutOfRange("tmax", TMax, -60, 60, "°C")
        ?? (TMax < TMin ? new InputFault("tmax", $"must not be below tmin ({TMax} < {TMin})") : null)
        ?? InputFault.OutOfRange("rain", Rain, 0, 2000, "mm")
        ?? InputFault.OutOfRange("rhmin", RhMin, 0, 100, "%")
        ?? InputFault.OutOfRange("rhmax", RhMax, 0, 100, "%")
        ?? (RhMax < RhMin ? new InputFault("rhmax", $"must not be below rhmin ({RhMax} < {RhMin})") : null)
        ?? InputFault.OutOfRange("u2", Wind, 0, 60, "m/s")
        ?? InputFault.OutOfRange("rs", Solar, 0, 50, "MJ/m²/day");
}

/// <summary>The weather of an hour at a field, for spraying.</summary>
/// <param name="Date">The day in Thailand.</param>
/// <param name="Hour">The hour in Thailand, 0 to 23.</param>
/// <param name="Temperature">Mean, °C.</param>
/// <param name="Humidity">Mean, %.</param>
/// <param name="Wind">Mean, m/s.</param>
/// <param name="Rain">Sum, mm.</param>
public readonly record struct OutlookHour(DateOnly Date, int Hour, double? Temperature, double? Humidity, double? Wind, double? Rain);

/// <summary>Water that was let into a field.</summary>
/// <param name="Date">The day.</param>
/// <param name="Mm">How much, mm.</param>
public readonly record struct FieldIrrigation(DateOnly Date, double Mm);

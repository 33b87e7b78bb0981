namespace EnviAgriNet.Core.Crops;

/// <summary>The weather of one day at one place; null is what was not measured.</summary>
public sealed record DailyWeather
{
    /// <summary>The day; only its place in the year counts.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Smallest air temperature, -60 to 60 °C; required.</summary>
    public double? TMin { get; init; }

    /// <summary>Largest air temperature, -60 to 60 °C, not below the smallest; required.</summary>
    public double? TMax { get; init; }

    /// <summary>Actual vapour pressure, 0 to 12 kPa; goes before every other measure of humidity.</summary>
    public double? VapourPressure { get; init; }

    /// <summary>Dew point, -60 to 60 °C; goes before relative humidity.</summary>
    public double? DewPoint { get; init; }

    /// <summary>Smallest relative humidity, 0 to 100 %.</summary>
    public double? RhMin { get; init; }

    /// <summary>Largest relative humidity, 0 to 100 %, not below the smallest.</summary>
    public double? RhMax { get; init; }

    /// <summary>Mean relative humidity, 0 to 100 %; used where the extremes are absent.</summary>
    public double? RhMean { get; init; }

    /// <summary>Mean wind speed, 0 to 60 m/s; where absent, 2 m/s at 2 m is taken.</summary>
    public double? Wind { get; init; }

    /// <summary>The height of the wind sensor above the ground, default 2 m, 0.5 to 200 m.</summary>
    public double WindHeight { get; init; } = 2;

    /// <summary>Solar radiation, 0 to 50 MJ/m²/day; goes before hours of sunshine.</summary>
    public double? Solar { get; init; }

    /// <summary>Hours of bright sunshine, 0 to 24.</summary>
    public double? Sunshine { get; init; }

    /// <summary>Heat into the soil, default 0 for a day, -10 to 10 MJ/m²/day.</summary>
    public double SoilHeat { get; init; }

    /// <summary>The first input that is absent though needed, or impossible; null when the day can be computed.</summary>
    public InputFault? Fault() =>
        InputFault.Missing("tmin", TMin)
        ?? InputFault.Missing("tmax", TMax)
        ?? InputFault.OutOfRange("tmin", TMin, -60, 60, "°C")
        ?? InputFault.OutOfRange("tmax", TMax, -60, 60, "°C")
        ?? (TMax < TMin ? new InputFault("tmax", $"must not be below tmin ({TMax} < {TMin})") : null)
        ?? HumidityFault()
        ?? InputFault.OutOfRange("u2", Wind, 0, 60, "m/s")
        ?? InputFault.OutOfRange("z", WindHeight, 0.5, 200, "m")
        ?? InputFault.OutOfRange("rs", Solar, 0, 50, "MJ/m²/day")
        ?? InputFault.OutOfRange("n", Sunshine, 0, 24, "h")
        ?? InputFault.OutOfRange("g", SoilHeat, -10, 10, "MJ/m²/day");

    private InputFault? HumidityFault() =>
        InputFault.OutOfRange("ea", VapourPressure, 0, 12, "kPa")
        ?? InputFault.OutOfRange("tdew", DewPoint, -60, 60, "°C")
        ?? InputFault.OutOfRange("rhmin", RhMin, 0, 100, "%")
        ?? InputFault.OutOfRange("rhmax", RhMax, 0, 100, "%")
        ?? InputFault.OutOfRange("rhmean", RhMean, 0, 100, "%")
        ?? (RhMax < RhMin ? new InputFault("rhmax", $"must not be below rhmin ({RhMax} < {RhMin})") : null);
}

namespace EnviAgriNet.Core.Crops;

/// <summary>The weather of one hour at one place; null is what was not measured.</summary>
public sealed record HourlyWeather
{
    /// <summary>The day in local standard time; only its place in the year counts.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The middle of the hour in local standard time, 0 to 24: 14.5 for 14 to 15 h.</summary>
    public required double MidHour { get; init; }

    /// <summary>Mean air temperature, -60 to 60 °C; required.</summary>
    public double? Temperature { get; init; }

    /// <summary>Actual vapour pressure, 0 to 12 kPa; goes before dew point and relative humidity.</summary>
    public double? VapourPressure { get; init; }

    /// <summary>Dew point, -60 to 60 °C; goes before relative humidity.</summary>
    public double? DewPoint { get; init; }

    /// <summary>Mean relative humidity, 0 to 100 %.</summary>
    public double? Humidity { get; init; }

    /// <summary>Mean wind speed, 0 to 60 m/s; where absent, 2 m/s at 2 m is taken.</summary>
    public double? Wind { get; init; }

    /// <summary>The height of the wind sensor above the ground, default 2 m, 0.5 to 200 m.</summary>
    public double WindHeight { get; init; } = 2;

    /// <summary>Solar radiation, 0 to 5 MJ/m²/h; required.</summary>
    public double? Solar { get; init; }

    /// <summary>The first input that is absent though needed, or impossible; null when the hour can be computed.</summary>
    public InputFault? Fault() =>
        InputFault.OutOfRange("hour", MidHour, 0, 24, "h")
        ?? InputFault.Missing("t", Temperature)
        ?? InputFault.OutOfRange("t", Temperature, -60, 60, "°C")
        ?? (VapourPressure is null && DewPoint is null ? InputFault.Missing("rh", Humidity) : null)
        ?? InputFault.OutOfRange("ea", VapourPressure, 0, 12, "kPa")
        ?? InputFault.OutOfRange("tdew", DewPoint, -60, 60, "°C")
        ?? InputFault.OutOfRange("rh", Humidity, 0, 100, "%")
        ?? InputFault.OutOfRange("u2", Wind, 0, 60, "m/s")
        ?? InputFault.OutOfRange("z", WindHeight, 0.5, 200, "m")
        ?? InputFault.Missing("rs", Solar)
        ?? InputFault.OutOfRange("rs", Solar, 0, 5, "MJ/m²/h");
}

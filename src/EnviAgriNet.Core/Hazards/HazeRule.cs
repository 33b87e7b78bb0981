using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Core.Hazards;

/// <summary>When haze is raised and cleared: the 24 h mean of PM2.5 against the classes of the Thai air quality index.</summary>
public sealed record HazeRule
{
    /// <summary>Moderate above this mean, µg/m³; the default is index 100.</summary>
    public double ModerateAbove { get; init; } = ThaiAqiTable.Since2023.Limits(Pollutant.Pm25).At100;

    /// <summary>Severe above this mean, µg/m³; the default is index 200.</summary>
    public double SevereAbove { get; init; } = ThaiAqiTable.Since2023.Limits(Pollutant.Pm25).At200;

    /// <summary>A level is held up to this share of its limit: 0.93 clears Moderate below 34.9 and Severe below 69.8 µg/m³.</summary>
    public double ClearShare { get; init; } = 0.93;

    /// <summary>The fewest hours with data of the 24 that make a mean.</summary>
    public int HoursMin { get; init; } = 18;

    /// <summary>Witness: this many hours each above the Severe limit, while the mean without its worst hour is above it too.</summary>
    public int WitnessHoursMin { get; init; } = 6;

    /// <summary>Witness: a 24 h mean of PM10 above this, µg/m³; the default is index 100.</summary>
    public double WitnessPm10Above { get; init; } = ThaiAqiTable.Since2023.Limits(Pollutant.Pm10).At100;

    /// <summary>The times.</summary>
    public HazardTiming Timing { get; init; } = new()
    {
        OnsetHold = TimeSpan.FromHours(1),
        ClearHold = TimeSpan.FromHours(3),
        SilenceAfter = TimeSpan.FromHours(3),
        Validity = TimeSpan.FromHours(24),
        ExtendAhead = TimeSpan.FromHours(6),
        AllClearValidity = TimeSpan.FromHours(6),
    };
}

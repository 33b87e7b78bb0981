using EnviAgriNet.Core.Crops.Outlook.Yields;

namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>Everything an outlook is made of: what is known of the field, and the weather measured around it.</summary>
public sealed record FieldFacts
{
    /// <summary>A code of <see cref="CropTable"/>.</summary>
    public required string Crop { get; init; }

    /// <summary>A variety of <see cref="RiceVariety"/> by code or name, or null.</summary>
    public string? Variety { get; init; }

    /// <summary>When it was planted, or null.</summary>
    public DateOnly? PlantedOn { get; init; }

    /// <summary>A code of <see cref="SoilTexture"/>, or null.</summary>
    public string? Soil { get; init; }

    /// <summary>Whether water can be let in, or null.</summary>
    public bool? IsIrrigated { get; init; }

    /// <summary>Where it lies, or null: then the middle of the country.</summary>
    public WeatherSite? Site { get; init; }

    /// <summary>Days of weather in any order.</summary>
    public IReadOnlyList<OutlookDay> Days { get; init; } = [];

    /// <summary>Hours of weather of the last days, for spraying.</summary>
    public IReadOnlyList<OutlookHour> Hours { get; init; } = [];

    /// <summary>Where the weather came from.</summary>
    public IReadOnlyList<WeatherSource> Sources { get; init; } = [];

    /// <summary>Water let in, as far as it was told; null where nothing was asked.</summary>
    public IReadOnlyList<FieldIrrigation>? Irrigations { get; init; }

    /// <summary>A measured level of the paddy water, cm from the soil surface, or null.</summary>
    public double? PaddyLevelCm { get; init; }

    /// <summary>Yields of the area, or null; those of this year are not known yet and are not looked at.</summary>
    public IReadOnlyList<YieldYear>? YieldHistory { get; init; }

    /// <summary>The hour of the day in Thailand at which the outlook is made, 0 to 23.</summary>
    public int Hour { get; init; } = 6;
}

namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>What an outlook knows of a crop beside its coefficients.</summary>
public sealed record CropTraits
{
    /// <summary>A code of <see cref="CropTable"/>.</summary>
    public required string Crop { get; init; }

    /// <summary>Below this temperature it does not develop, °C; null where none is known.</summary>
    public double? BaseCelsius { get; init; }

    /// <summary>Above this temperature it develops no faster, °C.</summary>
    public double? UpperCelsius { get; init; }

    /// <summary>Days from planting to harvest at the usual heat, with its stages; null for a crop that stands all year.</summary>
    public GrowthCalendar? Calendar { get; init; }

    /// <summary>Above this temperature flowers fail, °C; null where none is known.</summary>
    public double? HeatLimit { get; init; }

    /// <summary>Below this temperature flowers fail, °C; null where none is known.</summary>
    public double? ColdLimit { get; init; }

    /// <summary>How sure the cold limit is; the heat limits are all read.</summary>
    public RuleStatus ColdStatus { get; init; }

    /// <summary>Ky of FAO-33 for the season, as FAO-56 Table 24 prints it; null where it has none.</summary>
    public double? YieldResponse { get; init; }

    /// <summary>How sure Ky is.</summary>
    public RuleStatus YieldResponseStatus { get; init; }

    /// <summary>Whether it stands in water.</summary>
    public bool IsPaddy { get; init; }

    /// <summary>Textures of <see cref="SoilTexture"/> it does well on, then those it can stand.</summary>
    public (IReadOnlyList<string> Good, IReadOnlyList<string> Fair) Soils { get; init; } = ([], []);

    /// <summary>Heat of one usual day, °C·day: 23 to 33 °C, about a day of Thai growing seasons (unconfirmed).</summary>
    public double? UsualHeat => BaseCelsius is { } low
        ? GrowingDegreeDays.Method2(CropTraitsTable.UsualCelsiusMin, CropTraitsTable.UsualCelsiusMax, low, UpperCelsius)
        : null;
}

namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>
/// What can be said of one field on one day. A part that is null could not be computed: <see cref="Missing"/> says for want of what.
/// What was not told and was taken from a table or a rule stands in <see cref="Assumed"/>.
/// </summary>
public sealed record FieldOutlook
{
    /// <summary>The day it is for: weather up to the day before has entered.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The code of the crop.</summary>
    public required string Crop { get; init; }

    /// <summary>The variety that the calendar knows, or null.</summary>
    public string? Variety { get; init; }

    /// <summary>When it was planted, told or assumed; null when nothing is known.</summary>
    public DateOnly? PlantedOn { get; init; }

    /// <summary>Days since planting, negative before; null without a day of planting.</summary>
    public int? DaysAfterPlanting { get; init; }

    /// <summary>The stage of growth.</summary>
    public GrowthStage Stage { get; init; } = GrowthStage.Unknown;

    /// <summary>What the stage was judged by.</summary>
    public StageBasis StageBasis { get; init; } = StageBasis.None;

    /// <summary>Heat since planting in °C·day; null where the crop's heat is not known or too many days have no temperature.</summary>
    public double? DegreeDays { get; init; }

    /// <summary>When it will likely be ready; null when that is not known, and for crops that stand all year.</summary>
    public HarvestWindow? Harvest { get; init; }

    /// <summary>Water now, and what to let in.</summary>
    public WaterAdvice? Water { get; init; }

    /// <summary>What the field will likely yield.</summary>
    public YieldOutlook? Yield { get; init; }

    /// <summary>Heat stress of the last days; null without temperature. Its level may be none.</summary>
    public TemperatureStress? Heat { get; init; }

    /// <summary>Cold stress of the last days; null without temperature. Its level may be none.</summary>
    public TemperatureStress? Cold { get; init; }

    /// <summary>Diseases that the weather favours, those of this crop only; empty where no rule is known or the stage is not susceptible.</summary>
    public IReadOnlyList<DiseaseRisk> Disease { get; init; } = [];

    /// <summary>Hours of the day that were fit for spraying in the last days; null without wind, rain and humidity by the hour.</summary>
    public SprayOutlook? Spray { get; init; }

    /// <summary>What was assumed.</summary>
    public IReadOnlyList<OutlookAssumption> Assumed { get; init; } = [];

    /// <summary>What was missing.</summary>
    public IReadOnlyList<OutlookGap> Missing { get; init; } = [];

    /// <summary>Where the weather came from; null when there was none.</summary>
    public WeatherCover? Weather { get; init; }
}

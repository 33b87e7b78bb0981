namespace EnviAgriNet.Core.Crops.Outlook.Planting;

/// <summary>A crop that could be planted, with what speaks for and against it.</summary>
/// <param name="Crop">Its code.</param>
/// <param name="Score">0 to 1: soil, water and price together; only for the order.</param>
/// <param name="SoilFit">1 does well, 0.5 can stand it, 0 neither; null where the soil is not known.</param>
/// <param name="NeedMm">Water of the season, mm.</param>
/// <param name="RainMm">Usual rain of the season that counts, mm; null without a history of rain.</param>
/// <param name="PriceChange">Expected change of the price until harvest, as a share of today's; null without a forecast.</param>
/// <param name="HarvestOn">When it would be ready.</param>
/// <param name="Reasons">What speaks for and against it, the weightiest first.</param>
public sealed record PlantChoice(
    string Crop, double Score, double? SoilFit, double NeedMm, double? RainMm, double? PriceChange, DateOnly HarvestOn,
    IReadOnlyList<PlantReason> Reasons)
{
    /// <summary>Water that would have to be let in, mm; null without a history of rain.</summary>
    public double? IrrigationMm => RainMm is { } rain ? Math.Max(0, NeedMm - rain) : null;
}

/// <summary>Why a crop stands where it stands.</summary>
public enum PlantReason
{
    /// <summary>The soil suits it.</summary>
    SoilGood,

    /// <summary>It can stand the soil.</summary>
    SoilFair,

    /// <summary>The soil does not suit it.</summary>
    SoilPoor,

    /// <summary>The soil is not known.</summary>
    SoilUnknown,

    /// <summary>The usual rain is enough.</summary>
    RainEnough,

    /// <summary>Some water has to be let in.</summary>
    RainSome,

    /// <summary>Without irrigation there is too little water.</summary>
    RainShort,

    /// <summary>More rain than a crop without bunds likes.</summary>
    RainTooMuch,

    /// <summary>The usual rain is not known.</summary>
    RainUnknown,

    /// <summary>The price is expected to rise.</summary>
    PriceUp,

    /// <summary>The price is expected to stay.</summary>
    PriceSteady,

    /// <summary>The price is expected to fall.</summary>
    PriceDown,

    /// <summary>There is no forecast of its price.</summary>
    PriceUnknown,
}

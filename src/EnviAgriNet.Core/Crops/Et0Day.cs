namespace EnviAgriNet.Core.Crops;

/// <summary>Reference evapotranspiration of a day with the terms it was made of and what had to be assumed.</summary>
/// <param name="Et0">mm/day. Slightly negative on cold humid days, as the equation gives it.</param>
/// <param name="Terms">The terms of the equation.</param>
/// <param name="Extraterrestrial">Ra, MJ/m²/day.</param>
/// <param name="Daylight">N, hours.</param>
/// <param name="Solar">Rs, MJ/m²/day, measured or estimated.</param>
/// <param name="ClearSky">Rso, MJ/m²/day.</param>
/// <param name="NetLongwave">Rnl, MJ/m²/day, outgoing positive.</param>
/// <param name="Humidity">What the vapour pressure was made of.</param>
/// <param name="Fallbacks">What was not measured and what was taken instead.</param>
public sealed record Et0Day(
    double Et0,
    PenmanMonteithTerms Terms,
    double Extraterrestrial,
    double Daylight,
    double Solar,
    double ClearSky,
    double NetLongwave,
    HumidityRoute Humidity,
    Et0Fallbacks Fallbacks);

/// <summary>What the actual vapour pressure was made of, the best one first.</summary>
public enum HumidityRoute
{
    /// <summary>Given.</summary>
    VapourPressure,

    /// <summary>The dew point (Eq. 14).</summary>
    DewPoint,

    /// <summary>Largest and smallest relative humidity (Eq. 17).</summary>
    ExtremeHumidities,

    /// <summary>The largest relative humidity alone (Eq. 18).</summary>
    MaxHumidity,

    /// <summary>The mean relative humidity (Eq. 19).</summary>
    MeanHumidity,

    /// <summary>The smallest relative humidity alone (ASCE 2005 Eq. 13).</summary>
    MinHumidity,

    /// <summary>Nothing but the smallest temperature (Eq. 48).</summary>
    MinTemperature,
}

/// <summary>What was taken in place of a measurement, and what of a measurement cannot be.</summary>
[Flags]
public enum Et0Fallbacks
{
    /// <summary>Everything was measured.</summary>
    None = 0,

    /// <summary>No humidity: the dew point is taken as the smallest temperature (Eq. 48).</summary>
    HumidityFromMinTemperature = 1,

    /// <summary>No radiation and no sunshine: radiation from the range of temperature (Eq. 50).</summary>
    SolarFromTemperature = 2,

    /// <summary>No wind: 2 m/s, the mean of the world's stations.</summary>
    WindAssumed = 4,

    /// <summary>The ratio of solar to clear-sky radiation was raised to its limit.</summary>
    RadiationRatioRaised = 8,

    /// <summary>More sunshine than daylight: the hours of daylight were taken.</summary>
    SunshineCapped = 16,

    /// <summary>No sun to judge the clouds by: a ratio of solar to clear-sky radiation was assumed.</summary>
    RadiationRatioAssumed = 32,

    /// <summary>Nothing was replaced, but more radiation was measured than reaches the top of the atmosphere: a unit or a sensor is wrong.</summary>
    SolarBeyondExtraterrestrial = 64,
}

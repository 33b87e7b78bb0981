namespace EnviAgriNet.Core.Crops;

/// <summary>Reference evapotranspiration of an hour with the terms it was made of.</summary>
/// <param name="Et0">mm/h; slightly negative in cold humid nights, as the equation gives it.</param>
/// <param name="Terms">The terms of the equation.</param>
/// <param name="TimeAngle">Solar time angle in the middle of the hour, radians.</param>
/// <param name="SunsetAngle">Sunset hour angle, radians.</param>
/// <param name="Extraterrestrial">Ra, MJ/m²/h.</param>
/// <param name="ClearSky">Rso, MJ/m²/h.</param>
/// <param name="Ratio">Solar over clear-sky radiation as used: measured by day, remembered or assumed at night.</param>
/// <param name="NetLongwave">Rnl, MJ/m²/h, outgoing positive.</param>
/// <param name="IsDay">Whether the sun is up in the middle of the hour.</param>
/// <param name="Fallbacks">What was not measured and what was taken instead.</param>
public sealed record Et0Hour(
    double Et0,
    PenmanMonteithTerms Terms,
    double TimeAngle,
    double SunsetAngle,
    double Extraterrestrial,
    double ClearSky,
    double Ratio,
    double NetLongwave,
    bool IsDay,
    Et0Fallbacks Fallbacks);

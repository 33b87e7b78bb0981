namespace EnviAgriNet.Core.Crops;

/// <summary>
/// Where the sun stands and what it sends to the top of the atmosphere (FAO-56, chapter 3). Latitudes are radians, positive
/// in the north; the day of the year is 1 to 366. Polar day and polar night are limits of the same formulas.
/// </summary>
public static class SolarGeometry
{
    /// <summary>Solar constant, MJ/m²/min.</summary>
    private const double SolarConstant = 0.0820;

    /// <summary>Degrees as radians (Eq. 22).</summary>
    public static double Radians(double degrees) => Math.PI / 180 * degrees;

    /// <summary>Inverse relative distance between earth and sun (Eq. 23).</summary>
    public static double InverseDistance(int dayOfYear) => 1 + (0.033 * Math.Cos(2 * Math.PI * dayOfYear / 365));

    /// <summary>Solar declination in radians (Eq. 24).</summary>
    public static double Declination(int dayOfYear) => 0.409 * Math.Sin((2 * Math.PI * dayOfYear / 365) - 1.39);

    /// <summary>Sunset hour angle in radians (Eq. 25): 0 in polar night, π in polar day.</summary>
    public static double SunsetAngle(double latitude, double declination) =>
        Math.Acos(Math.Clamp(-Math.Tan(latitude) * Math.Tan(declination), -1, 1));

    /// <summary>Extraterrestrial radiation of a day in MJ/m² (Eq. 21).</summary>
    public static double DailyRadiation(double latitude, int dayOfYear)
    {
        double declination = Declination(dayOfYear);
        double sunset = SunsetAngle(latitude, declination);
        double sum = (sunset * Math.Sin(latitude) * Math.Sin(declination))
            + (Math.Cos(latitude) * Math.Cos(declination) * Math.Sin(sunset));
        return Math.Max(0, 24 * 60 / Math.PI * SolarConstant * InverseDistance(dayOfYear) * sum);
    }

    /// <summary>Hours of daylight of a day, 0 to 24 (Eq. 34).</summary>
    public static double DaylightHours(double latitude, int dayOfYear) =>
        24 / Math.PI * SunsetAngle(latitude, Declination(dayOfYear));

    /// <summary>Seasonal correction of solar time in hours (Eq. 32 and 33).</summary>
    public static double SeasonalCorrection(int dayOfYear)
    {
        double b = 2 * Math.PI * (dayOfYear - 81) / 364;
        return (0.1645 * Math.Sin(2 * b)) - (0.1255 * Math.Cos(b)) - (0.025 * Math.Sin(b));
    }

    /// <summary>Solar time angle in radians at a standard clock time (Eq. 31), brought to -π to π.</summary>
    /// <param name="clockHour">The middle of the period in hours, 0 to 24.</param>
    /// <param name="zoneWest">Longitude of the centre of the time zone, degrees west of Greenwich (Thailand: 255 or -105).</param>
    /// <param name="longitudeWest">Longitude of the site, degrees west of Greenwich.</param>
    /// <param name="dayOfYear">1 to 366.</param>
    public static double TimeAngle(double clockHour, double zoneWest, double longitudeWest, int dayOfYear)
    {
        double shift = Math.IEEERemainder(zoneWest - longitudeWest, 360);
        double hours = clockHour + (0.06667 * shift) + SeasonalCorrection(dayOfYear) - 12;
        return Math.IEEERemainder(Math.PI / 12 * hours, 2 * Math.PI);
    }

    /// <summary>
    /// Extraterrestrial radiation of one hour in MJ/m² (Eq. 28 to 30); 0 when the sun is below the horizon in the middle of the
    /// hour. In the hours of sunrise and sunset only the part with the sun up counts.
    /// </summary>
    public static double HourlyRadiation(double latitude, int dayOfYear, double timeAngle)
    {
        double declination = Declination(dayOfYear);
        double sunset = SunsetAngle(latitude, declination);
        if (Math.Abs(timeAngle) > sunset)
        {
            return 0;
        }

        double from = Math.Max(timeAngle - (Math.PI / 24), -sunset);
        double to = Math.Min(timeAngle + (Math.PI / 24), sunset);
        double sum = ((to - from) * Math.Sin(latitude) * Math.Sin(declination))
            + (Math.Cos(latitude) * Math.Cos(declination) * (Math.Sin(to) - Math.Sin(from)));
        return Math.Max(0, 12 * 60 / Math.PI * SolarConstant * InverseDistance(dayOfYear) * sum);
    }
}

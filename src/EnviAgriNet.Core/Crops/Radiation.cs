namespace EnviAgriNet.Core.Crops;

/// <summary>Radiation at the ground and heat into the soil (FAO-56, chapter 3), MJ/m² per day or per hour.</summary>
public static class Radiation
{
    /// <summary>Albedo of the reference crop (Eq. 38).</summary>
    public const double ReferenceAlbedo = 0.23;

    /// <summary>Eq. 50 inland, where land rules the air.</summary>
    public const double InlandCoefficient = 0.16;

    /// <summary>Eq. 50 on or near a coast.</summary>
    public const double CoastCoefficient = 0.19;

    private const double StefanBoltzmannDay = 4.903e-9;
    private const double StefanBoltzmannHour = 2.043e-10;

    /// <summary>Solar radiation from hours of sunshine and of daylight (Eq. 35 with 0.25 and 0.50).</summary>
    public static double FromSunshine(double sunshine, double daylight, double extraterrestrial) =>
        (0.25 + (daylight > 0 ? 0.50 * sunshine / daylight : 0)) * extraterrestrial;

    /// <summary>Solar radiation from the day's range of temperature in °C (Eq. 50).</summary>
    public static double FromTemperature(double tMax, double tMin, double extraterrestrial, double coefficient) =>
        coefficient * Math.Sqrt(tMax - tMin) * extraterrestrial;

    /// <summary>Clear-sky radiation at an elevation in metres (Eq. 37).</summary>
    public static double ClearSky(double elevation, double extraterrestrial) =>
        (0.75 + (2e-5 * elevation)) * extraterrestrial;

    /// <summary>Net shortwave radiation of the reference crop (Eq. 38).</summary>
    public static double NetShortwave(double solar) => (1 - ReferenceAlbedo) * solar;

    /// <summary>Net longwave radiation of a day, outgoing positive (Eq. 39).</summary>
    /// <param name="tMax">Largest air temperature, °C.</param>
    /// <param name="tMin">Smallest air temperature, °C.</param>
    /// <param name="vapourPressure">Actual vapour pressure, kPa.</param>
    /// <param name="ratio">Solar over clear-sky radiation, at most 1.</param>
    public static double NetLongwave(double tMax, double tMin, double vapourPressure, double ratio) =>
        StefanBoltzmannDay * (FourthPower(tMax) + FourthPower(tMin)) / 2 * Emissivity(vapourPressure) * Cloudiness(ratio);

    /// <summary>Net longwave radiation of an hour, outgoing positive (Eq. 39 with the constant of an hour).</summary>
    public static double NetLongwaveHourly(double temperature, double vapourPressure, double ratio) =>
        StefanBoltzmannHour * FourthPower(temperature) * Emissivity(vapourPressure) * Cloudiness(ratio);

    /// <summary>Heat into the soil in a month, MJ/m²/day, from the mean temperatures of the months before and after (Eq. 43).</summary>
    public static double MonthlySoilHeat(double before, double after) => 0.07 * (after - before);

    /// <summary>Heat into the soil in a month while the next one is not known (Eq. 44).</summary>
    public static double MonthlySoilHeatSoFar(double before, double current) => 0.14 * (current - before);

    /// <summary>Heat into the soil in an hour: a tenth of the net radiation by day, half of it at night (Eq. 45 and 46).</summary>
    public static double HourlySoilHeat(double net, bool isDay) => (isDay ? 0.1 : 0.5) * net;

    private static double FourthPower(double temperature)
    {
        double kelvin = temperature + Atmosphere.KelvinOffset;
        return kelvin * kelvin * kelvin * kelvin;
    }

    private static double Emissivity(double vapourPressure) => 0.34 - (0.14 * Math.Sqrt(vapourPressure));

    private static double Cloudiness(double ratio) => (1.35 * ratio) - 0.35;
}

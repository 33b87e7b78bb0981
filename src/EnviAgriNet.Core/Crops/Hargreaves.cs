namespace EnviAgriNet.Core.Crops;

/// <summary>Reference evapotranspiration from temperature alone, where nothing else is measured (FAO-56 Eq. 52).</summary>
public static class Hargreaves
{
    /// <summary>mm/day from the extremes of temperature and extraterrestrial radiation; null for a maximum below the minimum.</summary>
    /// <param name="tMax">Largest air temperature, °C.</param>
    /// <param name="tMin">Smallest air temperature, °C.</param>
    /// <param name="extraterrestrial">Ra, MJ/m²/day.</param>
    /// <param name="tMean">Mean temperature; the middle of the extremes where it is null.</param>
    public static double? Daily(double tMax, double tMin, double extraterrestrial, double? tMean = null)
    {
        if (!(tMax >= tMin) || !double.IsFinite(extraterrestrial))
        {
            return null;
        }

        double mean = tMean ?? ((tMax + tMin) / 2);
        return 0.0023 * (mean + 17.8) * Math.Sqrt(tMax - tMin) * 0.408 * extraterrestrial;
    }
}

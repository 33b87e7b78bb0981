namespace EnviAgriNet.Core.Crops;

/// <summary>Heat above which a plant grows, in °C·day of one day. Fahrenheit in gives Fahrenheit out.</summary>
public static class GrowingDegreeDays
{
    /// <summary>
    /// Method 1 of McMaster and Wilhelm (1997): the mean of the day, at most the upper limit, above the base. Null for impossible
    /// inputs, as for all methods here.
    /// </summary>
    public static double? Method1(double tMin, double tMax, double baseTemperature, double? upper = null) =>
        IsPossible(tMin, tMax, baseTemperature, upper)
            ? Math.Max(0, Math.Min((tMax + tMin) / 2, upper ?? double.PositiveInfinity) - baseTemperature)
            : null;

    /// <summary>Method 2 of McMaster and Wilhelm: both extremes are brought between base and upper limit before their mean is taken.</summary>
    public static double? Method2(double tMin, double tMax, double baseTemperature, double? upper = null)
    {
        if (!IsPossible(tMin, tMax, baseTemperature, upper))
        {
            return null;
        }

        double most = upper ?? double.PositiveInfinity;
        return ((Math.Clamp(tMax, baseTemperature, most) + Math.Clamp(tMin, baseTemperature, most)) / 2) - baseTemperature;
    }

    /// <summary>
    /// The mean of the extremes above the base, where each extreme has its own cut-off: a minimum below the lower one is raised to it,
    /// a maximum above the upper one is lowered to it.
    /// </summary>
    public static double? WithCutoffs(double tMin, double tMax, double baseTemperature, double? lower, double? upper)
    {
        if (!IsPossible(tMin, tMax, baseTemperature, upper) || lower > upper)
        {
            return null;
        }

        double least = Math.Max(tMin, lower ?? double.NegativeInfinity);
        double most = Math.Min(tMax, upper ?? double.PositiveInfinity);
        return Math.Max(0, ((least + most) / 2) - baseTemperature);
    }

    /// <summary>
    /// Baskerville and Emin (1969): the day as a sine between its extremes, and the area above the base; with an upper limit the area
    /// above that is taken off (horizontal cut-off).
    /// </summary>
    public static double? BaskervilleEmin(double tMin, double tMax, double baseTemperature, double? upper = null) =>
        IsPossible(tMin, tMax, baseTemperature, upper)
            ? AreaAbove(tMin, tMax, baseTemperature) - (upper is { } limit ? AreaAbove(tMin, tMax, limit) : 0)
            : null;

    private static double AreaAbove(double tMin, double tMax, double limit)
    {
        double mean = (tMax + tMin) / 2;
        if (tMin >= limit)
        {
            return mean - limit;
        }

        if (tMax <= limit)
        {
            return 0;
        }

        double amplitude = (tMax - tMin) / 2;
        double angle = Math.Asin(Math.Clamp((limit - mean) / amplitude, -1, 1));
        return ((amplitude * Math.Cos(angle)) - ((limit - mean) * ((Math.PI / 2) - angle))) / Math.PI;
    }

    private static bool IsPossible(double tMin, double tMax, double baseTemperature, double? upper) =>
        double.IsFinite(tMin) && double.IsFinite(tMax) && double.IsFinite(baseTemperature)
        && tMin <= tMax && !(upper <= baseTemperature);
}

namespace EnviAgriNet.Core.Crops;

/// <summary>
/// Brings coefficients from the climate of the tables (smallest humidity 45 %, wind 2 m/s) to another one. Wind counts within
/// 1 to 6 m/s, humidity within 20 to 80 %, height within 0.1 to 10 m, as FAO-56 limits them.
/// </summary>
public static class ClimateAdjustment
{
    private const double AdjustedFrom = 0.45;

    /// <summary>The coefficient of mid season (Eq. 62, basal Eq. 70).</summary>
    /// <param name="coefficient">Of the table.</param>
    /// <param name="wind">Mean wind at 2 m in the stage, m/s.</param>
    /// <param name="rhMin">Mean of the smallest relative humidities in the stage, %.</param>
    /// <param name="height">Mean height of the crop in the stage, m.</param>
    public static double Mid(double coefficient, double wind, double rhMin, double height) =>
        coefficient + Term(wind, rhMin, Math.Clamp(height, 0.1, 10));

    /// <summary>The coefficient of the end (Eq. 65): below 0.45 it is left, since the crop then dries in the field.</summary>
    public static double End(double coefficient, double wind, double rhMin, double height) =>
        coefficient >= AdjustedFrom ? Mid(coefficient, wind, rhMin, height) : coefficient;

    /// <summary>The largest coefficient after rain or irrigation (Eq. 72).</summary>
    /// <param name="kcb">The basal coefficient of the day.</param>
    /// <param name="wind">Wind at 2 m, m/s.</param>
    /// <param name="rhMin">Smallest relative humidity of the day, %.</param>
    /// <param name="height">Height of the crop, m.</param>
    public static double Largest(double kcb, double wind, double rhMin, double height) =>
        Math.Max(1.2 + Term(wind, rhMin, height), kcb + 0.05);

    private static double Term(double wind, double rhMin, double height) =>
        ((0.04 * (Math.Clamp(wind, 1, 6) - 2)) - (0.004 * (Math.Clamp(rhMin, 20, 80) - 45))) * Math.Pow(height / 3, 0.3);
}

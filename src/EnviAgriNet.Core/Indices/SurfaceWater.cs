namespace EnviAgriNet.Core.Indices;

/// <summary>
/// The class of a river's water by the Thai surface water standard. Class 1 is water in its natural state and is not told by
/// numbers, so the best class told here is 2. Turbidity and solids have no limit in this standard.
/// </summary>
public static class SurfaceWater
{
    /// <summary>The class of water that fails the limits of class 4.</summary>
    public const int WorstClass = 5;

    private const int BestClass = 2;
    private const double SoftWaterMax = 100;

    private static readonly Limit[] Limits =
    [
        new(WaterParameter.DissolvedOxygen, [6, 4, 2], IsLeast: true),
        new(WaterParameter.OxygenDemand, [1.5, 2, 4]),
        new(WaterParameter.TotalColiform, [5000, 20000, double.PositiveInfinity]),
        new(WaterParameter.FaecalColiform, [1000, 4000, double.PositiveInfinity]),
        new(WaterParameter.Nitrate, [5, 5, 5]),
        new(WaterParameter.Ammonia, [0.5, 0.5, 0.5]),
        new(WaterParameter.Lead, [0.05, 0.05, 0.05]),
        new(WaterParameter.Mercury, [0.002, 0.002, 0.002]),
        new(WaterParameter.Arsenic, [0.01, 0.01, 0.01]),
    ];

    /// <summary>
    /// The class by whatever was measured, and what decided it; null when nothing usable was given. The class is only as good
    /// as the number of parameters behind it, so both are told.
    /// </summary>
    /// <param name="values">Measured values in the units of <see cref="WaterParameter"/>; negative or not finite ones are left out.</param>
    public static SurfaceWaterClass? Judge(IReadOnlyDictionary<WaterParameter, double> values)
    {
        Dictionary<WaterParameter, int> classes = [];
        foreach (Limit limit in Limits)
        {
            if (Usable(values, limit.Parameter) is { } value)
            {
                classes[limit.Parameter] = limit.ClassOf(value);
            }
        }

        if (Usable(values, WaterParameter.Acidity) is { } ph)
        {
            classes[WaterParameter.Acidity] = ph is >= 5 and <= 9 ? BestClass : WorstClass;
        }

        if (Usable(values, WaterParameter.Cadmium) is { } cadmium)
        {
            // Soft water makes cadmium more poisonous; of unknown hardness, it is taken for soft.
            double most = Usable(values, WaterParameter.Hardness) > SoftWaterMax ? 0.05 : 0.005;
            classes[WaterParameter.Cadmium] = cadmium <= most ? BestClass : WorstClass;
        }

        if (classes.Count == 0)
        {
            return null;
        }

        int worst = classes.Values.Max();
        return new SurfaceWaterClass(worst, [.. classes.Where(c => c.Value == worst).Select(c => c.Key).Order()], classes);
    }

    private static double? Usable(IReadOnlyDictionary<WaterParameter, double> values, WaterParameter parameter) =>
        values.TryGetValue(parameter, out double value) && double.IsFinite(value) && value >= 0 ? value : null;

    /// <summary>The limits of the classes 2, 3 and 4 for one parameter; the least that is needed, or the most that is allowed.</summary>
    private sealed record Limit(WaterParameter Parameter, double[] Values, bool IsLeast = false)
    {
        public int ClassOf(double value)
        {
            int met = Array.FindIndex(Values, limit => IsLeast ? value >= limit : value <= limit);
            return met < 0 ? WorstClass : BestClass + met;
        }
    }
}

/// <summary>A class of the surface water standard.</summary>
/// <param name="Class">2 (clean) to 5 (only for transport); 2 says "meets class 2" and includes class 1.</param>
/// <param name="DecidedBy">The parameters that are in no better class.</param>
/// <param name="Classes">The class of each parameter that was given.</param>
public sealed record SurfaceWaterClass(
    int Class,
    IReadOnlyList<WaterParameter> DecidedBy,
    IReadOnlyDictionary<WaterParameter, int> Classes);

/// <summary>What the surface water standard limits.</summary>
public enum WaterParameter
{
    /// <summary>Dissolved oxygen, mg/L; the standard means the 20th percentile.</summary>
    DissolvedOxygen,

    /// <summary>Biochemical oxygen demand, mg/L; the standard means the 80th percentile.</summary>
    OxygenDemand,

    /// <summary>Total coliform bacteria, MPN/100 mL.</summary>
    TotalColiform,

    /// <summary>Faecal coliform bacteria, MPN/100 mL.</summary>
    FaecalColiform,

    /// <summary>pH.</summary>
    Acidity,

    /// <summary>Nitrate as nitrogen, mg/L.</summary>
    Nitrate,

    /// <summary>Ammonia as nitrogen, mg/L.</summary>
    Ammonia,

    /// <summary>Lead, mg/L.</summary>
    Lead,

    /// <summary>Mercury, mg/L.</summary>
    Mercury,

    /// <summary>Arsenic, mg/L.</summary>
    Arsenic,

    /// <summary>Cadmium, mg/L; its limit depends on hardness.</summary>
    Cadmium,

    /// <summary>Hardness as CaCO3, mg/L; it has no limit of its own.</summary>
    Hardness,
}

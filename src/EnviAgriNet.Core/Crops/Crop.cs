namespace EnviAgriNet.Core.Crops;

/// <summary>What the water balance and the coefficient curve need to know of a crop.</summary>
public sealed record Crop
{
    /// <summary>The code in kebab case, such as <c>cassava-1</c>.</summary>
    public required string Code { get; init; }

    /// <summary>English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>Thai name.</summary>
    public required string NameTh { get; init; }

    /// <summary>Lengths of the stages, the usual ones first; empty for crops that stand all year.</summary>
    public IReadOnlyList<StageLengths> Stages { get; init; } = [];

    /// <summary>Single crop coefficients in a subhumid climate (smallest humidity 45 %, wind 2 m/s), FAO-56 Table 12.</summary>
    public CropCoefficients? Kc { get; init; }

    /// <summary>Basal crop coefficients in the same climate, FAO-56 Table 17; null where none are known.</summary>
    public CropCoefficients? Kcb { get; init; }

    /// <summary>Height at planting in metres, above 0.</summary>
    public double HeightStart { get; init; } = 0.05;

    /// <summary>Largest height in metres, FAO-56 Table 12.</summary>
    public required double HeightMax { get; init; }

    /// <summary>Depth of the roots at planting in metres, above 0.</summary>
    public double RootDepthStart { get; init; } = 0.2;

    /// <summary>
    /// Largest depth of the roots in metres as FAO-56 Table 22 gives it for irrigation scheduling (the smaller of its two numbers).
    /// </summary>
    public required double RootDepthMax { get; init; }

    /// <summary>The larger number of Table 22, for rain-fed crops and deep soils without layers; null where there is one number.</summary>
    public double? RootDepthRainfed { get; init; }

    /// <summary>Share p of the available water that can be used without stress at 5 mm/day, FAO-56 Table 22, 0.1 to 0.8.</summary>
    public required double DepletionFraction { get; init; }

    /// <summary>The first impossible value, or null.</summary>
    public InputFault? Fault() =>
        KcFault("kc", Kc)
        ?? KcFault("kcb", Kcb)
        ?? Stages.Select(s => s.Fault()).FirstOrDefault(f => f is not null)
        ?? InputFault.OutOfRange("hini", HeightStart, 0.001, 20, "m")
        ?? InputFault.OutOfRange("hmax", HeightMax, HeightStart, 20, "m")
        ?? InputFault.OutOfRange("zrini", RootDepthStart, 0.01, 5, "m")
        ?? InputFault.OutOfRange("zrmax", RootDepthMax, RootDepthStart, 5, "m")
        ?? InputFault.OutOfRange("p", DepletionFraction, 0.1, 0.8, "");

    private static InputFault? KcFault(string field, CropCoefficients? kc) => kc is not { } k
        ? null
        : InputFault.OutOfRange(field + "ini", k.Ini, 0, 1.6, "")
            ?? InputFault.OutOfRange(field + "mid", k.Mid, 0, 1.6, "")
            ?? InputFault.OutOfRange(field + "end", k.End, 0, 1.6, "");
}

/// <summary>Coefficients of the initial stage, of mid season and of the end.</summary>
/// <param name="Ini">During the initial stage.</param>
/// <param name="Mid">During mid season.</param>
/// <param name="End">At the end of the late season.</param>
public readonly record struct CropCoefficients(double Ini, double Mid, double End);

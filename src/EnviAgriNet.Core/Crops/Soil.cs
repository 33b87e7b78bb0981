namespace EnviAgriNet.Core.Crops;

/// <summary>What the water balance needs to know of a soil, taken as the same from top to bottom.</summary>
/// <param name="FieldCapacity">Water content at field capacity, m³/m³.</param>
/// <param name="WiltingPoint">Water content at wilting point, m³/m³, below field capacity.</param>
/// <param name="EvaporationDepth">Ze, the depth that dries by evaporation, m; FAO-56 takes 0.10 to 0.15.</param>
/// <param name="ReadilyEvaporable">REW, what evaporates at full rate, mm; below <see cref="TotalEvaporable"/>.</param>
public readonly record struct Soil(
    double FieldCapacity, double WiltingPoint, double EvaporationDepth, double ReadilyEvaporable)
{
    /// <summary>TEW, what can evaporate from the top layer, mm (FAO-56 Eq. 73).</summary>
    public double TotalEvaporable => 1000 * (FieldCapacity - (0.5 * WiltingPoint)) * EvaporationDepth;

    /// <summary>TAW, what roots of a depth in metres can take, mm (FAO-56 Eq. 82).</summary>
    public double AvailableWater(double rootDepth) => 1000 * (FieldCapacity - WiltingPoint) * rootDepth;

    /// <summary>The first impossible value, or null.</summary>
    public InputFault? Fault() =>
        InputFault.OutOfRange("fc", FieldCapacity, 0.01, 0.7, "m³/m³")
        ?? InputFault.OutOfRange("wp", WiltingPoint, 0, 0.6, "m³/m³")
        ?? (FieldCapacity > WiltingPoint ? null : new InputFault("wp", $"must be below fc ({WiltingPoint} ≥ {FieldCapacity})"))
        ?? InputFault.OutOfRange("ze", EvaporationDepth, 0.01, 0.5, "m")
        ?? InputFault.OutOfRange("rew", ReadilyEvaporable, 0, 100, "mm")
        ?? (ReadilyEvaporable < TotalEvaporable
            ? null
            : new InputFault("rew", $"must be below the total evaporable water ({ReadilyEvaporable} ≥ {TotalEvaporable:0.###} mm)"));
}

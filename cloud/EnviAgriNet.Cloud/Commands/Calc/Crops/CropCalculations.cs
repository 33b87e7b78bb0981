namespace EnviAgriNet.Cloud.Commands.Calc.Crops;

/// <summary>The calculations about crops and soil water.</summary>
internal static class CropCalculations
{
    public static IReadOnlyList<Calculation> All { get; } = [];
}

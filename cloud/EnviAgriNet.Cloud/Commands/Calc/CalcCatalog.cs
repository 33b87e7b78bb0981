using EnviAgriNet.Cloud.Commands.Calc.Air;
using EnviAgriNet.Cloud.Commands.Calc.Crops;
using EnviAgriNet.Cloud.Commands.Calc.Messages;
using EnviAgriNet.Cloud.Commands.Calc.Quality;
using EnviAgriNet.Cloud.Commands.Calc.Water;

namespace EnviAgriNet.Cloud.Commands.Calc;

/// <summary>Every calculation there is.</summary>
internal static class CalcCatalog
{
    /// <summary>All of them, by subject.</summary>
    public static IReadOnlyList<Calculation> All { get; } =
        [.. AirCalculations.All, .. WaterCalculations.All, .. CropCalculations.All, .. QualityCalculations.All, new SmsCalculation()];
}

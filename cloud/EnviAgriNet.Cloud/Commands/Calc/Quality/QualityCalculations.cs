namespace EnviAgriNet.Cloud.Commands.Calc.Quality;

/// <summary>The calculations about the quality of readings.</summary>
internal static class QualityCalculations
{
    public static IReadOnlyList<Calculation> All { get; } = [new QcCalculation()];
}

namespace EnviAgriNet.Cloud.Commands.Calc.Crops;

/// <summary>The calculations about crops and soil water.</summary>
internal static class CropCalculations
{
    public static IReadOnlyList<Calculation> All { get; } =
    [
        new Et0Calculation(),
        new Et0HourlyCalculation(),
        new HargreavesCalculation(),
        new GddCalculation(),
        new KcCalculation(),
        new AwdCalculation(),
        new WaterBalanceCalculation(),
        new IrrigationCalculation(),
    ];
}

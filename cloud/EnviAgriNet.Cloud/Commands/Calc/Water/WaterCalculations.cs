namespace EnviAgriNet.Cloud.Commands.Calc.Water;

/// <summary>The calculations about rivers, rain and water.</summary>
internal static class WaterCalculations
{
    public static IReadOnlyList<Calculation> All { get; } =
    [
        new RiverCalculation(),
        new TimeToBankCalculation(),
        new RainClassCalculation(),
        new WaterClassCalculation(),
        new IrrigationWaterCalculation(),
        new WqiClassCalculation(),
        new SpiCalculation(),
    ];
}

namespace EnviAgriNet.Cloud.Commands.Calc.Air;

/// <summary>The calculations about air and weather.</summary>
internal static class AirCalculations
{
    public static IReadOnlyList<Calculation> All { get; } =
    [
        new AqiCalculation(),
        new NowCastCalculation(),
        new PurpleAirCalculation(),
        new HeatIndexCalculation(),
        new VpdCalculation(),
        new ThiCalculation(),
        new WetBulbCalculation(),
        new DewPointCalculation(),
    ];
}

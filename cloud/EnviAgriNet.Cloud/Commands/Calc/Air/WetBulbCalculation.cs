using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Cloud.Commands.Calc.Air;

/// <summary><c>calc wet-bulb</c>: the temperature of a wet thermometer.</summary>
internal sealed class WetBulbCalculation : Calculation
{
    public override string Name => "wet-bulb";

    public override string Summary => "wet-bulb temperature in °C at the pressure of the sea level, to within 1 °C";

    public override string Source => "Stull 2011, J. Appl. Meteor. Climatol. 50, for -20 to 50 °C and 5 to 99 %";

    public override IReadOnlyList<CalcInput> Inputs { get; } =
    [
        AirInputs.Temperature(WetBulb.TemperatureRange.Min, WetBulb.TemperatureRange.Max),
        AirInputs.Humidity(WetBulb.HumidityRange.Min, WetBulb.HumidityRange.Max),
    ];

    public override IReadOnlyList<string> Results(CalcRow settings) => ["wetBulb"];

    public override CalcResult Compute(CalcRow row) => new() { { "wetBulb", WetBulb.Of(row.Number("t"), row.Number("rh")) } };
}

using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Cloud.Commands.Calc.Air;

/// <summary><c>calc dew-point</c>: the temperature at which dew falls.</summary>
internal sealed class DewPointCalculation : Calculation
{
    public override string Name => "dew-point";

    public override string Summary => "dew point in °C";

    public override string Source => "Magnus form of WMO-No. 8 (6.112, 17.62, 243.12), for -45 to 60 °C";

    public override IReadOnlyList<CalcInput> Inputs { get; } =
    [
        AirInputs.Temperature(DewPoint.TemperatureRange.Min, DewPoint.TemperatureRange.Max),
        AirInputs.Humidity(),
    ];

    public override IReadOnlyList<string> Results(CalcRow settings) => ["dewPoint"];

    public override CalcResult Compute(CalcRow row) =>
        DewPoint.Of(row.Number("t"), row.Number("rh")) is { } dewPoint
            ? new CalcResult { { "dewPoint", dewPoint } }
            : throw new CalcFault("rh", "is below 0.01 %: air without water has no dew point");
}

using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Cloud.Commands.Calc.Air;

/// <summary><c>calc thi</c>: heat stress of livestock.</summary>
internal sealed class ThiCalculation : Calculation
{
    public override string Name => "thi";

    public override string Summary =>
        "temperature-humidity index of livestock, the stress of cattle by it, and the index in the form of NRC 1971";

    public override string Source =>
        "0.8T + RH(T - 14.4) + 46.4 with stress from 68, 72 and 80 (eagle.direct); US National Research Council 1971";

    public override IReadOnlyList<CalcInput> Inputs { get; } = [AirInputs.Temperature(), AirInputs.Humidity()];

    public override IReadOnlyList<string> Results(CalcRow settings) => ["thi", "stress", "thiNrc1971"];

    public override CalcResult Compute(CalcRow row)
    {
        (double t, double humidity) = (row.Number("t"), row.Number("rh"));
        double index = TemperatureHumidity.Index(t, humidity)!.Value;
        return new CalcResult
        {
            { "thi", index },
            { "stress", PlainWords.Of(TemperatureHumidity.CattleStress.ClassOf(index)) },
            { "thiNrc1971", TemperatureHumidity.IndexOf1971(t, humidity) },
        };
    }
}

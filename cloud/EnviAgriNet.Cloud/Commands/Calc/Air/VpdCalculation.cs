using EnviAgriNet.Core.Crops;

namespace EnviAgriNet.Cloud.Commands.Calc.Air;

/// <summary><c>calc vpd</c>: how strongly the air draws water from leaves.</summary>
internal sealed class VpdCalculation : Calculation
{
    public override string Name => "vpd";

    public override string Summary => "vapour pressure deficit in kPa";

    public override string Source => "FAO-56 equation 11: e°(T)(1 - RH/100)";

    public override IReadOnlyList<CalcInput> Inputs { get; } = [AirInputs.Temperature(), AirInputs.Humidity()];

    public override IReadOnlyList<string> Results(CalcRow settings) => ["vpd"];

    public override CalcResult Compute(CalcRow row) =>
        new() { { "vpd", VapourPressure.Deficit(row.Number("t"), row.Number("rh")) } };
}

using EnviAgriNet.Core.Crops;

namespace EnviAgriNet.Cloud.Commands.Calc.Crops;

/// <summary><c>calc irrigation</c>: how much water a field needs now.</summary>
internal sealed class IrrigationCalculation : Calculation
{
    public override string Name => "irrigation";

    public override string Summary =>
        "the irrigation a field needs: due when the depletion has reached the readily available water, net and gross in mm, gross in m³ per rai "
        + "(1600 m²) and for the area";

    public override string Source => "FAO-56 chapter 8, Eq. 82 and 83";

    public override IReadOnlyList<CalcInput> Inputs { get; } =
    [
        new("dr", "mm", "depletion of the root zone, 0 to 2000") { Min = 0, Max = 2000 },
        WeatherInputs.Optional("raw", "mm", "readily available water, 0 to 2000; without it p × taw") with { Min = 0, Max = 2000 },
        WeatherInputs.Optional("taw", "mm", "total available water, 0 to 2000") with { Min = 0, Max = 2000 },
        WeatherInputs.Optional("p", "", "share of taw that is readily available, 0.1 to 0.8") with { Min = 0.1, Max = 0.8 },
        WeatherInputs.Optional("efficiency", "", "share of the water let out that reaches the roots, 0.1 to 1, default 1") with
        {
            Min = 0.1,
            Max = 1,
        },
        WeatherInputs.Optional("area-rai", "rai", "area of the field, 0 to 1000000, default 1") with { Min = 0, Max = 1_000_000 },
    ];

    public override IReadOnlyList<string> Results(CalcRow settings) =>
        ["due", "irrigation_need", "gross_need", "m3_per_rai", "m3"];

    public override CalcResult Compute(CalcRow row)
    {
        double depletion = row.Number("dr");
        if (row.OptionalNumber("taw") is { } total && depletion > total)
        {
            throw new CalcFault("dr", $"{depletion} is above taw, {total} mm");
        }

        double readily = row.OptionalNumber("raw") ?? (row.Number("taw") * row.Number("p"));
        IrrigationNeed need = IrrigationNeed.Of(depletion, readily, row.OptionalNumber("efficiency") ?? 1);
        return new CalcResult
        {
            { "due", need.NetMm > 0 },
            { "irrigation_need", need.NetMm },
            { "gross_need", need.GrossMm },
            { "m3_per_rai", need.GrossCubicMetresPerRai },
            { "m3", need.GrossCubicMetresPerRai * (row.OptionalNumber("area-rai") ?? 1) },
        };
    }
}

using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Cloud.Commands.Calc.Air;

/// <summary><c>calc heat-index</c>: how hot the air feels.</summary>
internal sealed class HeatIndexCalculation : Calculation
{
    private static readonly ClassScale[] Scales = [HeatClasses.TmdUntil2023, HeatClasses.Steps27334252];

    public override string Name => "heat-index";

    public override string Summary => "heat index in °C, and its class by the limits named";

    public override string Source =>
        "US National Weather Service (Rothfusz with both adjustments, Steadman's simple value in cooler air); classes of the Thai " +
        "Meteorological Department in use to 2023, or limits 27, 33, 42, 52 °C that no agency has confirmed";

    public override IReadOnlyList<CalcInput> Inputs { get; } =
    [
        AirInputs.Temperature(),
        AirInputs.Humidity(),
        new("classes", string.Empty, $"the limits of the classes, {Scales[0].Name} when left out")
        {
            Words = [.. Scales.Select(s => s.Name)],
            IsOptional = true,
            IsSetting = true,
        },
    ];

    public override IReadOnlyList<string> Results(CalcRow settings) => ["heatIndex", "class", "classes"];

    public override CalcResult Compute(CalcRow row)
    {
        double index = HeatIndex.Of(row.Number("t"), row.Number("rh"))!.Value;
        ClassScale scale = Scales.First(s => s.Name == (row.OptionalText("classes") ?? Scales[0].Name));
        return new CalcResult { { "heatIndex", index }, { "class", PlainWords.Of(scale.ClassOf(index)) }, { "classes", scale.Name } };
    }
}

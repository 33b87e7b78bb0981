using EnviAgriNet.Core.Crops;

namespace EnviAgriNet.Cloud.Commands.Calc.Crops;

/// <summary><c>calc awd</c>: whether a paddy under alternate wetting and drying is to be flooded.</summary>
internal sealed class AwdCalculation : Calculation
{
    private static readonly PaddyWaterRule Rule = new();

    public override string Name => "awd";

    public override string Summary =>
        "whether to flood a paddy under alternate wetting and drying, and to which depth in cm; the field stays flooded in the first one "
        + "to two weeks and around flowering";

    public override string Source => "IRRI, safe alternate wetting and drying (15 cm below the soil)";

    public override IReadOnlyList<CalcInput> Inputs { get; } =
    [
        new("depth-cm", "cm", "water in the field tube from the soil surface, -100 to 100, negative below it")
        {
            Min = -100,
            Max = 100,
            ColumnOption = "column",
            Spellings = ["depth_cm"],
        },
        new("stage", "", "the stage of the rice, default vegetative")
        {
            IsOptional = true,
            Words = ["establishment", "vegetative", "flowering", "ripening"],
        },
        new("threshold-cm", "cm", "how far below the soil the water may sink, 5 to 30, default 15")
        {
            Min = 5,
            Max = 30,
            IsOptional = true,
            IsSetting = true,
        },
    ];

    public override IReadOnlyList<string> Results(CalcRow settings) => ["irrigate", "flood_to_cm"];

    public override CalcResult Compute(CalcRow row)
    {
        PaddyStage stage = Enum.Parse<PaddyStage>(row.OptionalText("stage") ?? "vegetative", ignoreCase: true);
        PaddyWaterRule rule = Rule with { DepthCm = row.OptionalNumber("threshold-cm") ?? Rule.DepthCm };
        bool isDue = rule.IsIrrigationDue(row.Number("depth-cm"), stage);
        return new CalcResult { { "irrigate", isDue }, { "flood_to_cm", isDue ? rule.RefloodCm : null } };
    }
}

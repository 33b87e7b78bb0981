using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Cloud.Commands.Calc.Water;

/// <summary><c>calc wqi-class</c>: the class of a water quality index someone else computed.</summary>
internal sealed class WqiClassCalculation : Calculation
{
    public override string Name => "wqi-class";

    public override string Summary => "class of a given water quality index: very good, good, fair, poor, very poor";

    public override string Source =>
        "Pollution Control Department: from 91, 71, 61, 31 and 0. The index itself is not computed: its scores could not be confirmed";

    public override IReadOnlyList<CalcInput> Inputs { get; } =
        [new("wqi", string.Empty, "the index, 0 to 100") { Min = 0, Max = 100, ColumnOption = "column" }];

    public override IReadOnlyList<string> Results(CalcRow settings) => ["class"];

    public override CalcResult Compute(CalcRow row) =>
        new() { { "class", PlainWords.Of(WaterQualityIndex.ClassOf(row.Number("wqi"))) } };
}

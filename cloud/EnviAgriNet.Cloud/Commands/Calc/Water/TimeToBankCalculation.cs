using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Cloud.Commands.Calc.Water;

/// <summary><c>calc time-to-bank</c>: when a rising river would reach its bank.</summary>
internal sealed class TimeToBankCalculation : Calculation
{
    public override string Name => "time-to-bank";

    public override string Summary => "hours until a river reaches its bank if it goes on rising; 0 once it is there, null while it does not rise";

    public override string Source => "a straight line through the present rise; no agency's rule";

    public override IReadOnlyList<CalcInput> Inputs { get; } =
    [
        new("level", "m", "water level") { ColumnOption = "column" },
        new("bank", "m", "the lower bank, same datum"),
        new("rise", "m/h", "the rise per hour, negative when it falls"),
    ];

    public override IReadOnlyList<string> Results(CalcRow settings) => ["hoursToBank"];

    public override CalcResult Compute(CalcRow row) =>
        new() { { "hoursToBank", RiverRise.HoursToBank(row.Number("level"), row.Number("bank"), row.Number("rise")) } };
}

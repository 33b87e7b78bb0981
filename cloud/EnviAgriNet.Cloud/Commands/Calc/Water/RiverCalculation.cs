using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Cloud.Commands.Calc.Water;

/// <summary><c>calc river</c>: how full a river stands between its bed and its bank.</summary>
internal sealed class RiverCalculation : Calculation
{
    public override string Name => "river";

    public override string Summary =>
        "how full a river stands: percent of the way from bed to bank, situation 1 (critically low) to 5 (over the bank), metres to the bank";

    public override string Source => "ThaiWater's storage percentage and situation levels";

    public override IReadOnlyList<CalcInput> Inputs { get; } =
    [
        new("level", "m", "water level") { ColumnOption = "column" },
        new("bank", "m", "the lower bank, same datum"),
        new("ground", "m", "the river bed, same datum"),
    ];

    public override IReadOnlyList<string> Results(CalcRow settings) => ["percent", "situation", "difference", "overBank"];

    public override CalcResult Compute(CalcRow row)
    {
        double level = row.Number("level");
        double bank = row.Number("bank");
        double ground = row.Number("ground");
        return RiverBank.Of(level, bank, ground) is { } river
            ? new CalcResult
            {
                { "percent", river.Percent },
                { "situation", river.Situation },
                { "difference", river.Difference },
                { "overBank", river.IsOverBank },
            }
            : new CalcResult { { "percent", (double?)null } };
    }
}

using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Cloud.Commands.Calc.Water;

/// <summary><c>calc irrigation-water</c>: how far water restricts its use on fields.</summary>
internal sealed class IrrigationWaterCalculation : Calculation
{
    private const double ValueMax = 1e6;

    private static readonly (CalcInput Input, Func<double, UseRestriction?> By)[] Parameters =
    [
        (Of("ec", "dS/m", "electrical conductivity", "ecw"), IrrigationWater.ByConductivity),
        (Of("tds", "mg/L", "total dissolved solids"), IrrigationWater.BySolids),
        (Of("sar", string.Empty, "sodium adsorption ratio, for surface irrigation"), IrrigationWater.BySodium),
        (Of("cl", "me/L", "chloride, for surface irrigation", "chloride"), IrrigationWater.ByChloride),
        (Of("b", "mg/L", "boron", "boron"), IrrigationWater.ByBoron),
        (Of("no3", "mg/L", "nitrate as nitrogen", "no3n", "no3-n", "nitrate"), IrrigationWater.ByNitrate),
        (Of("hco3", "me/L", "bicarbonate, for sprinklers", "bicarbonate"), IrrigationWater.ByBicarbonate),
    ];

    public override string Name => "irrigation-water";

    public override string Summary =>
        "restriction on the use of water for irrigation (none, slight to moderate, severe): the worst of all parameters given, which " +
        "decided it, each one's own, infiltration when both ec and sar are given, and whether pH is in its normal range";

    public override string Source => "FAO Irrigation and Drainage Paper 29, table 1 (Ayers and Westcot 1985)";

    public override IReadOnlyList<CalcInput> Inputs { get; } =
        [.. Parameters.Select(p => p.Input), Of("ph", string.Empty, "pH", "water_ph") with { Max = 14 }];

    public override IReadOnlyList<string> Results(CalcRow settings) =>
        ["class", "decidedBy", .. Parameters.Select(p => p.Input.Name + "Class"), "infiltrationClass", "phNormal"];

    public override CalcResult Compute(CalcRow row)
    {
        List<(string Name, UseRestriction? Restriction)> judged =
            [.. Parameters.Select(p => (p.Input.Name, row.OptionalNumber(p.Input.Name) is { } value ? p.By(value) : null))];
        judged.Add(("infiltration", Infiltration(row)));
        bool? isPhNormal = row.OptionalNumber("ph") is { } ph ? IrrigationWater.IsAcidityNormal(ph) : null;
        if (isPhNormal is null && judged.TrueForAll(j => j.Restriction is null))
        {
            throw new CalcFault("ec", $"is missing, and so are {string.Join(", ", Inputs.Skip(1).Select(i => i.Name))}");
        }

        UseRestriction? worst = judged.Max(j => j.Restriction);
        CalcResult result = new()
        {
            { "class", Words(worst) },
            { "decidedBy", worst > UseRestriction.None ? string.Join(' ', judged.Where(j => j.Restriction == worst).Select(j => j.Name)) : null },
        };
        foreach ((string name, UseRestriction? restriction) in judged)
        {
            result.Add(name + "Class", Words(restriction));
        }

        result.Add("phNormal", isPhNormal);
        return result;
    }

    private static UseRestriction? Infiltration(CalcRow row) =>
        row.OptionalNumber("sar") is { } sar && row.OptionalNumber("ec") is { } ec ? IrrigationWater.ByInfiltration(sar, ec) : null;

    private static string? Words(UseRestriction? restriction) => restriction is { } known ? PlainWords.Of(known) : null;

    private static CalcInput Of(string name, string unit, string description, params string[] spellings) =>
        new(name, unit, description) { Min = 0, Max = ValueMax, IsOptional = true, Spellings = spellings };
}

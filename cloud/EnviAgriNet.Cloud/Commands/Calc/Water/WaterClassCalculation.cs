using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Cloud.Commands.Calc.Water;

/// <summary><c>calc water-class</c>: the class of a river's water.</summary>
internal sealed class WaterClassCalculation : Calculation
{
    private const double ConcentrationMax = 1e9;

    private static readonly (CalcInput Input, WaterParameter Parameter)[] Parameters =
    [
        (Of("do", "mg/L", "dissolved oxygen", "dissolved_oxygen", "oxygen"), WaterParameter.DissolvedOxygen),
        (Of("bod", "mg/L", "biochemical oxygen demand", "bod5"), WaterParameter.OxygenDemand),
        (Of("tcb", "MPN/100 mL", "total coliform bacteria", "total_coliform"), WaterParameter.TotalColiform),
        (Of("fcb", "MPN/100 mL", "faecal coliform bacteria", "faecal_coliform", "fecal_coliform"), WaterParameter.FaecalColiform),
        (Of("ph", string.Empty, "pH", "water_ph") with { Max = 14 }, WaterParameter.Acidity),
        (Of("no3", "mg/L", "nitrate as nitrogen", "no3n", "no3-n", "nitrate"), WaterParameter.Nitrate),
        (Of("nh3", "mg/L", "ammonia as nitrogen", "nh3n", "nh3-n", "ammonia"), WaterParameter.Ammonia),
        (Of("pb", "mg/L", "lead", "lead"), WaterParameter.Lead),
        (Of("hg", "mg/L", "mercury", "mercury"), WaterParameter.Mercury),
        (Of("as", "mg/L", "arsenic", "arsenic"), WaterParameter.Arsenic),
        (Of("cd", "mg/L", "cadmium", "cadmium"), WaterParameter.Cadmium),
        (Of("hardness", "mg/L", "hardness as CaCO3, which decides how much cadmium is allowed"), WaterParameter.Hardness),
    ];

    public override string Name => "water-class";

    public override string Summary =>
        "class 2 to 5 of surface water by whatever was measured (at least one), what decided it, and how many parameters were judged; " +
        "class 1 is water in its natural state and is not told by numbers";

    public override string Source => "Thai surface water standard (wepa-db.net)";

    public override IReadOnlyList<CalcInput> Inputs { get; } = [.. Parameters.Select(p => p.Input)];

    public override IReadOnlyList<string> Results(CalcRow settings) => ["class", "decidedBy", "judged"];

    public override CalcResult Compute(CalcRow row)
    {
        Dictionary<WaterParameter, double> values = [];
        foreach ((CalcInput input, WaterParameter parameter) in Parameters)
        {
            if (row.OptionalNumber(input.Name) is { } value)
            {
                values[parameter] = value;
            }
        }

        return SurfaceWater.Judge(values) is { } judged
            ? new CalcResult
            {
                { "class", judged.Class },
                { "decidedBy", string.Join(' ', judged.DecidedBy.Select(NameOf)) },
                { "judged", judged.Classes.Count },
            }
            : throw new CalcFault("do", $"is missing, and so are {string.Join(", ", Parameters[1..^1].Select(p => p.Input.Name))}");
    }

    private static string NameOf(WaterParameter parameter) => Parameters.First(p => p.Parameter == parameter).Input.Name;

    private static CalcInput Of(string name, string unit, string description, params string[] spellings) =>
        new(name, unit, description) { Min = 0, Max = ConcentrationMax, IsOptional = true, Spellings = spellings };
}

using EnviAgriNet.Core.Crops;

namespace EnviAgriNet.Cloud.Commands.Calc.Crops;

/// <summary><c>calc gdd</c>: growing degree days of a day, and their sum over the rows of a file.</summary>
internal sealed class GddCalculation : Calculation
{
    public override string Name => "gdd";

    public override string Summary =>
        "growing degree days gdd of a day in °C·day, over a file also their sum in cumulative (rows with an error add nothing)";

    public override string Source => "McMaster and Wilhelm 1997 (methods 1 and 2); Baskerville and Emin 1969 (be)";

    public override IReadOnlyList<CalcInput> Inputs { get; } =
    [
        new("tmin", "°C", "smallest air temperature of the day; °F throughout gives °F·day") { Min = -100, Max = 150 },
        new("tmax", "°C", "largest air temperature of the day, not below tmin") { Min = -100, Max = 150 },
        new("base", "°C", "temperature from which the plant grows, such as 10 for maize and rice") { Min = -50, Max = 150 },
        WeatherInputs.Optional("upper", "°C", "temperature from which more heat adds nothing, above base") with { Min = -50, Max = 150 },
        WeatherInputs.Optional("lower", "°C", "a lower tmin is raised to it; method cutoff only") with { Min = -50, Max = 150 },
        new("method", "", "1 the mean is limited (default), 2 both extremes are, be the day is a sine, cutoff as 1 with limits on tmin and tmax")
        {
            IsOptional = true,
            Words = ["1", "2", "be", "cutoff"],
        },
    ];

    public override IReadOnlyList<string> Results(CalcRow settings) => ["gdd", "cumulative"];

    public override CalcResult Compute(CalcRow row) => new() { { "gdd", DayOf(row) } };

    public override IEnumerable<CalcResult> ComputeAll(CalcRow settings, IEnumerable<CalcRow> rows)
    {
        double sum = 0;
        foreach (CalcRow row in rows)
        {
            CalcResult result;
            try
            {
                row.RequireReadable();
                double day = DayOf(row);
                sum += day;
                result = new CalcResult { { "gdd", day }, { "cumulative", sum } };
            }
            catch (CalcFault fault)
            {
                result = CalcResult.Fault(fault.Message);
            }

            yield return result;
        }
    }

    private static double DayOf(CalcRow row)
    {
        double tMin = row.Number("tmin");
        double tMax = row.Number("tmax");
        double from = row.Number("base");
        double? upper = row.OptionalNumber("upper");
        double? lower = row.OptionalNumber("lower");
        string method = row.OptionalText("method") ?? "1";
        if (tMax < tMin)
        {
            throw new CalcFault("tmax", $"must not be below tmin ({tMax} < {tMin})");
        }

        if (upper <= from || upper < lower)
        {
            throw new CalcFault("upper", $"must be above base and lower, not {upper}");
        }

        if (lower is not null && method != "cutoff")
        {
            throw new CalcFault("lower", "belongs to --method cutoff");
        }

        return method switch
        {
            "2" => GrowingDegreeDays.Method2(tMin, tMax, from, upper),
            "be" => GrowingDegreeDays.BaskervilleEmin(tMin, tMax, from, upper),
            "cutoff" => GrowingDegreeDays.WithCutoffs(tMin, tMax, from, lower, upper),
            _ => GrowingDegreeDays.Method1(tMin, tMax, from, upper),
        } ?? throw new CalcFault("tmin", "gives no degree days with these limits");
    }
}

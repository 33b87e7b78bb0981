using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Cloud.Commands.Calc.Water;

/// <summary><c>calc rain-class</c>: the class of the rain of 24 hours.</summary>
internal sealed class RainClassCalculation : Calculation
{
    private const double RainMax = 3000;

    public override string Name => "rain-class";

    public override string Summary =>
        "class of the rain of 24 h (07:00 to 07:00): none, trace, light, moderate, heavy, very heavy, and its rank from 0 to 5";

    public override string Source =>
        "Thai Meteorological Department: trace below 0.1, light to 10.0, moderate to 35.0, heavy to 90.0, very heavy from 90.1 mm; " +
        "between two printed ends the lower class holds";

    public override IReadOnlyList<CalcInput> Inputs { get; } =
    [
        new("mm", "mm", "rain of 24 h")
        {
            Min = 0,
            Max = RainMax,
            ColumnOption = "column",
            Spellings = ["rain", "rainfall", "rain_24h", "precip", "precipitation"],
        },
    ];

    public override IReadOnlyList<string> Results(CalcRow settings) => ["class", "rank"];

    public override CalcResult Compute(CalcRow row)
    {
        RainClass rain = RainAmount.ClassOf(row.Number("mm"))!.Value;
        return new CalcResult { { "class", PlainWords.Of(rain) }, { "rank", (int)rain } };
    }
}

using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Cloud.Commands.Calc.Air;

/// <summary><c>calc aqi</c>: the index of one pollutant by a published table.</summary>
internal sealed class AqiCalculation : Calculation
{
    /// <summary>How Air4Thai marks a value that is missing; its answer then has no index and colour 0.</summary>
    private static readonly double[] MarksOfMissing = [-1, -999];

    private static readonly string[] UsCategories =
        ["Good", "Moderate", "Unhealthy for Sensitive Groups", "Unhealthy", "Very Unhealthy", "Hazardous"];

    public override string Name => "aqi";

    public override string Summary =>
        "air quality index of one pollutant with its category, the Thai colour 1 (blue) to 5 (red), the unit the table takes, and " +
        "whether the number lies beyond the confirmed scale (above 200 in th-2023, above 500 in us-2024). Ozone is ppb in the Thai " +
        "tables and ppm in us-2024; --unit converts";

    public override string Source =>
        "PCD tables of 2023 and 2018; US EPA EPA-454/B-24-002 (2024). The Thai index is rounded; the US one cuts the concentration first";

    public override IReadOnlyList<CalcInput> Inputs { get; } =
    [
        new("table", string.Empty, "the table, th-2023 when left out")
        {
            Words = [AqiTables.Th2023, AqiTables.Th2018, AqiTables.Us2024],
            IsOptional = true,
        },
        new("pollutant", string.Empty, $"the pollutant with its averaging time: {AqiTables.Names}"),
        new("value", string.Empty, "the mean concentration in the unit of the table, or in --unit")
        {
            ColumnOption = "column",
            Spellings = ["concentration"],
        },
        new("unit", string.Empty, "the unit of the value if it is not that of the table")
        {
            Words = ["ug/m3", "ppb", "ppm"],
            IsOptional = true,
            IsSetting = true,
        },
        new("so2-day", "ppb", "mean of 24 h beside so2-1h of us-2024, which from 305 ppb on needs both")
        {
            Min = 0,
            IsOptional = true,
        },
    ];

    public override IReadOnlyList<string> Results(CalcRow settings) =>
        settings.OptionalText("table") == AqiTables.Us2024
            ? ["aqi", "category", "beyondScale", "unit"]
            : ["aqi", "category", "color", "beyondScale", "unit"];

    public override CalcResult Compute(CalcRow row)
    {
        string table = row.OptionalText("table") ?? AqiTables.Th2023;
        AqiPollutant pollutant = AqiTables.Find(table, row.Text("pollutant"));
        double value = row.Number("value");
        string unit = pollutant.Unit(table);
        if (table != AqiTables.Us2024 && MarksOfMissing.Contains(value))
        {
            return new CalcResult { { "aqi", (int?)null }, { "category", "no data" }, { "color", 0 }, { "beyondScale", false }, { "unit", unit } };
        }

        value = Converted(value, row.OptionalText("unit"), unit);
        if (value > pollutant.Max(table))
        {
            throw new CalcFault("value", FormattableString.Invariant(
                $"{value} {unit} is above {pollutant.Max(table)} {unit}, the most that is believed; is it in another --unit?"));
        }

        return table == AqiTables.Us2024
            ? OfUs(pollutant, value, row.OptionalNumber("so2-day"))
            : OfThai(AqiTables.Thai(table), pollutant, value);
    }

    private static CalcResult OfThai(ThaiAqiTable table, AqiPollutant pollutant, double value) =>
        table.ValueOf(pollutant.Th!.Value, value) is { } aqi
            ? new CalcResult
            {
                { "aqi", aqi.Number },
                { "category", PlainWords.Of(aqi.Class) },
                { "color", (int)aqi.Class },
                { "beyondScale", aqi.IsBeyondScale },
                { "unit", pollutant.ThUnit },
            }
            : throw Outside(pollutant, value, pollutant.ThUnit);

    private static CalcResult OfUs(AqiPollutant pollutant, double value, double? so2Day)
    {
        UsAqiValue? index = pollutant.Us == UsPollutant.So2Over1Hour
            ? UsAqiTable.So2(value, so2Day)
            : UsAqiTable.ValueOf(pollutant.Us, value);
        return index is { } aqi
            ? new CalcResult
            {
                { "aqi", aqi.Number },
                { "category", UsCategories[(int)aqi.Category] },
                { "beyondScale", aqi.IsBeyondScale },
                { "unit", pollutant.UsUnit },
            }
            : throw Outside(pollutant, value, pollutant.UsUnit);
    }

    private static CalcFault Outside(AqiPollutant pollutant, double value, string unit)
    {
        (double from, double? to) = UsAqiTable.Limits(pollutant.Us);
        string limit = value < 0 ? FormattableString.Invariant($"is not 0 {unit} or more")
            : value > to ? FormattableString.Invariant($"has no index above {to} {unit} as a mean of 8 h; take the mean of 1 h")
            : FormattableString.Invariant($"has no index below {from} {unit} with this averaging time; take the other one");
        return new CalcFault("value", FormattableString.Invariant($"{value} {unit} of {pollutant.Name} {limit}"));
    }

    /// <summary>Between ppb and ppm only: mass and volume differ by gas and temperature, so that is left to who measured.</summary>
    private static double Converted(double value, string? from, string to) => (from, to) switch
    {
        (null, _) => value,
        _ when from == to => value,
        ("ppb", "ppm") => value / 1000,
        ("ppm", "ppb") => value * 1000,
        _ => throw new CalcFault("unit", $"{from} cannot become {to}, the unit of this table"),
    };
}

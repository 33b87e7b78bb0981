using EnviAgriNet.Core.Crops;

namespace EnviAgriNet.Cloud.Commands.Calc.Crops;

/// <summary><c>calc kc</c>: stage and coefficients of a crop on a day of its season.</summary>
internal sealed class KcCalculation : Calculation
{
    public override string Name => "kc";

    public override string Summary =>
        "stage, single coefficient kc and basal coefficient kcb of a crop on a day of its season; with u2 and rhmin adjusted to a climate";

    public override string Source => "FAO-56 Tables 11, 12, 17 and Eq. 62, 65, 66, 70; durian, mango, longan and mangosteen are not in FAO-56";

    public override IReadOnlyList<CalcInput> Inputs { get; } =
    [
        .. CropFile.Inputs,
        WeatherInputs.Optional("day", "days", "the number i of the day in Eq. 66, 0 to 10000") with { Min = 0, Max = 10_000 },
        WeatherInputs.Optional("date", "", "the day as a date, with planting, where day is not given"),
        new("planting", "", "the date of planting, which is day 0") { IsOptional = true, IsSetting = true },
        WeatherInputs.Optional("u2", "m/s", "mean wind at 2 m in the stage, counts within 1 to 6; needs rhmin") with { Min = 0, Max = 60 },
        WeatherInputs.Optional("rhmin", "%", "mean smallest humidity in the stage, counts within 20 to 80; needs u2") with { Min = 0, Max = 100 },
    ];

    public override IReadOnlyList<string> Results(CalcRow settings)
    {
        _ = CropFile.CropOf(settings);
        return ["stage", "kc", "kcb"];
    }

    public override CalcResult Compute(CalcRow row) => Compute(row, CropFile.CropOf(row));

    public override IEnumerable<CalcResult> ComputeAll(CalcRow settings, IEnumerable<CalcRow> rows)
    {
        Crop crop = CropFile.CropOf(settings);
        return rows.Select(row =>
        {
            try
            {
                row.RequireReadable();
                return Compute(row, crop);
            }
            catch (CalcFault fault)
            {
                return CalcResult.Fault(fault.Message);
            }
        });
    }

    /// <summary>A stage as a word.</summary>
    internal static string Word(CropStage stage) => stage switch
    {
        CropStage.Initial => "initial",
        CropStage.Development => "development",
        CropStage.Mid => "mid",
        CropStage.Late => "late",
        _ => "ended",
    };

    /// <summary>Coefficients adjusted to a climate where the row gives one: both wind and humidity, or neither.</summary>
    internal static CropCoefficients Adjusted(CalcRow row, CropCoefficients kc, Crop crop, string wind, string humidity) =>
        (row.OptionalNumber(wind), row.OptionalNumber(humidity)) switch
        {
            (null, null) => kc,
            (null, _) => throw new CalcFault(wind, $"is missing: the adjustment needs {wind} and {humidity}"),
            (_, null) => throw new CalcFault(humidity, $"is missing: the adjustment needs {wind} and {humidity}"),
            ({ } speed, { } percent) => new(
                kc.Ini,
                ClimateAdjustment.Mid(kc.Mid, speed, percent, crop.HeightMax),
                ClimateAdjustment.End(kc.End, speed, percent, crop.HeightMax)),
        };

    private static CalcResult Compute(CalcRow row, Crop crop)
    {
        if (crop.Stages.Count == 0)
        {
            throw new CalcFault("stages", $"are missing: FAO-56 has no stage lengths of {crop.Code}");
        }

        int day = row.OptionalWhole("day") ?? DayOf(row);
        StageLengths stages = crop.Stages[0];
        return new CalcResult
        {
            { "stage", Word(stages.StageAt(day)) },
            { "kc", crop.Kc is { } kc ? stages.CoefficientAt(Adjusted(row, kc, crop, "u2", "rhmin"), day) : null },
            { "kcb", crop.Kcb is { } kcb ? stages.CoefficientAt(Adjusted(row, kcb, crop, "u2", "rhmin"), day) : null },
        };
    }

    private static int DayOf(CalcRow row)
    {
        DateOnly date = row.OptionalDateOrOrdinal("date") ?? throw new CalcFault("day", "is missing (or date with planting)");
        int day = date.DayNumber - row.DateOrOrdinal("planting").DayNumber;
        return day >= 0 ? day : throw new CalcFault("date", "is before planting");
    }
}

using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Cloud.Commands.Calc.Air;

/// <summary><c>calc purpleair</c>: PM2.5 of a PurpleAir monitor, corrected for humidity.</summary>
internal sealed class PurpleAirCalculation : Calculation
{
    private const string Cf1 = "cf1";
    private const string Atm = "atm";

    public override string Name => "purpleair";

    public override string Summary => "PM2.5 in ug/m3 of a PurpleAir monitor corrected for humidity, from both sensors or their mean";

    public override string Source =>
        "US EPA: cf1 the correction of 2021 (weewx-purple), atm that of October 2021 for the AirNow Fire and Smoke Map";

    public override IReadOnlyList<CalcInput> Inputs { get; } =
    [
        new("channel", string.Empty, "the channel of the monitor: cf1 (cf_1) or atm, cf1 when left out") { IsOptional = true, IsSetting = true },
        new("pm", "ug/m3", "mean of both sensors")
        {
            Min = 0,
            IsOptional = true,
            ColumnOption = "column",
            Spellings = ["pm25", "pm2.5", "pa"],
        },
        new("a", "ug/m3", "sensor A, instead of the mean") { Min = 0, IsOptional = true, Spellings = ["pm25_a", "pm2.5_a"] },
        new("b", "ug/m3", "sensor B, instead of the mean") { Min = 0, IsOptional = true, Spellings = ["pm25_b", "pm2.5_b"] },
        AirInputs.Humidity(),
    ];

    public override IReadOnlyList<string> Results(CalcRow settings) => ["corrected", "channel"];

    public override CalcResult Compute(CalcRow row)
    {
        string channel = Channel(row.OptionalText("channel") ?? Cf1);
        double humidity = row.Number("rh");
        double mean = row.OptionalNumber("pm") ?? (row.Has("a") || row.Has("b")
            ? (row.Number("a") + row.Number("b")) / 2
            : throw new CalcFault("pm", "is missing, and so are a and b"));
        return new CalcResult
        {
            { "corrected", channel == Cf1 ? PurpleAir.CorrectCf1(mean, humidity) : PurpleAir.CorrectAtm(mean, humidity) },
            { "channel", channel },
        };
    }

    private static string Channel(string text) =>
        text.ToLowerInvariant().Replace("_", "").Replace("-", "").Replace("=", "") switch
        {
            Cf1 => Cf1,
            Atm or "cfatm" => Atm,
            _ => throw new CalcFault("channel", $"'{text}' is none of {Cf1}, {Atm}"),
        };
}

using System.Globalization;
using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Cloud.Commands.Calc.Air;

/// <summary><c>calc nowcast</c>: NowCast of hours given in the call, or rolling over the rows of a file.</summary>
internal sealed class NowCastCalculation : Calculation
{
    private static readonly string[] Missing = ["", "na", "nan", "null", "none", "-", "–", "--"];

    public override string Name => "nowcast";

    public override string Summary =>
        "NowCast of PM from the last 12 hourly means, cut off after 0.1; null unless two of the newest three hours are there. " +
        "With a file, for each row from that and the 11 hours before: by its column of time, or a row an hour";

    public override string Source => "US EPA NowCast for PM, as in USEPA/sensortoolkit; cut off, not rounded";

    public override IReadOnlyList<CalcInput> Inputs { get; } =
    [
        new("values", "ug/m3", "hourly means with commas between, oldest first, nothing where missing") { IsSetting = true, IsOptional = true },
        new("value", "ug/m3", "the hourly means in a file")
        {
            IsColumnOnly = true,
            ColumnOption = "column",
            Spellings = ["pm25", "pm2.5", "pm10", "concentration"],
        },
        new("time", string.Empty, "the hour of a row")
        {
            IsColumnOnly = true,
            IsOptional = true,
            Spellings = ["timestamp", "datetime", "date_time"],
        },
    ];

    public override IReadOnlyList<string> Results(CalcRow settings) => ["nowcast"];

    public override CalcResult Compute(CalcRow row) => Result([.. row.Text("values").Split(',', ';').Select(Hour)]);

    public override IEnumerable<CalcResult> ComputeAll(CalcRow settings, IEnumerable<CalcRow> rows)
    {
        LastHours hours = new();
        foreach (CalcRow row in rows)
        {
            yield return OfRow(row, hours);
        }
    }

    private static CalcResult OfRow(CalcRow row, LastHours hours)
    {
        long hour;
        try
        {
            row.RequireReadable();
            hour = row.OptionalTime("time") is { } time ? hours.At(time) : hours.Next;
        }
        catch (CalcFault fault)
        {
            hours.Skip();
            return CalcResult.Fault(fault.Message);
        }

        try
        {
            hours.Add(hour, row.OptionalNumber("value"));
            return Result(hours.OldestFirst());
        }
        catch (CalcFault fault)
        {
            hours.Add(hour, null);
            return CalcResult.Fault(fault.Message);
        }
    }

    private static CalcResult Result(IReadOnlyList<double?> oldestFirst) => new() { { "nowcast", NowCast.Of(oldestFirst) } };

    private static double? Hour(string text)
    {
        string trimmed = text.Trim();
        if (Missing.Contains(trimmed.ToLowerInvariant()))
        {
            return null;
        }

        return double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw new CalcFault("values", $"'{trimmed}' is not a number");
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Cloud.Commands.Calc.Water;

/// <summary><c>calc spi</c>: how unusual the rain of the last months is.</summary>
internal sealed partial class SpiCalculation : Calculation
{
    /// <summary>
    /// Fewer than the 30 years that the WMO asks for are taken, since a person sees how many there were beside each result.
    /// </summary>
    private const int YearsMin = 4;

    private const double RainMax = 20_000;

    public override string Name => "spi";

    public override string Summary =>
        "standardized precipitation index, -3.09 to 3.09, of each month of a file with monthly rain, with its sum in mm, its class, " +
        "the gamma fit of its calendar month (alpha, beta in mm, share of dry years, years), and the reason where there is no index. " +
        "Rows are months one after the other, or dated by a column date (2026-04), or year and month; a month left out is missing";

    public override string Source =>
        "McKee et al. 1993 by the algorithm of climate_indices: Thom's gamma fit per calendar month; classes of WMO-No. 1090, which " +
        "asks for 30 years";

    public override IReadOnlyList<CalcInput> Inputs { get; } =
    [
        new("precip", "mm", "the rain of a month")
        {
            Min = 0,
            Max = RainMax,
            IsColumnOnly = true,
            ColumnOption = "column",
            Spellings = ["precipitation", "rain", "rainfall", "prcp", "pr", "mm"],
        },
        new("date", string.Empty, "the month of a row")
        {
            IsColumnOnly = true,
            IsOptional = true,
            Spellings = ["time", "timestamp", "datetime", "year_month", "yearmonth", "ym"],
        },
        new("year", string.Empty, "the year of a row, beside month") { Min = 1, Max = 9999, IsColumnOnly = true, IsOptional = true },
        new("month", string.Empty, "the month of a row, beside year") { Min = 1, Max = 12, IsColumnOnly = true, IsOptional = true },
        new("scale", "months", "how many months one sum has, 1 when left out")
        {
            Min = 1,
            Max = SpiOptions.ScaleMax,
            IsOptional = true,
            IsSetting = true,
        },
        new("calibrate", string.Empty, "the years that say what is usual, such as 1981-2010; all of the file when left out")
        {
            IsOptional = true,
            IsSetting = true,
        },
        new("start", string.Empty, "the month of the first row, such as 1981-01, of a file without dates; January when left out")
        {
            IsOptional = true,
            IsSetting = true,
        },
        new("min-years", "years", "how many years a calendar month needs, 4 when left out")
        {
            Min = RainFit.WetYearsMin,
            Max = 1000,
            IsOptional = true,
            IsSetting = true,
        },
    ];

    public override bool IsSingle => false;

    public override IReadOnlyList<string> Results(CalcRow settings) =>
        ["spi", "sum", "class", "alpha", "beta", "dryShare", "years", "reason"];

    public override CalcResult Compute(CalcRow row) => throw new InvalidOperationException("An index needs the other years");

    public override IEnumerable<CalcResult> ComputeAll(CalcRow settings, IEnumerable<CalcRow> rows)
    {
        SpiOptions options = Options(settings);
        DateOnly? start = MonthlySeries.OptionalMonth(settings, "start");
        MonthlySeries series = new(start);
        foreach (CalcRow row in rows)
        {
            series.Add(row);
        }

        if (options.CalibrateFrom is not null && !series.IsDated)
        {
            throw new CalcFault("calibrate", "names years, and the file has no dates; give the month of its first row by --start 1981-01");
        }

        StandardizedPrecipitation result = StandardizedPrecipitation.Of(series.Rain(), series.FirstYear, series.FirstMonth, options);
        return series.Rows.Select(row => row.Place is { } place ? ResultOf(result, series, place, row.Fault) : CalcResult.Fault(row.Fault!));
    }

    private static CalcResult ResultOf(StandardizedPrecipitation result, MonthlySeries series, int place, string? fault)
    {
        SpiValue value = result.Values[place];
        RainFit? fit = result.FitOf(series.MonthAt(place));
        return new CalcResult
        {
            { "spi", value.Index },
            { "sum", value.Sum },
            { "class", value.Index is { } index ? PlainWords.Of(StandardizedPrecipitation.Classes.ClassOf(index)) : null },
            { "alpha", fit?.Alpha },
            { "beta", fit?.Beta },
            { "dryShare", fit?.DryShare },
            { "years", fit?.Years },
            { "reason", value.Gap == SpiGap.None ? null : PlainWords.Of(value.Gap) },
        }.WithError(fault);
    }

    private static SpiOptions Options(CalcRow settings)
    {
        (int From, int To)? years = settings.OptionalText("calibrate") is { } text ? Years(text) : null;
        return new SpiOptions
        {
            Scale = settings.OptionalWhole("scale") ?? 1,
            CalibrateFrom = years?.From,
            CalibrateTo = years?.To,
            YearsMin = settings.OptionalWhole("min-years") ?? YearsMin,
        };
    }

    private static (int From, int To) Years(string text)
    {
        Match match = Span().Match(text);
        int from = match.Success ? int.Parse(match.Groups["from"].Value, CultureInfo.InvariantCulture) : 0;
        int to = match.Success ? int.Parse(match.Groups["to"].Value, CultureInfo.InvariantCulture) : 0;
        return match.Success && from <= to
            ? (from, to)
            : throw new CalcFault("calibrate", $"'{text}' is not a span of years such as 1981-2010");
    }

    /// <summary>Two years; months behind them, as in 1981-01..2010-12, are whole years anyway.</summary>
    [GeneratedRegex(@"^\s*(?<from>\d{4})(-01)?\s*(-|–|\.\.|:|/|,|to)\s*(?<to>\d{4})(-12)?\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Span();
}

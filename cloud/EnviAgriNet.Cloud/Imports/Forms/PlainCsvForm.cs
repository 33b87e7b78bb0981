using EnviAgriNet.Cloud.Imports.Reports;
using EnviAgriNet.Cloud.Imports.Texts;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Cloud.Imports.Forms;

/// <summary>Plain CSV with named columns, for everything that no other form fits.</summary>
internal static class PlainCsvForm
{
    /// <summary>Its name for <c>--format</c>.</summary>
    public const string Code = "csv";

    private const double RaiMax = 100_000_000;

    private static readonly string[] PriceColumns = ["date", "commodity", "price"];
    private static readonly string[] YieldColumns = ["crop", "region", "year", "planted_rai", "harvested_rai", "tons"];
    private static readonly string[] AreaColumns = ["crop", "region", "year", "planted_rai"];

    /// <summary>Reads the text.</summary>
    public static void Read(string text, ImportRun run)
    {
        switch (run.Topic)
        {
            case ImportTopic.Prices:
                CsvRows.Run(text, PriceColumns, run, ReadPrice);
                break;
            case ImportTopic.Rain:
                CsvRows.Run(text, ClimateBook.Columns, run, ReadRain);
                break;
            default:
                CsvRows.Run(text, run.Topic == ImportTopic.Areas ? AreaColumns : YieldColumns, run, ReadYield);
                break;
        }
    }

    private static void ReadPrice(CsvRow row, ImportRun run)
    {
        PriceKind kind = row.OptionalText("kind") is { Length: > 0 } kindText ? ToKind(kindText) : PriceKind.FarmGate;
        (DateOnly date, bool isMonth) = CsvDate.Read(row, run);
        Frequency frequency = row.OptionalText("frequency") is { Length: > 0 } word ? ToFrequency(word) : isMonth ? Frequency.Monthly : Frequency.Daily;
        if (PriceCell.Match(run, row.Required("commodity"), kind, new CellPlace(string.Empty, row.Line, "commodity")) is not { } match)
        {
            return;
        }

        PriceUnit unit = PriceUnit.BahtPerKg;
        if (row.OptionalText("unit") is { Length: > 0 } unitText && !PriceUnits.TryParse(unitText, out unit))
        {
            throw new RowException("unit", $"{ImportLog.Quote(unitText)} is no unit of price by weight, such as baht/kg, baht/ton or baht/100 kg");
        }

        string market = row.OptionalText("market") is { Length: > 0 } name ? CsvRows.Cut(name) : PriceSeries.WholeCountry;
        RegionId? region = row.OptionalText("region") is { Length: > 0 } ? row.Region("region").Province : null;
        string source = row.OptionalText("source") is { Length: > 0 } own && run.Source.Length == 0 ? CsvRows.Cut(own) : run.SourceOr("csv");
        string? grade = row.OptionalText("grade") is { Length: > 0 } given ? CsvRows.Cut(given) : match.Grade;
        PriceSeries series = new(match.Commodity.Code, market, region, kind, frequency, source, grade);
        PriceCell.Take(run, series, CsvDate.Align(date, frequency, row, run), CsvRows.NumberOrText(row.Optional("price")), unit, new CellPlace(string.Empty, row.Line, "price"));
    }

    private static void ReadRain(CsvRow row, ImportRun run)
    {
        int year = Year(row, run);
        double mm = row.Number("mm", 0, Registry.Limits.MonthRainMax) ?? throw new RowException("mm", "is empty; a month without a figure is left out of the file");
        run.SourceOr("csv");
        run.Add(
            new RainFigure(row.Region("region"), new CalendarMonth(year, row.Whole("month", 1, CalendarMonth.PerYear)), mm),
            new CellPlace(string.Empty, row.Line, string.Empty));
    }

    private static void ReadYield(CsvRow row, ImportRun run)
    {
        string cropText = row.Required("crop");
        (string crop, string season) = Crop(cropText) ?? throw new RowException("crop", $"{ImportLog.Quote(cropText)} is no crop that is known");
        season = row.OptionalText("season") switch
        {
            null or "" => season,
            YieldYear.InSeason or "นาปี" => YieldYear.InSeason,
            YieldYear.OffSeason or "นาปรัง" => YieldYear.OffSeason,
            var other => throw new RowException("season", $"{ImportLog.Quote(other)} is not {YieldYear.InSeason} or {YieldYear.OffSeason}"),
        };
        bool isAreas = run.Topic == ImportTopic.Areas;
        RegionId? region = row.Required("region") is PriceSeries.WholeCountry ? null : Region(row);
        double? harvested = !isAreas || row.OptionalText("harvested_rai") is not null ? row.Number("harvested_rai", 0, RaiMax) : null;
        YieldYear year = new(
            crop, season, region, Year(row, run), row.Number("planted_rai", 0, RaiMax), harvested, isAreas ? null : row.Number("tons", 0, RaiMax), run.SourceOr("csv"));
        if (year is { PlantedRai: null, HarvestedRai: null, Tons: null })
        {
            throw new RowException("planted_rai", "is empty, and so are all other figures");
        }

        if (year.HarvestedRai > year.PlantedRai * 1.001)
        {
            throw new RowException("harvested_rai", $"{year.HarvestedRai} is more than planted_rai {year.PlantedRai}");
        }

        run.Add(year, new CellPlace(string.Empty, row.Line, string.Empty));
    }

    private static (string Crop, string Season)? Crop(string text) =>
        Core.Crops.CropTable.TryFind(text, out _, out _) ? (text.ToLowerInvariant(), string.Empty) : CropTitle.Of(text);

    private static RegionId Region(CsvRow row)
    {
        string text = row.Required("region");
        return RegionId.TryParse(text, out RegionId id)
            ? id
            : ProvinceText.Find(text, out _) ?? throw new RowException("region", $"{ImportLog.Quote(text)} is no code and no province; '{PriceSeries.WholeCountry}' is the country");
    }

    private static int Year(CsvRow row, ImportRun run)
    {
        string text = row.Required("year");
        if (!ThaiCalendar.TryYear(text, out int year, out bool isBuddhist))
        {
            throw new RowException("year", $"{ImportLog.Quote(text)} is no year");
        }

        if (isBuddhist)
        {
            run.Log.Correct("a Buddhist year turned into a year of our era", $"row {row.Line}");
        }

        return year;
    }

    private static PriceKind ToKind(string text) => text.ToLowerInvariant() switch
    {
        "farmgate" or "farm-gate" or "farm gate" => PriceKind.FarmGate,
        "wholesale" => PriceKind.Wholesale,
        "retail" => PriceKind.Retail,
        "export" => PriceKind.Export,
        _ => throw new RowException("kind", $"{ImportLog.Quote(text)} is not farmgate, wholesale, retail or export"),
    };

    private static Frequency ToFrequency(string text) => Enum.TryParse(text, ignoreCase: true, out Frequency frequency) && Enum.IsDefined(frequency) && !char.IsDigit(text[0])
        ? frequency
        : throw new RowException("frequency", $"{ImportLog.Quote(text)} is not daily, weekly or monthly");
}

using System.Globalization;
using EnviAgriNet.Cloud.Imports.Reports;
using EnviAgriNet.Cloud.Imports.Texts;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Cloud.Imports.Forms;

/// <summary>Food prices of the World Food Programme: CSV with a second row of tags (<c>#date</c>), a flag, and prices of a month dated by its 15th.</summary>
internal static class WfpCsvForm
{
    /// <summary>Its name for <c>--format</c>.</summary>
    public const string Code = "wfp-csv";

    private static readonly string[] Columns = ["date", "market", "commodity", "unit", "pricetype", "currency", "price"];

    /// <summary>Whether a text has its headings.</summary>
    public static bool Fits(string text)
    {
        string head = text[..Math.Min(text.Length, 1_000)].Split('\n')[0];
        return head.Contains("pricetype", StringComparison.Ordinal) && head.Contains("currency", StringComparison.Ordinal);
    }

    /// <summary>Reads the text.</summary>
    public static void Read(string text, ImportRun run) => CsvRows.Run(text, Columns, run, ReadRow);

    private static void ReadRow(CsvRow row, ImportRun run)
    {
        string date = row.Required("date");
        if (date.StartsWith('#'))
        {
            run.Log.LeaveOut("the row of tags", $"row {row.Line}");
            return;
        }

        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            throw new RowException("date", $"{ImportLog.Quote(date)} is no date as 2020-01-15");
        }

        string currency = row.Required("currency");
        if (currency != "THB")
        {
            throw new RowException("currency", $"{ImportLog.Quote(currency)} is not THB");
        }

        if (row.OptionalText("priceflag") is { Length: > 0 } flag && flag.Contains("forecast", StringComparison.OrdinalIgnoreCase))
        {
            throw new RowException("priceflag", "the price is a forecast, and was never paid");
        }

        PriceKind kind = row.Required("pricetype").ToLowerInvariant() switch
        {
            "wholesale" => PriceKind.Wholesale,
            "retail" => PriceKind.Retail,
            "farm gate" or "producer" => PriceKind.FarmGate,
            "export" or "fob" => PriceKind.Export,
            var other => throw new RowException("pricetype", $"{ImportLog.Quote(other)} is not Wholesale, Retail, Farm Gate or Export"),
        };
        if (!PriceUnits.TryParse(row.Required("unit"), out PriceUnit unit))
        {
            throw new RowException("unit", $"{ImportLog.Quote(row.Required("unit"))} is no unit of price by weight");
        }

        if (PriceCell.Match(run, row.Required("commodity"), kind, new CellPlace(string.Empty, row.Line, "commodity")) is not { } match)
        {
            return;
        }

        RegionId? region = row.OptionalText("admin1") is { Length: > 0 } province ? ProvinceText.Find(province, out _) : null;
        if (day.Day != 1)
        {
            run.Log.Correct("a price of a month dated by its first day", $"row {row.Line}");
        }

        PriceSeries series = new(
            match.Commodity.Code, CsvRows.Cut(row.Required("market")), region, kind, Frequency.Monthly, run.SourceOr("wfp"), match.Grade);
        PriceCell.Take(run, series, new DateOnly(day.Year, day.Month, 1), CsvRows.NumberOrText(row.Optional("price")), unit, new CellPlace(string.Empty, row.Line, "price"));
    }
}

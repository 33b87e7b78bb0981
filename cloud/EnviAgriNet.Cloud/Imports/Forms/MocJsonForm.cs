using System.Globalization;
using System.Text.Json;
using EnviAgriNet.Cloud.Imports.Reports;
using EnviAgriNet.Cloud.Imports.Texts;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Cloud.Imports.Forms;

/// <summary>
/// Daily prices of the Ministry of Commerce: an answer of its service (<c>price_list</c>), or such answers kept with <c>meta</c> and
/// <c>records</c>; one product or a list of them. The middle between the lowest and the highest price is taken.
/// </summary>
internal static class MocJsonForm
{
    /// <summary>Its name for <c>--format</c>.</summary>
    public const string Code = "moc-json";

    /// <summary>Reads the text.</summary>
    public static void Read(string json, ImportRun run)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = Limits.JsonDepthMax });
        }
        catch (JsonException e)
        {
            throw new ImportException($"the JSON is cut or damaged: {e.Message}");
        }

        using (document)
        {
            JsonElement root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("error", out JsonElement error))
            {
                throw new ImportException($"the service answered with an error: {ImportLog.Quote(error.ToString())}");
            }

            JsonElement[] products = root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : [root];
            if (!products.Any(p => List(p) is not null))
            {
                throw new ImportException("the JSON is no answer of the Ministry of Commerce: it has neither 'price_list' nor 'records'");
            }

            for (int i = 0; i < products.Length; i++)
            {
                ReadProduct(products[i], i + 1, run);
            }
        }
    }

    private static JsonElement? List(JsonElement product) =>
        product.ValueKind == JsonValueKind.Object
        && (product.TryGetProperty("price_list", out JsonElement list) || product.TryGetProperty("records", out list))
        && list.ValueKind == JsonValueKind.Array
            ? list
            : null;

    private static void ReadProduct(JsonElement product, int number, ImportRun run)
    {
        if (List(product) is not { } list)
        {
            run.Log.Refuse(string.Empty, number, string.Empty, "the product has neither 'price_list' nor 'records'");
            return;
        }

        JsonElement about = product.TryGetProperty("meta", out JsonElement meta) && meta.ValueKind == JsonValueKind.Object ? meta : product;
        string groups = Text(about, "category_name") + " " + Text(about, "group_name") + " " + Text(about, "sell_type");
        bool isWholesale = groups.Contains("ขายส่ง", StringComparison.Ordinal)
            || (!groups.Contains("ขายปลีก", StringComparison.Ordinal) && Text(about, "product_id").StartsWith('R'));
        PriceKind kind = isWholesale ? PriceKind.Wholesale : PriceKind.Retail;
        string name = Text(about, "product_name");
        if (PriceCell.Match(run, name, kind, new CellPlace(string.Empty, number, "product_name")) is not { } match)
        {
            return;
        }

        PriceSeries series = new(match.Commodity.Code, PriceSeries.WholeCountry, null, kind, Frequency.Daily, run.SourceOr("moc"), match.Grade);
        Consistency consistency = new(run, name);
        int row = 0;
        foreach (JsonElement quote in list.EnumerateArray())
        {
            row++;
            ReadQuote(quote, Text(about, "unit"), series, row, run, consistency);
        }

        consistency.Require();
    }

    private static void ReadQuote(JsonElement quote, string unitText, PriceSeries series, int row, ImportRun run, Consistency consistency)
    {
        CellPlace at = new(string.Empty, row, "date");
        if (quote.ValueKind != JsonValueKind.Object || Date(Text(quote, "date")) is not { } date)
        {
            run.Log.Refuse(at.Sheet, row, at.Cell, "is no date as 2026-09-30");
            return;
        }

        unitText = Text(quote, "unit") is { Length: > 0 } own ? own : unitText;
        if (!PriceUnits.TryParse(unitText, out PriceUnit unit))
        {
            run.Log.Refuse(at.Sheet, row, "unit", $"{ImportLog.Quote(unitText)} is no unit of price by weight");
            return;
        }

        object? low = Value(quote, "price_min");
        object? high = Value(quote, "price_max");
        object? mean = Value(quote, "price_avg");
        (double? min, double? max, double? avg) = (Quote.Of(low).Value, Quote.Of(high).Value, Quote.Of(mean).Value);
        if (min > max || avg < min - 0.01 || avg > max + 0.01)
        {
            consistency.Fail(row, "price_min", string.Create(CultureInfo.InvariantCulture, $"the lowest price {min} is above the mean or the highest {max}"));
            return;
        }

        consistency.Pass();
        object? price = min is { } l && max is { } h && avg is null ? (l + h) / 2 : mean ?? low ?? high;
        PriceCell.Take(run, series, date, price, unit, new CellPlace(string.Empty, row, "price"));
    }

    private static DateOnly? Date(string text) =>
        text.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? ThaiCalendar.TryYear(date.Year, out int year, out bool isBuddhist) && isBuddhist ? DateIn(year, date) : date
            : null;

    private static DateOnly? DateIn(int year, DateOnly date) =>
        date.Day <= DateTime.DaysInMonth(year, date.Month) ? new DateOnly(year, date.Month, date.Day) : null;

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : string.Empty;

    private static object? Value(JsonElement element, string name) => !element.TryGetProperty(name, out JsonElement value) ? null : value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDouble(out double number) => number,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null => null,
        _ => value.ToString(),
    };
}

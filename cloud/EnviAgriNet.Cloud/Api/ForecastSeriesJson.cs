using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Cloud.Api;

/// <summary>A series of prices as every answer about forecasts names it. Pure.</summary>
internal static class ForecastSeriesJson
{
    /// <summary>The series. Prices are in baht per kilogram throughout; the unit says how farmers know the price.</summary>
    public static JsonObject Of(PriceSeries series)
    {
        Commodity? commodity = CommodityTable.Of(series.Commodity);
        PriceUnit unit = commodity?.Shown ?? PriceUnit.BahtPerKg;
        return new JsonObject
        {
            ["commodity"] = series.Commodity,
            ["name_th"] = commodity?.NameTh ?? series.Commodity,
            ["name_en"] = commodity?.NameEn ?? series.Commodity,
            ["market"] = series.Market,
            ["region"] = series.Region?.Code,
            ["kind"] = JsonNamingPolicy.KebabCaseLower.ConvertName(series.Kind.ToString()),
            ["frequency"] = JsonNamingPolicy.KebabCaseLower.ConvertName(series.Frequency.ToString()),
            ["source"] = series.Source,
            ["grade"] = series.Grade,
            ["unit"] = new JsonObject { ["th"] = unit.Text(thai: true), ["en"] = unit.Text(thai: false), ["kilograms"] = unit.Kilograms() },
        };
    }

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A time.</summary>
    public static string Stamp(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

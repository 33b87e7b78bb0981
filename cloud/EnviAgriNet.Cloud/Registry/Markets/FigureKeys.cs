using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Markets;

namespace EnviAgriNet.Cloud.Registry.Markets;

/// <summary>Writes what a series is as the key it has in the tables, and reads it back.</summary>
internal static class FigureKeys
{
    public const string Price = "price";
    public const string Yield = "yield";
    public const string Harvest = "harvest";
    public const string Index = "index";

    public const string Planted = "planted";
    public const string Harvested = "harvested";
    public const string Tons = "tons";

    public static string Of(PriceSeries series) => Join(
        series.Commodity, series.Market, series.Region?.Code, series.Kind.ToString(), series.Frequency.ToString(), series.Source, series.Grade);

    public static PriceSeries ToPrice(string key)
    {
        string[] parts = key.Split(FigureTables.Separator);
        return new PriceSeries(
            parts[0], parts[1], Region(parts[2]), Enum.Parse<PriceKind>(parts[3]), Enum.Parse<Frequency>(parts[4]), parts[5],
            parts[6].Length > 0 ? parts[6] : null);
    }

    public static string Of(YieldYear year, string measure) => Join(year.Crop, year.Season, year.Region?.Code, year.Source, measure);

    public static (string Crop, string Season, RegionId? Region, string Source, string Measure) ToYield(string key)
    {
        string[] parts = key.Split(FigureTables.Separator);
        return (parts[0], parts[1], Region(parts[2]), parts[3], parts[4]);
    }

    public static string Of(HarvestMonth month) => Join(month.Crop, month.Season, month.Region?.Code, month.Source, $"{month.CropYear:0000}");

    public static (string Crop, string Season, RegionId? Region, string Source, int CropYear) ToHarvest(string key)
    {
        string[] parts = key.Split(FigureTables.Separator);
        return (parts[0], parts[1], Region(parts[2]), parts[3], int.Parse(parts[4], System.Globalization.CultureInfo.InvariantCulture));
    }

    public static string Of(IndexPoint point) => Join(point.Item, $"{point.BaseYear:0000}", point.Source);

    public static (string Item, int BaseYear, string Source) ToIndex(string key)
    {
        string[] parts = key.Split(FigureTables.Separator);
        return (parts[0], int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture), parts[2]);
    }

    private static RegionId? Region(string code) => code.Length > 0 ? RegionId.Parse(code) : null;

    private static string Join(params ReadOnlySpan<string?> parts)
    {
        string[] clean = new string[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            clean[i] = (parts[i] ?? string.Empty).Replace(FigureTables.Separator, '/');
        }

        return string.Join(FigureTables.Separator, clean);
    }
}

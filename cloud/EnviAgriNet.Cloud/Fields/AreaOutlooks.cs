using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Crops.Outlook.Yields;
using EnviAgriNet.Core.Geography;
using CropYear = EnviAgriNet.Core.Crops.Outlook.Yields.YieldYear;

namespace EnviAgriNet.Cloud.Fields;

/// <summary>What provinces will likely produce, from the yields and the rain of the registry.</summary>
internal sealed class AreaOutlooks(YieldBook yields, ClimateBook climate)
{
    private const string Rice = "rice";

    /// <summary>The season whose years are one series: rice of the rains, any of other crops.</summary>
    public static string? SeasonOf(string crop) => crop == Rice ? Registry.Markets.YieldYear.InSeason : null;

    /// <summary>The years of every province, by its code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<CropYear>> Histories(string crop) => yields.All()
        .Where(y => y.Crop == crop && y.Region is { Level: RegionLevel.Province } && (SeasonOf(crop) is not { } season || y.Season == season))
        .GroupBy(y => y.Region!.Value.Code)
        .ToDictionary(g => g.Key, g => YieldHistories.ToYears(g));

    /// <summary>The rain of the registry.</summary>
    public AreaRain Rain() => AreaRain.Of(climate);

    /// <summary>
    /// The forecast of the year after the last that is known, or of another, province by province. Rain counts where that year's is known
    /// up to September.
    /// </summary>
    public IReadOnlyList<(RegionId Province, YieldForecast Forecast)> Of(string crop, int? year)
    {
        AreaRain rain = Rain();
        List<(RegionId, YieldForecast)> all = [];
        foreach ((string code, IReadOnlyList<CropYear> known) in Histories(crop).OrderBy(h => h.Key, StringComparer.Ordinal))
        {
            if (known.Count > 0 && YieldForecaster.Of(known, year ?? (known.Max(k => k.Year) + 1), rain.Of(code)) is { } forecast)
            {
                all.Add((RegionId.Parse(code), forecast));
            }
        }

        return all;
    }
}

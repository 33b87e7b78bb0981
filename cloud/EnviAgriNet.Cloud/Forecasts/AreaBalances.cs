using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Forecasts;

/// <summary>The balance of a crop in a province or the country, from the published areas and harvests.</summary>
internal sealed class AreaBalances(YieldBook yields)
{
    /// <summary>
    /// Judges the harvest after the last known year: the last planted area times what a planted rai gave in the years before, lean and good. No weather
    /// of the coming season is in it. Null when too few years are known.
    /// </summary>
    /// <param name="crop">A code of the table of crops.</param>
    /// <param name="region">A province, or null for the country.</param>
    /// <param name="plantedRai">The area planted now, where it is known; else the last published one.</param>
    /// <param name="usualUse">What the area uses in a year in tons, or null.</param>
    public ProductionBalance? Of(string crop, RegionId? region, double? plantedRai, double? usualUse)
    {
        return Judge([.. yields.Values(crop, region?.Province)], plantedRai, usualUse);
    }

    /// <summary>The crops with figures of areas and harvests, in the order of their codes.</summary>
    public IReadOnlyList<string> Crops() => [.. yields.All().Select(year => year.Crop).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The balance of a crop wherever enough years are known: the country first, then by province.</summary>
    public IReadOnlyList<(RegionId? Region, ProductionBalance Balance)> All(string crop)
    {
        List<(RegionId?, ProductionBalance)> all = [];
        foreach (IGrouping<RegionId?, YieldYear> area in yields.All().Where(year => year.Crop == crop)
            .GroupBy(year => year.Region).OrderBy(area => area.Key?.Code ?? string.Empty, StringComparer.Ordinal))
        {
            // Where several sources tell of a year the first by name counts, as everywhere.
            List<YieldYear> known = [.. area.GroupBy(year => (year.Season, year.Year)).Select(same => same.MinBy(year => year.Source, StringComparer.Ordinal)!)
                .OrderBy(year => year.Season, StringComparer.Ordinal).ThenBy(year => year.Year)];
            if (Judge(known, null, null) is { } balance)
            {
                all.Add((area.Key, balance));
            }
        }

        return all;
    }

    private static ProductionBalance? Judge(List<YieldYear> known, double? plantedRai, double? usualUse)
    {
        string? season = known.GroupBy(y => y.Season).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key;
        List<YieldYear> years = [.. known.Where(y => y.Season == season && y is { PlantedRai: > 0, Tons: >= 0 }).TakeLast(ProductionBalance.YearsMax)];
        if (years.Count < ProductionBalance.YearsMin)
        {
            return null;
        }

        double[] perRai = [.. years.Select(y => y.Tons!.Value / y.PlantedRai!.Value).Order()];
        double rai = plantedRai ?? years[^1].PlantedRai!.Value;
        ExpectedHarvest expected = new(
            rai * ProductionBalance.Quantile(perRai, 0.1), rai * ProductionBalance.Quantile(perRai, 0.5), rai * ProductionBalance.Quantile(perRai, 0.9));
        return ProductionBalance.Of(
            expected, [.. years.Select(y => (y.Year, y.Tons!.Value))], usualUse, [.. years.Select(y => y.Source).Distinct().Order(StringComparer.Ordinal)]);
    }
}

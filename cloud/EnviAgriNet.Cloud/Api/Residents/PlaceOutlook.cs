using System.Collections.Concurrent;
using EnviAgriNet.Cloud.Advisories;
using EnviAgriNet.Cloud.Forecasts;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Crops;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Api.Residents;

/// <summary>The prices and harvests a province is told of. They change once a day at most, so that they are kept for minutes.</summary>
internal sealed class PlaceOutlook(PriceViews views, PriceBook prices, YieldBook yields, AreaBalances balances, TimeProvider time)
{
    private readonly ConcurrentDictionary<RegionId, (long At, IReadOnlyList<PlacePriceView> Prices, IReadOnlyList<PlaceCropView> Crops)> _kept = new();

    /// <summary>The outlook of a province.</summary>
    public (IReadOnlyList<PlacePriceView> Prices, IReadOnlyList<PlaceCropView> Crops) Of(RegionId province)
    {
        if (_kept.TryGetValue(province, out var kept) && time.GetElapsedTime(kept.At) <= ResidentLimits.OutlookAgeMax)
        {
            return (kept.Prices, kept.Crops);
        }

        var made = (time.GetTimestamp(), Prices(province), Crops(province));
        _kept[province] = made;
        return (made.Item2, made.Item3);
    }

    // What is quoted in the province itself comes first.
    private List<PlacePriceView> Prices(RegionId province)
    {
        DateOnly today = ForecastBook.ThaiDay(time.GetUtcNow());
        return
        [
            .. prices.All().Select(entry => entry.Series)
                .OrderBy(series => series.Region?.Province == province ? 0 : series.Region is null ? 1 : 2)
                .Select(series => series.Commodity).Distinct().Take(ResidentLimits.PricesMax)
                .Select(code => views.Of(code, province, today)).OfType<PriceView>()
                .Select(view => new PlacePriceView(
                    view.Commodity, view.NameTh, view.NameEn, view.UnitTh, view.UnitEn, view.LastOn, view.Last, view.AheadOn, view.Ahead?.Low80,
                    view.Ahead?.Median, view.Ahead?.High80, view.Direction)),
        ];
    }

    private List<PlaceCropView> Crops(RegionId province) =>
    [
        .. yields.All().Where(year => year.Region == province).Select(year => year.Crop).Distinct(StringComparer.Ordinal).Take(ResidentLimits.PricesMax)
            .Select(crop => (Crop: CropTable.All.FirstOrDefault(c => c.Code == crop), Balance: balances.Of(crop, province, null, null)))
            .Where(pair => pair is { Crop: not null, Balance: not null })
            .Select(pair => new PlaceCropView(
                pair.Crop!.Code, pair.Crop.NameTh, pair.Crop.NameEn, pair.Balance!.Verdict.ToString().ToLowerInvariant(), pair.Balance.IsSure,
                pair.Balance.Years[^1])),
    ];
}

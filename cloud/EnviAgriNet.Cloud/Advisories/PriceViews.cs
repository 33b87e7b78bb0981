using EnviAgriNet.Cloud.Forecasts;
using EnviAgriNet.Cloud.Registry.Markets;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Markets;
using EnviAgriNet.Forecasting;

namespace EnviAgriNet.Cloud.Advisories;

/// <summary>The newest price of a commodity and where it goes, as farmers are told. Safe for use by several threads.</summary>
internal sealed class PriceViews(ForecastBook forecasts, PriceBook prices)
{
    /// <summary>The view; null when no price of it is known.</summary>
    /// <param name="code">The commodity's code.</param>
    /// <param name="region">Where it is sold; null for the whole country.</param>
    /// <param name="today">The day in Bangkok.</param>
    public PriceView? Of(string code, RegionId? region, DateOnly today)
    {
        if (CommodityTable.Of(code) is not { } commodity)
        {
            return null;
        }

        PublishedForecast? published = forecasts.Newest(code, region);
        PriceSeries? series = published?.Series ?? Quoted(code, region);
        if (series is null || prices.Find(series) is not { } id || Newest(id, today) is not { } last)
        {
            return null;
        }

        bool isFresh = today.DayNumber - last.Date.DayNumber <= Limits.PriceFreshFor.TotalDays;
        ForecastStep? step = isFresh ? StepOf(published?.Forecast, last.Date, today) : null;
        double In(double bahtPerKg) => commodity.Shown.FromBahtPerKg(bahtPerKg);
        return new PriceView(
            code, commodity.NameTh, commodity.NameEn, commodity.Shown.Text(thai: true), commodity.Shown.Text(thai: false), last.Date, In(last.BahtPerKg),
            step?.Date, step is null ? null : new Bounds(In(step.Low95), In(step.Low80), In(step.Median), In(step.High80), In(step.High95)),
            published?.Forecast.Card.IsNaive ?? false);
    }

    // A forecast that was made before the newest prices came is still told; one whose step is past is not.
    private static ForecastStep? StepOf(PriceForecast? forecast, DateOnly last, DateOnly today) => forecast?.Steps
        .Where(step => step.Date > today && step.Date > last)
        .MinBy(step => Math.Abs(step.Date.DayNumber - today.DayNumber - Limits.PriceAheadDays));

    private PricePoint? Newest(long id, DateOnly today)
    {
        IReadOnlyList<PricePoint> known = prices.Values(id);
        for (int i = known.Count - 1; i >= 0; i--)
        {
            if (known[i].Date <= today)
            {
                return known[i];
            }
        }

        return null;
    }

    // What the farmer gets at home comes before what others pay elsewhere.
    private PriceSeries? Quoted(string code, RegionId? region) => prices.All().Select(entry => entry.Series)
        .Where(series => series.Commodity == code && series.Grade is null)
        .OrderBy(series => region is { } place && series.Region?.Province == place.Province ? 0 : series.Region is null ? 1 : 2)
        .ThenBy(series => series.Kind).ThenBy(series => series.Market == PriceSeries.WholeCountry ? 0 : 1)
        .ThenBy(series => series.Market, StringComparer.Ordinal).ThenBy(series => series.Source, StringComparer.Ordinal)
        .FirstOrDefault();
}

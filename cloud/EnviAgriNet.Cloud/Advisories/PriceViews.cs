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
    public PriceView? Of(string code, RegionId? region, DateOnly today) => Picture(code, region, today)?.View;

    /// <summary>The same with what a picture of it needs; null when no price of it is known.</summary>
    public PricePicture? Picture(string code, RegionId? region, DateOnly today)
    {
        if (CommodityTable.Of(code) is not { } commodity)
        {
            return null;
        }

        PublishedForecast? published = forecasts.Newest(code, region);
        PriceSeries? series = published?.Series ?? Quoted(code, region);
        if (series is null || prices.Find(series) is not { } id || prices.Values(id).TakeWhile(point => point.Date <= today).ToList() is not [.., var last] known)
        {
            return null;
        }

        bool isFresh = today.DayNumber - last.Date.DayNumber <= Limits.PriceFreshFor.TotalDays;
        ForecastStep? step = isFresh ? StepOf(published?.Forecast, last.Date, today) : null;
        double In(double bahtPerKg) => commodity.Shown.FromBahtPerKg(bahtPerKg);
        PriceView view = new(
            code, commodity.NameTh, commodity.NameEn, commodity.Shown.Text(thai: true), commodity.Shown.Text(thai: false), last.Date, In(last.BahtPerKg),
            step?.Date, step is null ? null : new Bounds(In(step.Low95), In(step.Low80), In(step.Median), In(step.High80), In(step.High95)),
            published?.Forecast.Card.IsNaive ?? false);
        return new PricePicture(
            view,
            [.. known.TakeLast(Limits.PicturePointsMax).Select(point => point with { BahtPerKg = In(point.BahtPerKg) })],
            step is null ? [] : [.. published!.Forecast.Steps.Where(s => s.Date > last.Date).Select(s => new ForecastStep(
                s.Date, In(s.Median), In(s.Low80), In(s.High80), In(s.Low95), In(s.High95)))]);
    }

    // A forecast that was made before the newest prices came is still told; one whose step is past is not.
    private static ForecastStep? StepOf(PriceForecast? forecast, DateOnly last, DateOnly today) => forecast?.Steps
        .Where(step => step.Date > today && step.Date > last)
        .MinBy(step => Math.Abs(step.Date.DayNumber - today.DayNumber - Limits.PriceAheadDays));

    // What the farmer gets at home comes before what others pay elsewhere.
    private PriceSeries? Quoted(string code, RegionId? region) => prices.All().Select(entry => entry.Series)
        .Where(series => series.Commodity == code && series.Grade is null)
        .OrderBy(series => region is { } place && series.Region?.Province == place.Province ? 0 : series.Region is null ? 1 : 2)
        .ThenBy(series => series.Kind).ThenBy(series => series.Market == PriceSeries.WholeCountry ? 0 : 1)
        .ThenBy(series => series.Market, StringComparer.Ordinal).ThenBy(series => series.Source, StringComparer.Ordinal)
        .FirstOrDefault();
}

/// <summary>A price with its past and its forecast.</summary>
/// <param name="View">What is told of it.</param>
/// <param name="Past">The last prices, oldest first, in the unit of the view.</param>
/// <param name="Ahead">The forecast after them, in the unit of the view; empty without one.</param>
internal sealed record PricePicture(PriceView View, IReadOnlyList<PricePoint> Past, IReadOnlyList<ForecastStep> Ahead);

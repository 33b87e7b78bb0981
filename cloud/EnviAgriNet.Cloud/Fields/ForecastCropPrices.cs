using EnviAgriNet.Cloud.Forecasts;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Markets;
using EnviAgriNet.Forecasting;

namespace EnviAgriNet.Cloud.Fields;

/// <summary>
/// What crops will likely fetch, by the newest published forecast of one of the crop's commodities: its median at harvest, or at its last
/// step where harvest lies beyond by at most as much again, against its first step.
/// </summary>
internal sealed class ForecastCropPrices(ForecastBook book) : ICropPrices
{
    /// <inheritdoc/>
    public double? Change(string crop, RegionId region, DateOnly until)
    {
        foreach (Commodity commodity in CommodityTable.All.Where(c => c.Crop == crop))
        {
            if (book.Newest(commodity.Code, region)?.Forecast is { } forecast && ChangeOf(forecast, until) is { } change)
            {
                return change;
            }
        }

        return null;
    }

    /// <summary>The change that a forecast expects until a day; null where it does not reach half way or has no first price.</summary>
    internal static double? ChangeOf(PriceForecast forecast, DateOnly until)
    {
        if (forecast.Steps.Count == 0 || forecast.Steps[0].Median <= 0)
        {
            return null;
        }

        ForecastStep first = forecast.Steps[0];
        ForecastStep at = forecast.Steps.LastOrDefault(s => s.Date <= until) ?? first;
        int reach = forecast.Steps[^1].Date.DayNumber - first.Date.DayNumber;
        return until.DayNumber - first.Date.DayNumber > 2 * Math.Max(reach, 1) ? null : (at.Median - first.Median) / first.Median;
    }
}

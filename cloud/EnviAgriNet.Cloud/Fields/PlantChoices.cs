using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Core.Crops.Outlook.Planting;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Cloud.Fields;

/// <summary>What to plant where: crops ranked by soil, usual rain and expected price. Safe for use by several threads.</summary>
internal sealed class PlantChoices(ClimateBook climate, PlaceBook places, IStationBook stations, ICropPrices prices)
{
    // The middle of the country where no place is known.
    private const double UsualLatitude = 15;
    private const int UsualYears = 30;
    private const int UsualYearsMin = 5;

    /// <summary>Ranks crops for a region, the best first; what is not known of soil, rain and price is among the reasons.</summary>
    /// <param name="region">Where.</param>
    /// <param name="soil">A texture, or null.</param>
    /// <param name="plantOn">When planting would be.</param>
    /// <param name="canIrrigate">Whether water can be let in; null is taken as no.</param>
    /// <param name="crops">The crops asked about; null for all.</param>
    public IReadOnlyList<PlantChoice> For(
        RegionId region, string? soil, DateOnly plantOn, bool? canIrrigate = null, IReadOnlyList<string>? crops = null) =>
        PlantRanking.Rank(
            crops, plantOn, Latitude(region), soil, UsualRain(climate.Find(region)), canIrrigate, (crop, on) => prices.Change(crop, region, on));

    /// <summary>The mean rain of January to December over the last years that have figures; null with less than five of any month.</summary>
    internal static double[]? UsualRain(RainHistory? history)
    {
        if (history is null)
        {
            return null;
        }

        double[] usual = new double[CalendarMonth.PerYear];
        for (int month = 1; month <= usual.Length; month++)
        {
            double[] known =
            [
                .. Enumerable.Range(history.Last.Year - UsualYears + 1, UsualYears)
                    .Select(year => history.Of(new CalendarMonth(year, month))).OfType<double>(),
            ];
            if (known.Length < UsualYearsMin)
            {
                return null;
            }

            usual[month - 1] = known.Average();
        }

        return usual;
    }

    private double Latitude(RegionId region) =>
        PlotPlace.Of(places, region)?.Latitude
        ?? stations.All.FirstOrDefault(s => region.Province.Contains(s.Region) && s.Latitude is not null)?.Latitude
        ?? UsualLatitude;
}

/// <summary>What the prices of crops are expected to do.</summary>
internal interface ICropPrices
{
    /// <summary>Expected change until a day as a share of today's price; null without a forecast that reaches so far.</summary>
    double? Change(string crop, RegionId region, DateOnly until);
}

/// <summary>No forecasts of prices at hand.</summary>
internal sealed class NoCropPrices : ICropPrices
{
    /// <inheritdoc/>
    public double? Change(string crop, RegionId region, DateOnly until) => null;
}

using EnviAgriNet.Cloud.ReadingStore;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Farms;
using EnviAgriNet.Cloud.Registry.Places;
using EnviAgriNet.Core.Crops;
using EnviAgriNet.Core.Crops.Outlook;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Fields;

/// <summary>Outlooks of plots from the stations around them. Safe for use by several threads.</summary>
internal sealed class FieldOutlooks(
    IStationBook stations, IReadings readings, PlaceBook places, YieldHistories yields, TimeProvider time)
{
    // Low land: what the height of a plain changes in evaporation is less than what is not known of it.
    private const double ElevationMetres = 50;

    private readonly FieldWeatherSource _weather = new(stations, readings);

    /// <summary>The outlook of a plot; never throws for what is not known or not measured, and says so in the outlook instead.</summary>
    /// <param name="plot">The plot.</param>
    /// <param name="today">The day in Thailand: weather up to the day before enters, hours of today only into spraying.</param>
    /// <param name="irrigations">Water let in, as far as it was told; null where nothing was asked.</param>
    /// <param name="paddyLevelCm">A level in the field tube, cm from the soil surface, or null.</param>
    public FieldOutlook Of(
        Plot plot, DateOnly today, IReadOnlyList<FieldIrrigation>? irrigations = null, double? paddyLevelCm = null)
    {
        PlotPlace? place = PlotPlace.Of(places, plot.Subdistrict);
        PlaceWeather weather = _weather.Of(plot.Subdistrict, place, From(plot, today), today);
        return OutlookMaker.Make(
            new FieldFacts
            {
                Crop = plot.Crop,
                Variety = plot.Variety,
                PlantedOn = plot.PlantedOn,
                Soil = plot.Soil,
                IsIrrigated = plot.IsIrrigated,
                Site = weather.Latitude is { } latitude ? new WeatherSite(latitude, ElevationMetres) : null,
                Days = weather.Days,
                Hours = weather.Hours,
                Sources = weather.Sources,
                Irrigations = irrigations,
                PaddyLevelCm = paddyLevelCm,
                YieldHistory = yields.Of(plot.Crop, plot.Subdistrict.Province, plot.PlantedOn ?? today),
                Hour = HourOf(today),
            },
            today);
    }

    private static DateOnly From(Plot plot, DateOnly today)
    {
        int days = plot.PlantedOn is { } planted && planted < today
            ? Math.Min(today.DayNumber - planted.DayNumber + 1, Limits.DaysMax)
            : Limits.StandingDays;
        return today.AddDays(-Math.Min(days, today.DayNumber));
    }

    // In a replay of past weather there is no hour of the day: the morning, when people plan.
    private int HourOf(DateOnly today)
    {
        DateTimeOffset now = LocalTime.Of(time.GetUtcNow());
        return DateOnly.FromDateTime(now.DateTime) == today ? now.Hour : 6;
    }
}

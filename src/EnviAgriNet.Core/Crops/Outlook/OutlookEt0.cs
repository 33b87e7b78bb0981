namespace EnviAgriNet.Core.Crops.Outlook;

/// <summary>
/// Reference evapotranspiration of a field's days: Penman and Monteith where wind or radiation were measured, with the fallbacks of
/// FAO-56 for the rest, and Hargreaves where neither was.
/// </summary>
/// <param name="site">Where the field lies.</param>
public sealed class OutlookEt0(WeatherSite site)
{
    /// <summary>Whether anything had to be assumed so far.</summary>
    public bool IsAssumed { get; private set; }

    /// <summary>mm/day, 0 to 20; null for a day without temperature.</summary>
    public double? Of(OutlookDay day)
    {
        if (!day.HasTemperature)
        {
            return null;
        }

        double? et0 = day.Wind is null && day.Solar is null ? OfTemperature(day) : OfWeather(day);
        return et0 is { } value && double.IsFinite(value) ? Math.Clamp(value, 0, 20) : null;
    }

    private double? OfTemperature(OutlookDay day)
    {
        IsAssumed = true;
        return Hargreaves.Daily(
            day.TMax!.Value,
            day.TMin!.Value,
            SolarGeometry.DailyRadiation(SolarGeometry.Radians(site.Latitude), day.Date.DayOfYear));
    }

    private double? OfWeather(OutlookDay day)
    {
        DailyWeather weather = new()
        {
            Date = day.Date,
            TMin = day.TMin,
            TMax = day.TMax,
            RhMin = day.RhMin,
            RhMax = day.RhMax,
            Wind = day.Wind,
            Solar = day.Solar,
        };
        if (!DailyReferenceEt.TryCompute(weather, site, new Et0Options(), out Et0Day? et0, out _))
        {
            return null;
        }

        IsAssumed |= et0!.Fallbacks != Et0Fallbacks.None;
        return et0.Et0;
    }
}

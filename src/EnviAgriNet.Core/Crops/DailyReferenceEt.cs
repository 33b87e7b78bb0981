namespace EnviAgriNet.Core.Crops;

/// <summary>Reference evapotranspiration of days, from what a station measured (FAO-56 Eq. 6 and its procedures for missing data).</summary>
public static class DailyReferenceEt
{
    /// <summary>Wind at 2 m where none is measured, m/s (FAO-56, chapter 3, missing data).</summary>
    public const double WindDefault = 2;

    /// <summary>
    /// Solar over clear-sky radiation where there is no sun to tell: the middle of what FAO-56 gives for humid climates (0.4 to 0.6).
    /// </summary>
    public const double SunlessRatio = 0.5;

    /// <summary>Computes a day; false with the fault when an input is absent though needed, or impossible.</summary>
    public static bool TryCompute(
        DailyWeather weather, WeatherSite site, Et0Options options, out Et0Day? day, out InputFault? fault)
    {
        fault = site.Fault()
            ?? weather.Fault()
            ?? InputFault.OutOfRange("ratio-min", options.RadiationRatioMin, 0, 1, "")
            ?? InputFault.OutOfRange("krs", options.TemperatureCoefficient, 0.1, 0.3, "");
        day = fault is null ? Compute(weather, site, options) : null;
        return day is not null;
    }

    /// <summary>The actual vapour pressure by the best route that the measurements allow.</summary>
    internal static (double Pressure, HumidityRoute Route) Humidity(DailyWeather weather, double tMax, double tMin) => weather switch
    {
        { VapourPressure: { } pressure } => (pressure, HumidityRoute.VapourPressure),
        { DewPoint: { } dewPoint } => (VapourPressure.FromDewPoint(dewPoint), HumidityRoute.DewPoint),
        { RhMax: { } most, RhMin: { } least } =>
            (VapourPressure.FromExtremeHumidities(tMax, tMin, most, least), HumidityRoute.ExtremeHumidities),
        { RhMax: { } most } => (VapourPressure.FromMaxHumidity(tMin, most), HumidityRoute.MaxHumidity),
        { RhMean: { } mean } => (VapourPressure.FromMeanHumidity(tMax, tMin, mean), HumidityRoute.MeanHumidity),
        { RhMin: { } least } => (VapourPressure.FromMinHumidity(tMax, least), HumidityRoute.MinHumidity),
        _ => (VapourPressure.FromMinTemperature(tMin), HumidityRoute.MinTemperature),
    };

    private static Et0Day Compute(DailyWeather weather, WeatherSite site, Et0Options options)
    {
        double tMax = weather.TMax!.Value;
        double tMin = weather.TMin!.Value;
        double mean = (tMax + tMin) / 2;
        double latitude = SolarGeometry.Radians(site.Latitude);
        double extraterrestrial = SolarGeometry.DailyRadiation(latitude, weather.Date.DayOfYear);
        double daylight = SolarGeometry.DaylightHours(latitude, weather.Date.DayOfYear);
        (double vapour, HumidityRoute route) = Humidity(weather, tMax, tMin);
        Et0Fallbacks fallbacks = route is HumidityRoute.MinTemperature ? Et0Fallbacks.HumidityFromMinTemperature : Et0Fallbacks.None;

        double solar = SolarOf(weather, options, extraterrestrial, daylight, ref fallbacks);
        double clearSky = Radiation.ClearSky(site.Elevation, extraterrestrial);
        double ratio = RatioOf(solar, clearSky, options.RadiationRatioMin, ref fallbacks);
        double longwave = Radiation.NetLongwave(tMax, tMin, vapour, ratio);
        PenmanMonteithTerms terms = new(
            Radiation.NetShortwave(solar) - longwave,
            weather.SoilHeat,
            mean,
            WindOf(weather.Wind, weather.WindHeight, ref fallbacks),
            Atmosphere.MeanSaturationVapourPressure(tMax, tMin),
            vapour,
            Atmosphere.Slope(mean),
            Atmosphere.PsychrometricConstant(Atmosphere.Pressure(site.Elevation)));
        return new Et0Day(
            PenmanMonteith.Daily(terms, options.Surface), terms, extraterrestrial, daylight, solar, clearSky, longwave, route, fallbacks);
    }

    /// <summary>Wind at 2 m, or the default where none is measured.</summary>
    internal static double WindOf(double? wind, double height, ref Et0Fallbacks fallbacks)
    {
        if (wind is { } speed)
        {
            // At 2 m Eq. 47 gives 1.0002; what was measured where it is needed is taken as it is.
            return height == 2 ? speed : Atmosphere.WindAtTwoMetres(speed, height);
        }

        fallbacks |= Et0Fallbacks.WindAssumed;
        return WindDefault;
    }

    /// <summary>Solar over clear-sky radiation within its limits.</summary>
    internal static double RatioOf(double solar, double clearSky, double min, ref Et0Fallbacks fallbacks)
    {
        if (!(clearSky > 0))
        {
            fallbacks |= Et0Fallbacks.RadiationRatioAssumed;
            return SunlessRatio;
        }

        double ratio = Math.Min(solar / clearSky, 1);
        if (ratio < min)
        {
            fallbacks |= Et0Fallbacks.RadiationRatioRaised;
            return min;
        }

        return ratio;
    }

    private static double SolarOf(
        DailyWeather weather, Et0Options options, double extraterrestrial, double daylight, ref Et0Fallbacks fallbacks)
    {
        if (weather.Solar is { } solar)
        {
            fallbacks |= solar > extraterrestrial ? Et0Fallbacks.SolarBeyondExtraterrestrial : Et0Fallbacks.None;
            return solar;
        }

        if (weather.Sunshine is { } sunshine)
        {
            if (sunshine > daylight)
            {
                fallbacks |= Et0Fallbacks.SunshineCapped;
                sunshine = daylight;
            }

            return Radiation.FromSunshine(sunshine, daylight, extraterrestrial);
        }

        fallbacks |= Et0Fallbacks.SolarFromTemperature;
        return Radiation.FromTemperature(
            weather.TMax!.Value, weather.TMin!.Value, extraterrestrial, options.TemperatureCoefficient);
    }
}

namespace EnviAgriNet.Core.Crops;

/// <summary>
/// Reference evapotranspiration of hours in order (FAO-56 Eq. 53). At night the clouds are judged by the ratio of solar to
/// clear-sky radiation of the hour two to three hours before sunset, which this object remembers; not thread-safe.
/// </summary>
/// <param name="ratioMin">Default 0.3, 0 to 1: the ratio by day is raised to it, as in <see cref="Et0Options.RadiationRatioMin"/>.</param>
public sealed class HourlyReferenceEt(double ratioMin = 0.3)
{
    /// <summary>How far before sunset a ratio may still be trusted: later the sun is too low (FAO-56, chapter 4, ω up to ωs - 0.52).</summary>
    private const double TrustedBeforeSunset = 0.52;

    private static readonly TimeSpan RememberedFor = TimeSpan.FromHours(24);

    private DateTime _ratioAt;
    private double? _ratio;

    /// <summary>
    /// Computes an hour; false with the fault when an input is absent though needed, or impossible.
    /// </summary>
    /// <param name="weather">The hour; later than the ones before it, else its ratio is not remembered.</param>
    /// <param name="site">Where and by which clock.</param>
    /// <param name="nightRatio">The ratio to use at night; null takes the remembered one, and 0.5 where none is.</param>
    /// <param name="hour">The result.</param>
    /// <param name="fault">Why there is none.</param>
    public bool TryCompute(
        HourlyWeather weather, HourlySite site, double? nightRatio, out Et0Hour? hour, out InputFault? fault)
    {
        fault = site.Fault() ?? weather.Fault() ?? InputFault.OutOfRange("ratio", nightRatio, 0, 1, "");
        hour = fault is null ? Compute(weather, site, nightRatio) : null;
        return hour is not null;
    }

    private static double VapourOf(HourlyWeather weather, double saturation) => weather switch
    {
        { VapourPressure: { } pressure } => pressure,
        { DewPoint: { } dewPoint } => VapourPressure.FromDewPoint(dewPoint),
        _ => saturation * weather.Humidity!.Value / 100,
    };

    private Et0Hour Compute(HourlyWeather weather, HourlySite site, double? nightRatio)
    {
        int day = weather.Date.DayOfYear;
        double latitude = SolarGeometry.Radians(site.Site.Latitude);
        double angle = SolarGeometry.TimeAngle(weather.MidHour, -15 * site.UtcOffset, -site.Longitude, day);
        double sunset = SolarGeometry.SunsetAngle(latitude, SolarGeometry.Declination(day));
        double extraterrestrial = SolarGeometry.HourlyRadiation(latitude, day, angle);
        double clearSky = Radiation.ClearSky(site.Site.Elevation, extraterrestrial);
        bool isDay = clearSky > 0;
        double solar = weather.Solar!.Value;
        Et0Fallbacks fallbacks = Et0Fallbacks.None;
        DateTime at = weather.Date.ToDateTime(TimeOnly.MinValue).AddHours(weather.MidHour);
        double ratio = isDay
            ? DailyReferenceEt.RatioOf(solar, clearSky, ratioMin, ref fallbacks)
            : NightRatio(at, nightRatio, ref fallbacks);
        if (isDay && angle <= sunset - TrustedBeforeSunset)
        {
            (_ratioAt, _ratio) = (at, ratio);
        }

        double temperature = weather.Temperature!.Value;
        double saturation = Atmosphere.SaturationVapourPressure(temperature);
        double vapour = VapourOf(weather, saturation);
        double longwave = Radiation.NetLongwaveHourly(temperature, vapour, ratio);
        double net = Radiation.NetShortwave(solar) - longwave;
        PenmanMonteithTerms terms = new(
            net,
            Radiation.HourlySoilHeat(net, isDay),
            temperature,
            DailyReferenceEt.WindOf(weather.Wind, weather.WindHeight, ref fallbacks),
            saturation,
            vapour,
            Atmosphere.Slope(temperature),
            Atmosphere.PsychrometricConstant(Atmosphere.Pressure(site.Site.Elevation)));
        return new Et0Hour(
            PenmanMonteith.Hourly(terms), terms, angle, sunset, extraterrestrial, clearSky, ratio, longwave, isDay, fallbacks);
    }

    private double NightRatio(DateTime at, double? given, ref Et0Fallbacks fallbacks)
    {
        if (given is { } ratio)
        {
            return ratio;
        }

        if (_ratio is { } remembered && at > _ratioAt && at - _ratioAt <= RememberedFor)
        {
            return remembered;
        }

        fallbacks |= Et0Fallbacks.RadiationRatioAssumed;
        return DailyReferenceEt.SunlessRatio;
    }
}

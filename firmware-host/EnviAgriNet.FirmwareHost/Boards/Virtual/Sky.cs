namespace EnviAgriNet.FirmwareHost.Boards.Virtual;

/// <summary>Sun and weather of the centre: a place at 18.8 degrees north whose clocks run seven hours ahead of UTC.</summary>
internal sealed class Sky(SmoothNoise noise, Rainfall rainfall)
{
    private const double LatitudeRadians = 18.8 * Math.PI / 180;
    private const double ZoneHours = 7;
    private const double Day = 86400;
    private const double Hour = 3600;

    /// <summary>The local hour from 0 to 24.</summary>
    public static double LocalHour(double seconds) => ((seconds / Hour) + ZoneHours) % 24;

    /// <summary>The part of the year gone, 0 to 1.</summary>
    public static double YearPart(double seconds) => seconds / (365.2425 * Day) % 1;

    public double SolarIrradiance(double seconds)
    {
        double declination = -23.44 * Math.PI / 180 * Math.Cos(2 * Math.PI * (YearPart(seconds) + (10 / 365.0)));
        double hourAngle = (LocalHour(seconds) - 12.3) / 12 * Math.PI;
        double height = (Math.Sin(LatitudeRadians) * Math.Sin(declination))
            + (Math.Cos(LatitudeRadians) * Math.Cos(declination) * Math.Cos(hourAngle));
        double clear = 1080 * Math.Pow(Math.Max(0, height), 1.15);
        double cloud = 0.78 + (0.22 * noise.At(1, seconds, 2 * Hour));
        return clear * cloud * (1 - (0.8 * rainfall.Wetness(seconds)));
    }

    public double AirTemperature(double seconds) =>
        26.5 - (3.5 * Math.Cos(2 * Math.PI * (YearPart(seconds) - 0.02)))
        + (5.5 * DayCurve(seconds, 14.5))
        + (1.2 * noise.At(2, seconds, 2 * Day))
        + (0.4 * noise.At(3, seconds, Hour))
        - (3 * rainfall.Wetness(seconds));

    public double Humidity(double seconds)
    {
        double dry = 66 - (8 * Math.Cos(2 * Math.PI * (YearPart(seconds) - 0.66 + 0.5)))
            - (17 * DayCurve(seconds, 14.5)) + (5 * noise.At(4, seconds, Day));
        double damp = Math.Clamp(dry, 15, 96);
        return damp + ((97.5 - damp) * rainfall.Wetness(seconds));
    }

    public double Pressure(double seconds) =>
        1008 + (3 * Math.Cos(2 * Math.PI * YearPart(seconds)))
        + (1.4 * Math.Cos(4 * Math.PI * (LocalHour(seconds) - 10) / 24))
        + (2.5 * noise.At(5, seconds, 4 * Day));

    public double WindSpeed(double seconds) => Math.Max(
        0,
        1.7 + (1.1 * DayCurve(seconds, 15)) + (1.0 * noise.At(6, seconds, 6 * Hour)) + (0.6 * noise.At(7, seconds, 600))
        + (5 * rainfall.Wetness(seconds) * (0.6 + (0.4 * noise.At(8, seconds, 900)))));

    public double WindDirection(double seconds)
    {
        // South-west in the rains, north-east in winter.
        double prevailing = 135 - (90 * Math.Cos(2 * Math.PI * (YearPart(seconds) - 0.02)));
        double turned = prevailing + (70 * noise.At(9, seconds, Day)) + (15 * noise.At(10, seconds, 900));
        return ((turned % 360) + 360) % 360;
    }

    /// <summary>A daily curve from -1 to 1 that is highest at an hour of the day.</summary>
    public static double DayCurve(double seconds, double peakHour) =>
        Math.Cos(2 * Math.PI * (LocalHour(seconds) - peakHour) / 24);
}

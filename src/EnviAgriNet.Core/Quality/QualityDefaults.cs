using EnviAgriNet.Core.Quantities;

namespace EnviAgriNet.Core.Quality;

/// <summary>
/// The limits that hold where nobody set others. Ranges are those of the catalog. Steps and persistence are those of the WMO guidelines
/// for automatic weather stations (Zahumenský 2004, WMO-No. 8), told "per sample of a minute": a shorter step may be as large, a longer
/// one grows with its time. What exceeds a step is suspect, for of two values a step cannot say which is wrong. The WMO's narrower
/// limits for suspect (humidity 10 %, pressure 0.5 hPa, wind 10 m/s) are not used: squalls of the monsoon pass them, and could not be
/// checked against the original [K]. The range of irradiance, rain and soil temperature is [K] as well. Steps of water are the fastest
/// floods recorded. Humidity of optical dust sensors is that of their users' experience; tolerances between neighbours are ours.
/// </summary>
public static class QualityDefaults
{
    /// <summary>Above this humidity, percent, an uncorrected optical dust sensor is doubted.</summary>
    public const double HumidityDoubted = 70;

    private const double Minute = 60;
    private const double PersistenceSeconds = 3600;
    private const int PersistencePointsMin = 5;
    private const double CalmBelow = 0.5;

    // The fastest rise between two readings that a recorded flood needs, with room: metres an hour.
    private const double WaterPerHourMax = 25;

    /// <summary>The limits of a quantity.</summary>
    public static QualityConfig Of(Quantity quantity)
    {
        List<SeriesTest> tests = [new GrossRangeTest(new Span(quantity.Min, quantity.Max), null)];
        if (StepOf(quantity.Code) is { } step)
        {
            tests.Add(step);
        }

        if (PersistenceOf(quantity.Code) is { } tolerance)
        {
            double? calm = quantity.Code == "wind_speed" ? CalmBelow : null;
            tests.Add(new FlatLineTest(PersistenceSeconds, null, tolerance, calm, PersistencePointsMin));
        }

        HumidityDoubt? doubt = quantity.Code is "pm1" or "pm25" or "pm10" ? new HumidityDoubt(HumidityDoubted) : null;
        return new QualityConfig(tests, NeighbourOf(quantity.Code), doubt);
    }

    private static RateOfChangeTest? StepOf(string code) => code switch
    {
        "air_temperature" => PerMinute(3),
        "humidity" => PerMinute(15),
        "pressure" => PerMinute(2),
        "wind_speed" => PerMinute(20),
        "solar_irradiance" => PerMinute(800),
        "water_level" or "water_level_msl" => PerMinute(WaterPerHourMax / Minute),
        _ => null,
    };

    private static double? PersistenceOf(string code) => code switch
    {
        "air_temperature" => 0.1,
        "humidity" => 1,
        "pressure" => 0.1,
        "wind_direction" => 10,
        "wind_speed" => 0.5,
        _ => null,
    };

    private static NeighbourTest? NeighbourOf(string code) => code switch
    {
        "pm1" or "pm25" => new NeighbourTest(30, 0.75),
        "pm10" => new NeighbourTest(50, 0.75),
        "air_temperature" => new NeighbourTest(6, 0),
        "humidity" => new NeighbourTest(25, 0),
        "wind_speed" => new NeighbourTest(8, 0.75),
        _ => null,
    };

    private static RateOfChangeTest PerMinute(double step) => new(step / Minute, null, Minute);
}

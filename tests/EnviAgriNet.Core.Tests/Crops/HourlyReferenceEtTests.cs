using EnviAgriNet.Core.Crops;

namespace EnviAgriNet.Core.Tests.Crops;

/// <summary>Vectors: FAO-56 Example 19, N'Diaye in Senegal on 1 October.</summary>
public sealed class HourlyReferenceEtTests
{
    private static readonly HourlySite Ndiaye = new(new WeatherSite(16.217, 8), -16.25, -1);

    private static HourlyWeather Afternoon => new()
    {
        Date = new DateOnly(2025, 10, 1),
        MidHour = 14.5,
        Temperature = 38,
        Humidity = 52,
        Wind = 3.3,
        Solar = 2.450,
    };

    private static HourlyWeather Night => new()
    {
        Date = new DateOnly(2025, 10, 1),
        MidHour = 2.5,
        Temperature = 28,
        Humidity = 90,
        Wind = 1.9,
        Solar = 0,
    };

    [Fact]
    public void TryCompute_Example19ByDay_IsThePrintedHour()
    {
        Et0Hour hour = Compute(new HourlyReferenceEt(), Afternoon, Ndiaye);

        Assert.Equal(0.1889, SolarGeometry.SeasonalCorrection(274), 0.00005);
        Assert.Equal(0.6821, hour.TimeAngle, 0.0002);
        Assert.Equal(3.543, hour.Extraterrestrial, 0.0006);
        Assert.Equal(2.658, hour.ClearSky, 0.0006);
        Assert.Equal(0.92, hour.Ratio, 0.005);
        Assert.Equal(1.749, hour.Terms.NetRadiation, 0.0006);
        Assert.Equal(0.175, hour.Terms.SoilHeat, 0.0005);
        Assert.Equal(0.6269, hour.Et0, 0.0002);
        Assert.True(hour.IsDay);
    }

    [Fact]
    public void TryCompute_Example19AtNight_IsThePrintedHour()
    {
        Et0Hour hour = Compute(new HourlyReferenceEt(), Night, Ndiaye, nightRatio: 0.8);

        Assert.Equal(0.100, hour.NetLongwave, 0.0005);
        Assert.Equal(-0.100, hour.Terms.NetRadiation, 0.0005);
        Assert.Equal(-0.050, hour.Terms.SoilHeat, 0.0005);
        Assert.Equal(0.0043, hour.Et0, 0.0001);
        Assert.False(hour.IsDay);
        Assert.Equal(0, hour.Extraterrestrial);
    }

    [Fact]
    public void TryCompute_NightAfterADay_RemembersTheSkyTwoToThreeHoursBeforeSunset()
    {
        HourlyReferenceEt hours = new();
        double[] ratios = new double[24];
        for (int h = 0; h < 24; h++)
        {
            HourlyWeather weather = Afternoon with { MidHour = h + 0.5, Solar = h is >= 7 and < 18 ? 0.4 + (h * 0.02) : 0 };
            ratios[h] = Compute(hours, weather, Ndiaye).Ratio;
        }

        // The sun sets at 18:00 by its own time, 18.0 h of the clock less a quarter hour: the hour from 15 to 16 is the one.
        Assert.All(ratios[18..], ratio => Assert.Equal(ratios[15], ratio));
        Assert.NotEqual(ratios[16], ratios[20]);
    }

    [Fact]
    public void TryCompute_NightAfterNothing_AssumesAndSaysSo()
    {
        Et0Hour hour = Compute(new HourlyReferenceEt(), Night, Ndiaye);

        Assert.Equal(0.5, hour.Ratio);
        Assert.Equal(Et0Fallbacks.RadiationRatioAssumed, hour.Fallbacks);
    }

    [Fact]
    public void TryCompute_NightLongAfterADay_ForgetsTheSky()
    {
        HourlyReferenceEt hours = new();
        _ = Compute(hours, Afternoon, Ndiaye);

        Assert.Equal(0.92, Compute(hours, Night with { Date = Night.Date.AddDays(1) }, Ndiaye).Ratio, 0.005);
        Assert.Equal(0.5, Compute(hours, Night with { Date = Night.Date.AddDays(3) }, Ndiaye).Ratio);
    }

    [Fact]
    public void HourlyRadiation_SumOfADay_IsTheDaily()
    {
        foreach (double latitude in new[] { -40.0, 0, 13.7, 55 })
        {
            double phi = SolarGeometry.Radians(latitude);
            double sum = 0;
            for (double minute = -720; minute < 720; minute += 60)
            {
                sum += SolarGeometry.HourlyRadiation(phi, 105, Math.PI / 720 * (minute + 30));
            }

            // Where the sun is up for less than half an hour of a clock hour, that part is left out.
            Assert.Equal(SolarGeometry.DailyRadiation(phi, 105), sum, 0.25);
        }
    }

    [Fact]
    public void TimeAngle_LongitudeByWestOrEast_IsTheSame()
    {
        double west = SolarGeometry.TimeAngle(12.5, 255, 259.5, 105);
        double east = SolarGeometry.TimeAngle(12.5, -105, -100.5, 105);

        Assert.Equal(west, east, 12);
    }

    [Fact]
    public void TryCompute_AbsentOrImpossibleInput_NamesTheField()
    {
        (HourlyWeather Hour, string Field)[] cases =
        [
            (Afternoon with { Temperature = null }, "t"),
            (Afternoon with { Humidity = null }, "rh"),
            (Afternoon with { Humidity = 120 }, "rh"),
            (Afternoon with { Solar = null }, "rs"),
            (Afternoon with { Solar = 700 }, "rs"),
            (Afternoon with { MidHour = 25 }, "hour"),
        ];

        Assert.All(cases, c =>
        {
            Assert.False(new HourlyReferenceEt().TryCompute(c.Hour, Ndiaye, null, out Et0Hour? hour, out InputFault? fault));
            Assert.Null(hour);
            Assert.Equal(c.Field, fault!.Field);
        });
    }

    private static Et0Hour Compute(HourlyReferenceEt hours, HourlyWeather weather, HourlySite site, double? nightRatio = null)
    {
        Assert.True(hours.TryCompute(weather, site, nightRatio, out Et0Hour? hour, out InputFault? fault), $"{fault}");
        return hour!;
    }
}

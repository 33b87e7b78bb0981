using EnviAgriNet.Core.Crops;
using FsCheck;
using FsCheck.Fluent;

namespace EnviAgriNet.Core.Tests.Crops;

/// <summary>Vectors: FAO-56 Examples 17 (Bangkok, April) and 18 (Brussels, 6 July).</summary>
public sealed class DailyReferenceEtTests
{
    private static readonly WeatherSite Bangkok = new(13.733, 2);

    private static DailyWeather AprilDay => new()
    {
        Date = new DateOnly(2025, 1, 1).AddDays(104),
        TMax = 34.8,
        TMin = 25.6,
        VapourPressure = 2.85,
        Wind = 2,
        Sunshine = 8.5,
        SoilHeat = 0.14,
    };

    [Fact]
    public void TryCompute_Example17_IsThePrintedDay()
    {
        Et0Day day = Compute(AprilDay, Bangkok);

        Assert.Equal(38.06, day.Extraterrestrial, 0.005);
        Assert.Equal(12.31, day.Daylight, 0.005);
        Assert.Equal(22.65, day.Solar, 0.005);
        Assert.Equal(14.33, day.Terms.NetRadiation, 0.005);
        Assert.Equal(5.716, day.Et0, 0.0006);
        Assert.Equal(Et0Fallbacks.None, day.Fallbacks);
        Assert.Equal(HumidityRoute.VapourPressure, day.Humidity);
    }

    [Fact]
    public void TryCompute_Example18_IsThePrintedDay()
    {
        DailyWeather july = new()
        {
            Date = new DateOnly(2025, 7, 6),
            TMax = 21.5,
            TMin = 12.3,
            RhMax = 84,
            RhMin = 63,
            Wind = 2.078,
            Solar = 22.07,
        };

        Et0Day day = Compute(july, new WeatherSite(50.8, 100));

        Assert.Equal(41.09, day.Extraterrestrial, 0.005);
        Assert.Equal(30.90, day.ClearSky, 0.005);
        Assert.Equal(3.71, day.NetLongwave, 0.005);
        Assert.Equal(13.28, day.Terms.NetRadiation, 0.005);
        Assert.Equal(3.88, day.Et0, 0.005);
    }

    [Fact]
    public void TryCompute_WindOf10Metres_CountsAsAtTwo()
    {
        DailyWeather day = AprilDay with { Wind = 3.2, WindHeight = 10 };

        Assert.Equal(Atmosphere.WindAtTwoMetres(3.2, 10), Compute(day, Bangkok).Terms.Wind, 12);
    }

    [Fact]
    public void TryCompute_OnlyTemperatures_TakesEveryFallbackAndSaysSo()
    {
        Et0Day day = Compute(new DailyWeather { Date = AprilDay.Date, TMin = 25.6, TMax = 34.8 }, Bangkok);

        Assert.Equal(
            Et0Fallbacks.HumidityFromMinTemperature | Et0Fallbacks.SolarFromTemperature | Et0Fallbacks.WindAssumed, day.Fallbacks);
        Assert.Equal(HumidityRoute.MinTemperature, day.Humidity);
        Assert.Equal(2, day.Terms.Wind);
        Assert.Equal(Atmosphere.SaturationVapourPressure(25.6), day.Terms.VapourPressure);
        Assert.Equal(0.16 * Math.Sqrt(9.2) * day.Extraterrestrial, day.Solar, 9);
    }

    [Fact]
    public void TryCompute_SeveralMeasuresOfHumidity_TakesTheBestOne()
    {
        DailyWeather all = AprilDay with { DewPoint = 23, RhMax = 90, RhMin = 50, RhMean = 70 };
        (DailyWeather Day, HumidityRoute Route)[] cases =
        [
            (all, HumidityRoute.VapourPressure),
            (all with { VapourPressure = null }, HumidityRoute.DewPoint),
            (all with { VapourPressure = null, DewPoint = null }, HumidityRoute.ExtremeHumidities),
            (all with { VapourPressure = null, DewPoint = null, RhMin = null }, HumidityRoute.MaxHumidity),
            (all with { VapourPressure = null, DewPoint = null, RhMax = null }, HumidityRoute.MeanHumidity),
            (AprilDay with { VapourPressure = null, RhMin = 50 }, HumidityRoute.MinHumidity),
        ];

        Assert.All(cases, c => Assert.Equal(c.Route, Compute(c.Day, Bangkok).Humidity));
    }

    [Fact]
    public void TryCompute_VeryDarkDay_RaisesTheRatioUnlessTold()
    {
        DailyWeather dark = AprilDay with { Solar = 2 };

        Et0Day raised = Compute(dark, Bangkok);
        Assert.True(DailyReferenceEt.TryCompute(dark, Bangkok, new Et0Options { RadiationRatioMin = 0 }, out Et0Day? asPrinted, out _));

        Assert.Equal(Et0Fallbacks.RadiationRatioRaised, raised.Fallbacks);
        Assert.True(raised.NetLongwave > 0);
        Assert.Equal(Et0Fallbacks.None, asPrinted!.Fallbacks);
        Assert.True(asPrinted.NetLongwave < 0);
    }

    [Fact]
    public void TryCompute_MoreSunshineThanDaylight_IsCapped()
    {
        Et0Day day = Compute(AprilDay with { Sunshine = 13 }, Bangkok);

        Assert.Equal(Et0Fallbacks.SunshineCapped, day.Fallbacks);
        Assert.Equal(0.75 * day.Extraterrestrial, day.Solar, 9);
    }

    [Fact]
    public void TryCompute_MoreRadiationThanOutsideTheAtmosphere_SaysSo()
    {
        Et0Day day = Compute(AprilDay with { Solar = 45 }, Bangkok);

        Assert.Equal(Et0Fallbacks.SolarBeyondExtraterrestrial, day.Fallbacks);
        Assert.Equal(45, day.Solar);
    }

    [Theory]
    [InlineData(90, 172, 24)]
    [InlineData(90, 355, 0)]
    [InlineData(-90, 355, 24)]
    [InlineData(-70, 172, 0)]
    public void TryCompute_PolarDayAndNight_HasAResult(double latitude, int dayOfYear, double daylight)
    {
        DailyWeather polar = AprilDay with
        {
            Date = new DateOnly(2025, 1, 1).AddDays(dayOfYear - 1),
            TMax = 2,
            TMin = -5,
            VapourPressure = 0.4,
            Sunshine = 0,
        };

        Et0Day day = Compute(polar, new WeatherSite(latitude, 0));

        Assert.Equal(daylight, day.Daylight, 1e-9);
        Assert.True(double.IsFinite(day.Et0));
        Assert.Equal(daylight == 0, day.Fallbacks.HasFlag(Et0Fallbacks.RadiationRatioAssumed));
    }

    [Fact]
    public void TryCompute_AbsentOrImpossibleInput_NamesFieldAndLimit()
    {
        (DailyWeather Day, string Field)[] cases =
        [
            (AprilDay with { TMin = null }, "tmin"),
            (AprilDay with { TMax = null }, "tmax"),
            (AprilDay with { TMax = 95 }, "tmax"),
            (AprilDay with { TMax = 20 }, "tmax"),
            (AprilDay with { TMin = double.NaN }, "tmin"),
            (AprilDay with { RhMax = 101 }, "rhmax"),
            (AprilDay with { RhMin = 80, RhMax = 60 }, "rhmax"),
            (AprilDay with { Wind = -1 }, "u2"),
            (AprilDay with { WindHeight = 0 }, "z"),
            (AprilDay with { Solar = 260 }, "rs"),
            (AprilDay with { Sunshine = 25 }, "n"),
        ];

        Assert.All(cases, c =>
        {
            Assert.False(DailyReferenceEt.TryCompute(c.Day, Bangkok, new Et0Options(), out Et0Day? day, out InputFault? fault));
            Assert.Null(day);
            Assert.Equal(c.Field, fault!.Field);
        });
        Assert.False(DailyReferenceEt.TryCompute(AprilDay, new WeatherSite(91, 0), new Et0Options(), out _, out InputFault? site));
        Assert.Equal("lat", site!.Field);
    }

    [Fact]
    public void Et0_MoreRadiation_IsMore() => Prop.ForAll(
        Gen.Choose(40, 350).Select(v => v / 10.0).ToArbitrary(),
        Gen.Choose(-450, 450).Select(v => v / 10.0).ToArbitrary(),
        Gen.Choose(0, 100).Select(v => v / 10.0).ToArbitrary(),
        (solar, latitude, wind) =>
        {
            DailyWeather day = AprilDay with { Solar = solar, Wind = wind };
            WeatherSite site = new(latitude, 100);
            return Compute(day with { Solar = solar + 1 }, site).Et0 > Compute(day, site).Et0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Et0_DrierAirUnderTheSameRadiation_IsMore() => Prop.ForAll(
        Gen.Choose(10, 400).Select(v => v / 100.0).ToArbitrary(),
        Gen.Choose(1, 100).Select(v => v / 10.0).ToArbitrary(),
        (vapour, wind) =>
        {
            PenmanMonteithTerms terms = Compute(AprilDay with { Wind = wind }, Bangkok).Terms with { VapourPressure = vapour };
            return PenmanMonteith.Daily(terms with { VapourPressure = vapour - 0.1 }) > PenmanMonteith.Daily(terms);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Et0_SameWindAtAnyHeight_IsTheSame()
    {
        double at2 = Compute(AprilDay, Bangkok).Et0;
        foreach (double height in new[] { 0.5, 3, 10, 100 })
        {
            double wind = 2 / Atmosphere.WindAtTwoMetres(1, height);

            Assert.Equal(at2, Compute(AprilDay with { Wind = wind, WindHeight = height }, Bangkok).Et0, 9);
        }
    }

    [Fact]
    public void Et0_SunshineAndItsRadiation_AreTheSame()
    {
        Et0Day bySun = Compute(AprilDay, Bangkok);

        Assert.Equal(bySun.Et0, Compute(AprilDay with { Sunshine = null, Solar = bySun.Solar }, Bangkok).Et0, 12);
    }

    private static Et0Day Compute(DailyWeather weather, WeatherSite site)
    {
        Assert.True(DailyReferenceEt.TryCompute(weather, site, new Et0Options(), out Et0Day? day, out InputFault? fault), $"{fault}");
        return day!;
    }
}

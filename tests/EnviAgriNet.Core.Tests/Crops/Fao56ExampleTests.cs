using EnviAgriNet.Core.Crops;

namespace EnviAgriNet.Core.Tests.Crops;

/// <summary>
/// Vectors: the numbered examples of FAO-56, as pyet, PyETo and climate_indices test them too; tolerances are half of the last
/// printed digit.
/// </summary>
public sealed class Fao56ExampleTests
{
    private const int ThirdOfSeptember = 246;

    private static double South20 => SolarGeometry.Radians(-20);

    [Fact]
    public void Pressure_Example2_IsThePrintedOne()
    {
        Assert.Equal(81.8, Atmosphere.Pressure(1800), 0.05);
        Assert.Equal(0.054, Atmosphere.PsychrometricConstant(81.8), 0.0005);
    }

    [Theory]
    [InlineData(24.5, 3.075)]
    [InlineData(15, 1.705)]
    public void SaturationVapourPressure_Example3_IsThePrintedOne(double temperature, double expected) =>
        Assert.Equal(expected, Atmosphere.SaturationVapourPressure(temperature), 0.0005);

    [Fact]
    public void MeanSaturationVapourPressure_Example3_IsThePrintedOne() =>
        Assert.Equal(2.39, Atmosphere.MeanSaturationVapourPressure(24.5, 15), 0.005);

    [Fact]
    public void Slope_Example17_IsThePrintedOne() => Assert.Equal(0.246, Atmosphere.Slope(30.2), 0.0005);

    [Fact]
    public void FromPsychrometer_Example4_IsThePrintedOne() =>
        Assert.Equal(1.91, VapourPressure.FromPsychrometer(19.5, 25.6, Atmosphere.Pressure(1200)), 0.005);

    [Fact]
    public void VapourPressure_Example5_IsThePrintedOneByEachRoute()
    {
        Assert.Equal(1.70, VapourPressure.FromExtremeHumidities(25, 18, 82, 54), 0.005);
        Assert.Equal(1.69, VapourPressure.FromMaxHumidity(18, 82), 0.005);
        Assert.Equal(1.78, VapourPressure.FromMeanHumidity(25, 18, 68), 0.005);
    }

    [Fact]
    public void DailyRadiation_Example8_IsThePrintedOneWithItsTerms()
    {
        double declination = SolarGeometry.Declination(ThirdOfSeptember);

        Assert.Equal(0.985, SolarGeometry.InverseDistance(ThirdOfSeptember), 0.0005);
        Assert.Equal(0.120, declination, 0.0005);
        Assert.Equal(1.527, SolarGeometry.SunsetAngle(South20, declination), 0.0005);
        Assert.Equal(32.2, SolarGeometry.DailyRadiation(South20, ThirdOfSeptember), 0.05);
    }

    [Fact]
    public void DaylightHours_Example9_IsThePrintedOne() =>
        Assert.Equal(11.7, SolarGeometry.DaylightHours(South20, ThirdOfSeptember), 0.05);

    [Fact]
    public void FromSunshine_Example10_IsThePrintedOne() =>
        // FAO-56 prints 14.5.
        Assert.Equal(14.45, Radiation.FromSunshine(7.1, 10.9, 25.1), 0.005);

    [Fact]
    public void NetLongwave_Example11_IsThePrintedOne() =>
        Assert.Equal(3.5, Radiation.NetLongwave(25.1, 19.1, 2.1, 14.5 / 18.8), 0.05);

    [Fact]
    public void NetRadiation_Example12And16_IsThePrintedOne()
    {
        Assert.Equal(11.2, Radiation.NetShortwave(14.5), 0.05);
        Assert.Equal(13.9, 16.9 - 3.0, 1e-9);
    }

    [Fact]
    public void MonthlySoilHeat_Example13_IsThePrintedOne()
    {
        Assert.Equal(0.33, Radiation.MonthlySoilHeat(14.1, 18.8), 0.005);
        Assert.Equal(0.28, Radiation.MonthlySoilHeatSoFar(14.1, 16.1), 0.005);
    }

    [Fact]
    public void WindAtTwoMetres_Example14_IsThePrintedOne() => Assert.Equal(2.4, Atmosphere.WindAtTwoMetres(3.2, 10), 0.05);

    [Fact]
    public void FromTemperature_Example15_IsThePrintedOne() =>
        Assert.Equal(22.3, Radiation.FromTemperature(26.6, 14.8, 40.6, Radiation.InlandCoefficient), 0.05);

    [Fact]
    public void Hargreaves_Example20_IsThePrintedOne()
    {
        Assert.Equal(5.04, Hargreaves.Daily(26.6, 14.8, 40.6)!.Value, 0.05);
        Assert.Equal(5.20, Hargreaves.Daily(34.8, 25.6, 38.06)!.Value, 0.005);
    }

    [Fact]
    public void PenmanMonteith_Example17_IsTheFormula()
    {
        PenmanMonteithTerms terms = new(14.33, 0.14, 30.2, 2, 4.42, 2.85, 0.246, 0.0674);

        Assert.Equal(5.713, PenmanMonteith.Daily(terms), 0.0005);
    }

    [Theory]
    [InlineData(25, 50, 1.584)]
    [InlineData(30, 60, 1.697)]
    [InlineData(35, 40, 3.374)]
    [InlineData(20, 90, 0.234)]
    [InlineData(28, 75, 0.945)]
    public void Deficit_DerivedVector_IsTheFormula(double temperature, double humidity, double expected) =>
        Assert.Equal(expected, VapourPressure.Deficit(temperature, humidity), 0.0005);
}

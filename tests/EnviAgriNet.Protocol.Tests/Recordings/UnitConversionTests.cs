using EnviAgriNet.Core.Quantities;
using EnviAgriNet.Protocol.Recordings;

namespace EnviAgriNet.Protocol.Tests.Recordings;

public sealed class UnitConversionTests
{
    [Theory]
    [InlineData("water_level", "mm", "1234", 1.234)]
    [InlineData("water_level", "cm", "-50", -0.5)]
    [InlineData("water_level", "m", "2.5", 2.5)]
    [InlineData("flow", "l/s", "1500", 1.5)]
    [InlineData("flow", "m³/s", "3", 3)]
    [InlineData("air_temperature", "degF", "212", 100)]
    [InlineData("air_temperature", "K", "273.15", 0)]
    [InlineData("air_temperature", "°C", "31.4", 31.4)]
    [InlineData("pm25", "mg/m3", "0.05", 50)]
    [InlineData("pm25", "µg/m³", "12.5", 12.5)]
    [InlineData("no2", "ppm", "0.02", 20)]
    [InlineData("co", "ppb", "400", 0.4)]
    [InlineData("co", "ppm", "0.4", 0.4)]
    [InlineData("humidity", "%", "70", 70)]
    [InlineData("soil_moisture", "m3/m3", "0.25", 25)]
    [InlineData("pressure", "Pa", "101325", 1013.25)]
    [InlineData("wind_speed", "km/h", "36", 10)]
    [InlineData("rain", "1e-3", "1", double.NaN)]
    [InlineData("co", "mg/m3", "1", double.NaN)]
    [InlineData("o3", "ug/m3", "1", double.NaN)]
    [InlineData("pm25", "ppm", "1", double.NaN)]
    [InlineData("water_level", "", "1", double.NaN)]
    public void TryFind_SourceUnit_ConvertsExactlyOrRefuses(string quantity, string unit, string text, double expected)
    {
        bool found = UnitConversion.TryFind(QuantityCatalog.Get(quantity), unit, out UnitConversion conversion, out string? fault);

        Assert.Equal(!double.IsNaN(expected), found);
        if (found)
        {
            Assert.True(conversion.TryConvert(text, out double value));
            Assert.Equal(expected, value);
        }
        else
        {
            Assert.False(string.IsNullOrEmpty(fault));
        }
    }
}

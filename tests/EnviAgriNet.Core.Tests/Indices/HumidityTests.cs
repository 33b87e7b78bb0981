using EnviAgriNet.Core.Crops;
using EnviAgriNet.Core.Indices;
using FsCheck;
using FsCheck.Fluent;

namespace EnviAgriNet.Core.Tests.Indices;

public sealed class HumidityTests
{
    /// <summary>Computed from e°(T)(1 - RH/100).</summary>
    [Theory]
    [InlineData(25, 50, 1.584)]
    [InlineData(30, 60, 1.697)]
    [InlineData(35, 40, 3.374)]
    [InlineData(20, 90, 0.234)]
    [InlineData(28, 75, 0.945)]
    [InlineData(28, 100, 0)]
    public void Deficit_KnownAir_IsTheKnownValue(double t, double humidity, double expected) =>
        Assert.Equal(expected, VapourPressure.Deficit(t, humidity), 0.0005);

    /// <summary>FAO-56, example 3 and annex 2.</summary>
    [Theory]
    [InlineData(24.5, 3.075)]
    [InlineData(15, 1.705)]
    public void Saturation_ExampleOfFao56_IsThePublishedValue(double t, double expected) =>
        Assert.Equal(expected, Atmosphere.SaturationVapourPressure(t), 0.0006);

    /// <summary>Dew points of hygrometric tables, to 0.1 °C.</summary>
    [Theory]
    [InlineData(20, 50, 9.3)]
    [InlineData(30, 80, 26.2)]
    [InlineData(25, 100, 25)]
    [InlineData(0, 50, -9.2)]
    public void DewPoint_KnownAir_IsThatOfTheTables(double t, double humidity, double expected) =>
        Assert.Equal(expected, DewPoint.Of(t, humidity)!.Value, 0.1);

    /// <summary>Stull (2011): 20 °C and 50 % give 13.7 °C.</summary>
    [Fact]
    public void WetBulb_PublishedAir_IsThePublishedValue() => Assert.Equal(13.7, WetBulb.Of(20, 50)!.Value, 0.05);

    [Theory]
    [InlineData(-20.1, 50)]
    [InlineData(50.1, 50)]
    [InlineData(20, 4.9)]
    [InlineData(20, 99.1)]
    [InlineData(double.NaN, 50)]
    public void WetBulb_OutsideTheFit_IsNull(double t, double humidity) => Assert.Null(WetBulb.Of(t, humidity));

    [Theory]
    [InlineData(20, 0)]
    [InlineData(20, 100.1)]
    [InlineData(61, 50)]
    [InlineData(-46, 50)]
    public void DewPoint_OutsideTheForm_IsNull(double t, double humidity) => Assert.Null(DewPoint.Of(t, humidity));

    [Fact]
    public void DewPointAndWetBulb_AnyAir_LieBelowTheTemperatureInThatOrder() =>
        Prop.ForAll<NormalFloat, NormalFloat>((first, second) =>
        {
            double t = Math.Abs(first.Get) % 40;
            double humidity = 20 + (Math.Abs(second.Get) % 79);
            double dew = DewPoint.Of(t, humidity)!.Value;
            double wet = WetBulb.Of(t, humidity)!.Value;

            // Stull's fit is off by up to 1 °C.
            return dew <= t && wet <= t + 1 && dew <= wet + 1 && VapourPressure.Deficit(t, humidity) >= 0;
        }).QuickCheckThrowOnFailure();

    /// <summary>32 °C and 22 % from eagle.direct; the others computed. Kestrel names 31/40 and 27/80 as both about 78.</summary>
    [Theory]
    [InlineData(32, 22, 75.9, 76.04)]
    [InlineData(30, 50, 78.20, 78.30)]
    [InlineData(35, 70, 88.82, 88.89)]
    [InlineData(25, 50, 71.70, 71.78)]
    [InlineData(28, 80, 79.68, 79.72)]
    [InlineData(31, 40, 77.84, null)]
    [InlineData(27, 80, 78.08, null)]
    public void TemperatureHumidity_KnownAir_IsTheKnownIndex(double t, double humidity, double usual, double? of1971)
    {
        Assert.Equal(usual, TemperatureHumidity.Index(t, humidity)!.Value, 0.05);
        if (of1971 is { } expected)
        {
            Assert.Equal(expected, TemperatureHumidity.IndexOf1971(t, humidity)!.Value, 0.005);
        }
    }

    [Theory]
    [InlineData(67.9, "none")]
    [InlineData(68, "mild")]
    [InlineData(72, "moderate")]
    [InlineData(79.9, "moderate")]
    [InlineData(80, "severe")]
    public void CattleStress_Limits_AreThoseOfTheSource(double index, string expected) =>
        Assert.Equal(expected, TemperatureHumidity.CattleStress.ClassOf(index));
}

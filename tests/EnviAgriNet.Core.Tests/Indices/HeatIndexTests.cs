using EnviAgriNet.Core.Indices;
using FsCheck;
using FsCheck.Fluent;

namespace EnviAgriNet.Core.Tests.Indices;

public sealed class HeatIndexTests
{
    /// <summary>Vectors recomputed from the equation of the US National Weather Service, to 0.1 °F.</summary>
    [Theory]
    [InlineData(75, 50, 74.5)]
    [InlineData(80, 95, 87.8)]
    [InlineData(90, 50, 94.6)]
    [InlineData(95, 40, 99.0)]
    public void OfFahrenheit_PublishedAir_IsThePublishedIndex(double t, double humidity, double expected) =>
        Assert.Equal(expected, HeatIndex.OfFahrenheit(t, humidity)!.Value, 0.1);

    [Fact]
    public void Of_ThirtyDegreesAndEightyPercent_IsThePublishedIndex() => Assert.Equal(37.7, HeatIndex.Of(30, 80)!.Value, 0.1);

    [Fact]
    public void Of_CelsiusAndFahrenheit_Agree() =>
        Prop.ForAll<NormalFloat, NormalFloat>((first, second) =>
        {
            double t = (first.Get % 60) - 10;
            double humidity = Math.Abs(second.Get) % 100;
            double fahrenheit = HeatIndex.OfFahrenheit((t * 1.8) + 32, humidity)!.Value;
            return double.IsFinite(fahrenheit) && Math.Abs(HeatIndex.Of(t, humidity)!.Value - ((fahrenheit - 32) / 1.8)) < 1e-9;
        }).QuickCheckThrowOnFailure();

    /// <summary>In dry and in wet air the regression is adjusted; without it 100 °F at 5 % would be 94.9, and 82 °F at 95 % 92.9.</summary>
    [Theory]
    [InlineData(100, 5, -(8 / 4.0) * 0.840168050416806)]
    [InlineData(82, 95, 1)]
    [InlineData(100, 13, 0)]
    [InlineData(82, 85, 0)]
    [InlineData(88, 95, 0)]
    public void OfFahrenheit_DryOrWetAir_IsAdjusted(double t, double humidity, double adjustment)
    {
        double r = humidity;
        double regression = -42.379 + (2.04901523 * t) + (10.14333127 * r) - (0.22475541 * t * r) - (0.00683783 * t * t)
            - (0.05481717 * r * r) + (0.00122874 * t * t * r) + (0.00085282 * t * r * r) - (0.00000199 * t * t * r * r);
        Assert.Equal(regression + adjustment, HeatIndex.OfFahrenheit(t, r)!.Value, 1e-6);
    }

    [Theory]
    [InlineData(30, -0.1)]
    [InlineData(30, 100.1)]
    [InlineData(double.NaN, 50)]
    [InlineData(30, double.NaN)]
    public void Of_ImpossibleAir_IsNull(double t, double humidity) => Assert.Null(HeatIndex.Of(t, humidity));

    /// <summary>Classes in use to 2023 (Daily News 2185241): 27 to 32, 32 to 41, 41 to 54, above 54 °C.</summary>
    [Theory]
    [InlineData(26.9, "none")]
    [InlineData(27, "watch")]
    [InlineData(32, "warning")]
    [InlineData(41, "danger")]
    [InlineData(54, "danger")]
    [InlineData(54.1, "extreme-danger")]
    public void TmdUntil2023_Limits_AreThoseOfThePress(double celsius, string expected) =>
        Assert.Equal(expected, HeatClasses.TmdUntil2023.ClassOf(celsius));

    /// <summary>Reports of 2024: 33.0 and 40.3 were "warning", 46.0 and 51.4 "danger".</summary>
    [Theory]
    [InlineData(32.9, "watch")]
    [InlineData(33.0, "warning")]
    [InlineData(40.3, "warning")]
    [InlineData(46.0, "danger")]
    [InlineData(51.4, "danger")]
    [InlineData(52, "extreme-danger")]
    public void Steps27334252_ReportsOf2024_Agree(double celsius, string expected) =>
        Assert.Equal(expected, HeatClasses.Steps27334252.ClassOf(celsius));

    [Fact]
    public void Steps27334252_NotConfirmed_BearsNoAgencysName() =>
        Assert.DoesNotContain("tmd", HeatClasses.Steps27334252.Name, StringComparison.OrdinalIgnoreCase);
}

using EnviAgriNet.Core.Indices;

namespace EnviAgriNet.Core.Tests.Indices;

/// <summary>Limits of the Thai Meteorological Department.</summary>
public sealed class DayTemperatureTests
{
    [Theory]
    [InlineData(34.9, "none")]
    [InlineData(35.0, "hot")]
    [InlineData(39.9, "hot")]
    [InlineData(40.0, "very-hot")]
    public void HotDay_Limits_AreThoseOfTheDepartment(double celsius, string expected) =>
        Assert.Equal(expected, DayTemperature.HotDay.ClassOf(celsius));

    [Theory]
    [InlineData(23.0, "none")]
    [InlineData(22.9, "cool")]
    [InlineData(18.0, "cool")]
    [InlineData(17.9, "moderately-cold")]
    [InlineData(16.0, "moderately-cold")]
    [InlineData(15.9, "cold")]
    [InlineData(8.0, "cold")]
    [InlineData(7.9, "very-cold")]
    [InlineData(-3, "very-cold")]
    public void ColdDay_Limits_AreThoseOfTheDepartment(double celsius, string expected) =>
        Assert.Equal(expected, DayTemperature.ColdDay.ClassOf(celsius));
}

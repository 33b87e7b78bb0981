using EnviAgriNet.Core.Crops;

namespace EnviAgriNet.Core.Tests.Crops;

/// <summary>Vectors: tests of jhsu98/growing-degree-days-py (cut-offs, Baskerville-Emin); the others are derived from the formulas.</summary>
public sealed class GrowingDegreeDaysTests
{
    [Theory]
    [InlineData(null, null, 7)]
    [InlineData(35d, null, 7.5)]
    [InlineData(null, 59d, 6.5)]
    [InlineData(35d, 59d, 7)]
    public void WithCutoffs_PublishedVector_IsThePublishedSum(double? lower, double? upper, double expected) =>
        Assert.Equal(expected, GrowingDegreeDays.WithCutoffs(34, 60, 40, lower, upper));

    [Fact]
    public void BaskervilleEmin_PublishedVector_IsThePublishedSum() =>
        Assert.Equal(2.749, GrowingDegreeDays.BaskervilleEmin(34, 60, 50)!.Value, 0.0005);

    [Theory]
    [InlineData(34, 24, 10, 30, 19, 17)]
    [InlineData(20, 6, 10, 30, 3, 5)]
    [InlineData(36, 26, 8, 30, 22, 20)]
    [InlineData(9, 4, 10, 30, 0, 0)]
    public void Method1And2_DerivedVector_AreTheFormulas(
        double tMax, double tMin, double baseTemperature, double upper, double method1, double method2)
    {
        Assert.Equal(method1, GrowingDegreeDays.Method1(tMin, tMax, baseTemperature, upper)!.Value, 1e-12);
        Assert.Equal(method2, GrowingDegreeDays.Method2(tMin, tMax, baseTemperature, upper)!.Value, 1e-12);
    }

    [Theory]
    [InlineData(20, 30, 10, 15)]
    [InlineData(2, 8, 10, 0)]
    [InlineData(10, 10, 10, 0)]
    public void BaskervilleEmin_BaseOutsideTheDay_IsTheMeanOrNothing(double tMin, double tMax, double baseTemperature, double expected) =>
        Assert.Equal(expected, GrowingDegreeDays.BaskervilleEmin(tMin, tMax, baseTemperature)!.Value, 1e-12);

    [Fact]
    public void BaskervilleEmin_SineInSmallSteps_IsItsArea()
    {
        double sum = 0;
        const int Steps = 200_000;
        for (int i = 0; i < Steps; i++)
        {
            double temperature = 26 + (9 * Math.Sin(2 * Math.PI * (i + 0.5) / Steps));
            sum += Math.Min(Math.Max(temperature, 20), 30) - 20;
        }

        Assert.Equal(sum / Steps, GrowingDegreeDays.BaskervilleEmin(17, 35, 20, 30)!.Value, 1e-6);
    }

    [Fact]
    public void EveryMethod_FahrenheitDay_IsNineFifthsOfTheCelsiusDay()
    {
        static double F(double celsius) => (celsius * 1.8) + 32;
        foreach ((double low, double high) in new[] { (8.0, 33.0), (12, 28), (15, 36), (2, 9) })
        {
            Assert.Equal(1.8 * GrowingDegreeDays.Method1(low, high, 10, 30)!.Value, GrowingDegreeDays.Method1(F(low), F(high), 50, 86)!.Value, 9);
            Assert.Equal(1.8 * GrowingDegreeDays.Method2(low, high, 10, 30)!.Value, GrowingDegreeDays.Method2(F(low), F(high), 50, 86)!.Value, 9);
            Assert.Equal(
                1.8 * GrowingDegreeDays.BaskervilleEmin(low, high, 10, 30)!.Value,
                GrowingDegreeDays.BaskervilleEmin(F(low), F(high), 50, 86)!.Value,
                9);
        }
    }

    [Theory]
    [InlineData(30, 20, 10, 30)]
    [InlineData(20, 30, 10, 10)]
    [InlineData(double.NaN, 30, 10, 30)]
    public void EveryMethod_ImpossibleInput_IsNull(double tMin, double tMax, double baseTemperature, double upper)
    {
        Assert.Null(GrowingDegreeDays.Method1(tMin, tMax, baseTemperature, upper));
        Assert.Null(GrowingDegreeDays.Method2(tMin, tMax, baseTemperature, upper));
        Assert.Null(GrowingDegreeDays.BaskervilleEmin(tMin, tMax, baseTemperature, upper));
        Assert.Null(GrowingDegreeDays.WithCutoffs(tMin, tMax, baseTemperature, null, upper));
    }
}
